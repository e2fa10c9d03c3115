import type { Act } from '../act.ts';
import { NODE } from '../nodes.ts';
import { isWithSwitch } from '../services.ts';
import { kindOf, losingSupplier } from './kinds.ts';

/** An agent has accepted: the D0151 to the one that it replaces is due within 5 WD, with a switch by its EFD. */
export function oweD0151(c: Act): void {
  const kind = kindOf(c);
  const supplier = losingSupplier(c);
  if (isWithSwitch(c.branch)) {
    c.since = c.now;
    c.oweBy(kind.endLegacy, supplier, c.midnight(c.registered));
  } else c.owe(kind.endLegacy, supplier);
  c.work(NODE.D0151, supplier);
}
