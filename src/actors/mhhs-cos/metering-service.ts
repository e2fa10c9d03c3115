import type { Act } from '../act.ts';
import { MHHS_SWITCH } from '../appointment/kinds.ts';
import { expectMtds } from '../missing/mtds.ts';
import { NODE } from '../nodes.ts';
import { DS, isRejection } from '../services.ts';
import type { Stage } from '../stage.ts';

/** The part of the outgoing metering service (MSS or MSA) in a change of supplier under MHHS: the technical details. */
export const meteringService: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'IF-035 at outgoing MS',
    of: [MHHS_SWITCH.if035OutgoingMs],
    handler: receiveIF035,
    leadsTo: ['outgoing MS mtd', 'MS mtd', 'related MTDs due'],
  },
  {
    kind: 'moment',
    name: 'related MTDs due',
    handler: dueMtds,
    apart: true,
    leadsTo: ['outgoing MS mtd', 'MS mtd'],
  },
  {
    kind: 'work',
    name: 'outgoing MS mtd',
    space: 'MS',
    capacity: 'outgoing-mtd',
    step: MHHS_SWITCH.mtds,
    whose: c => c.oldMs,
    act: 'outgoing MTDs sent',
  },
  {
    kind: 'moment',
    name: 'outgoing MTDs sent',
    handler: sendMtds,
    sends: [MHHS_SWITCH.d0149, MHHS_SWITCH.d0150, MHHS_SWITCH.d0268],
  },
];

/** Accepted: the details of traditional and advanced meters go by DTN, those of smart ones come with the IF-036. */
function receiveIF035(c: Act): void {
  if (c.service === DS || isRejection(c.branch) || !(c.isTraditional || c.isAdvanced)) return;
  dueMtds(c);
  for (const other of c.secondaries) c.reachFor(other, NODE['related MTDs due'], c.now);
}

/** Within 120 min, for each of related MSIDs. */
function dueMtds(c: Act): void {
  if (c.dead) return;
  // A metering service that stays has them already: only the new supplier and the data service are to have them.
  if (c.oldMs === c.ms) {
    c.owe(MHHS_SWITCH.passMtds, c.ms);
    c.work(NODE['MS mtd'], c.ms);
    return;
  }
  c.owe(MHHS_SWITCH.mtds, c.oldMs);
  expectMtds(c, MHHS_SWITCH.mtds);
  c.work(NODE['outgoing MS mtd'], c.oldMs);
}

/** mhhs-cos.7: D0149 and D0150, or D0268. */
function sendMtds(c: Act): void {
  if (!c.fulfil(MHHS_SWITCH.mtds, c.oldMs)) return;
  if (c.isTraditional) c.sendBoth(MHHS_SWITCH.d0149, MHHS_SWITCH.d0150, c.oldMs, c.ms);
  else c.send(MHHS_SWITCH.d0268, c.oldMs, c.ms);
}
