import { row, step } from '../../procedures/index.ts';
import type { Act } from '../act.ts';
import type { Stage } from '../stage.ts';

const D0217 = row('3.3.1', 'D0217', 'SMRA', 'new Supplier');

/** reverse migration on change of supplier. */
export const reverseCos: readonly Stage[] = [
  { kind: 'moment', name: 'reverse details sent', handler: tell, sends: [D0217] },
];

function tell(c: Act): void {
  if (!c.fulfil(step('3.3.1'), c.smra)) return;
  c.send(D0217, c.smra, c.supplier);
}
