import { row, step } from '../../procedures/index.ts';
import type { Act } from '../act.ts';
import type { Stage } from '../stage.ts';

const D0217 = row('mhhs-cos.1', 'IF-002', 'SMRA', 'new Supplier');

/** a change of supplier under MHHS. */
export const mhhsCos: readonly Stage[] = [{ kind: 'moment', name: 'MHHS details sent', handler: tell, sends: [D0217] }];

function tell(c: Act): void {
  if (!c.fulfil(step('mhhs-cos.1'), c.smra)) return;
  c.send(D0217, c.smra, c.supplier);
}
