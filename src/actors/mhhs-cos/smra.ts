import type { Act } from '../act.ts';
import type { Stage } from '../stage.ts';
import { MHHS_COS, MHHS_COS_STEP } from './catalogue.ts';

/** The SMRA's part in a change of supplier under MHHS, besides the appointments (REC engagement day, February 2025). */
export const smra: readonly Stage[] = [
  { kind: 'moment', name: 'MHHS details sent', handler: tell, sends: [MHHS_COS.if001, MHHS_COS.if002] },
];

/** mhhs-cos.1: IF-001 to the supplier that loses the MSID, IF-002 to the one that gains it. */
function tell(c: Act): void {
  if (!c.fulfil(MHHS_COS_STEP.tell, c.smra)) return;
  c.send(MHHS_COS.if001, c.smra, c.oldSupplier);
  c.send(MHHS_COS.if002, c.smra, c.supplier);
}
