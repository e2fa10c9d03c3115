import { LEGACY, MHHS, REVERSE } from '../../market/index.ts';
import type { Act } from '../act.ts';
import { backToLegacy } from '../appointment/with-switch.ts';
import { SWITCH } from './catalogue.ts';

/** The switch falls: what has begun for it is left where it is, and the MSID stays what it was. */
export function fall(c: Act, why: 'objected to' | 'withdrawn'): void {
  c.ledger.switched(c.now, c.supplier, c.route, why);
  c.send(SWITCH.cancelledSmra, 0, c.smra);
  c.send(SWITCH.cancelledNew, 0, c.supplier);
  c.send(SWITCH.cancelledOld, 0, c.oldSupplier);
  abandon(c);
}

/** The pending registration falls away, and the former one goes on. */
export function abandon(c: Act): void {
  const { points, id, old } = c;
  points.fall(id);
  if (c.standing.state(old) === REVERSE) c.becomeOf(old, MHHS);
  backToLegacy(c);
  if (c.standing.state(old) === LEGACY && c.standing.status(2 * old) === 0) c.outside.list(old);
  c.outside.resume(old, c.today);
}
