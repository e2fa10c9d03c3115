import type { Act } from '../act.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';
import { COA, STEP } from './catalogue.ts';

/** The part of the outgoing MOA in forward migration (BSCP708 §3.1). */
export const meterOperator: readonly Stage[] = [
  { kind: 'receipt', name: 'D0170 at MOA', of: [COA.d0170Moa], handler: receiveD0170, leadsTo: ['MOA mtd'] },
  { kind: 'work', name: 'MOA mtd', space: 'MOA', capacity: 'mtd', step: STEP.mtds, act: 'MTDs sent' },
  { kind: 'moment', name: 'MTDs sent', handler: sendMtds, sends: [COA.d0149, COA.d0150, COA.d0268] },
];

/** The MTDs of smart meters come with the IF-036; those of traditional and advanced ones from here. */
function receiveD0170(c: Act): void {
  if (!c.isTraditional && !c.isAdvanced) return;
  c.owe(STEP.mtds, c.metering);
  c.work(NODE['MOA mtd'], c.metering);
}

/** 3.1.6: D0149 and D0150, or D0268. */
function sendMtds(c: Act): void {
  c.judge(STEP.mtds, c.metering);
  if (c.isTraditional) c.sendBoth(COA.d0149, COA.d0150, c.metering, c.ms);
  else c.send(COA.d0268, c.metering, c.ms);
}
