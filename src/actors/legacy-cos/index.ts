import { row, step } from '../../procedures/index.ts';
import type { Act } from '../act.ts';
import type { Stage } from '../stage.ts';

const D0217 = row('cos-legacy.1', 'D0217', 'SMRA', 'new Supplier');

/** a change of supplier under the legacy arrangements. */
export const legacyCos: readonly Stage[] = [
  { kind: 'moment', name: 'legacy details sent', handler: tell, sends: [D0217] },
];

function tell(c: Act): void {
  if (!c.fulfil(step('cos-legacy.1'), c.smra)) return;
  c.send(D0217, c.smra, c.supplier);
}
