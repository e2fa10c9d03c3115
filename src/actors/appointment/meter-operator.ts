import type { Act } from '../act.ts';
import { askForClock } from '../meter-works/clock.ts';
import { expectMtds } from '../missing/mtds.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';
import { COA, everyKind, kindOf, MCS, outgoingMetering, stepOf } from './kinds.ts';

/** The part of the outgoing MOA in forward migration (BSCP708 §3.1.6, §3.2.7). */
export const meterOperator: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'D0170 at MOA',
    of: everyKind('d0170Moa'),
    handler: receiveD0170,
    leadsTo: ['MOA mtd'],
  },
  {
    kind: 'work',
    name: 'MOA mtd',
    space: 'MOA',
    capacity: 'mtd',
    step: stepOf('mtds'),
    whose: outgoingMetering,
    act: 'MTDs sent',
  },
  {
    kind: 'moment',
    name: 'MTDs sent',
    handler: sendMtds,
    sends: [COA.d0149, COA.d0150, COA.d0268, MCS.d0149, MCS.d0150, MCS.d0268],
  },
];

/** The MTDs of smart meters come with the IF-036; those of traditional and advanced ones from here. */
function receiveD0170(c: Act): void {
  if ((!c.isTraditional && !c.isAdvanced) || c.dead) return;
  const { mtds } = kindOf(c);
  c.owe(mtds, outgoingMetering(c));
  expectMtds(c, mtds);
  c.work(NODE['MOA mtd'], outgoingMetering(c));
  askForClock(c);
}

/** 3.1.6: D0149 and D0150, or D0268. */
function sendMtds(c: Act): void {
  const kind = kindOf(c);
  const moa = outgoingMetering(c);
  if (!c.fulfil(kind.mtds, moa)) return;
  if (c.isTraditional) c.sendBoth(kind.d0149, kind.d0150, moa, c.ms);
  else c.send(kind.d0268, moa, c.ms);
}
