import type { Act } from '../act.ts';
import { JOIN } from '../joins.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';
import { SWITCH } from '../switching/catalogue.ts';
import { HERE, LCS, LCS_STEP, THREAD } from './catalogue.ts';

/** The part of the old supplier in a change of supplier under the legacy arrangements. */
export const oldSupplier: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'confirmation at old supplier',
    of: [SWITCH.confirmedOld],
    handler: receiveConfirmation,
    leadsTo: ['legacy D0151'],
  },
  {
    kind: 'work',
    name: 'legacy D0151',
    space: 'Supplier',
    capacity: 'd0151',
    step: LCS_STEP.endAgents,
    whose: c => c.oldSupplier,
    act: 'legacy D0151 sent',
  },
  {
    kind: 'moment',
    name: 'legacy D0151 sent',
    handler: endAppointments,
    sends: [LCS.d0151Moa, LCS.d0151Dc, LCS.d0151Ma],
  },
  {
    kind: 'work',
    name: 'legacy last reads',
    space: 'Supplier',
    capacity: 'final-switch-read',
    step: LCS_STEP.lastReads,
    whose: c => c.oldSupplier,
    act: 'legacy last reads sent',
  },
  { kind: 'moment', name: 'legacy last reads sent', handler: sendLastReads, sends: [LCS.d0311] },
];

function receiveConfirmation(c: Act): void {
  if (!c.dead) confirmedAndOnItsWay(c, HERE.confirmed);
}

/**
 * cos-legacy.6 begins when the registration is confirmed and goes by the legacy arrangements, whichever comes last.
 * It is owed by the EFD; where that has come before it could begin, by the end of the next Working Day.
 */
export function confirmedAndOnItsWay(c: Act, came: typeof HERE.way | typeof HERE.confirmed): void {
  const both = HERE.way | HERE.confirmed;
  const last = c.lastOf(JOIN.legacyEnd);
  if ((c.got(came) & both) !== both) return;
  const { now, branch } = c;
  c.now = last;
  c.branch = THREAD.metering;
  c.since = last;
  c.oweBy(LCS_STEP.endAgents, c.oldSupplier, dueOfEnd(c));
  c.work(NODE['legacy D0151'], c.oldSupplier);
  c.now = now;
  c.branch = branch;
}

/** By `since`: when the appointments are to be ended. */
function dueOfEnd(c: Act): number {
  const efd = c.midnight(c.registered);
  return c.since < efd ? efd : c.midnight(c.rules.workingDay(c.british.dayOf(c.since), 1) + 1);
}

/** cos-legacy.6: D0151, reason LC, to the outgoing agents that have had none while the MSID was to migrate. */
function endAppointments(c: Act): void {
  const due = dueOfEnd(c);
  if (c.dead) {
    c.releaseBy(LCS_STEP.endAgents, c.oldSupplier, due);
    return;
  }
  c.judgeBy(LCS_STEP.endAgents, c.oldSupplier, due);
  c.note('reason LC');
  if (!c.isUms && (c.got(0) & HERE.meteringEnded) === 0) c.send(LCS.d0151Moa, c.oldSupplier, c.oldMetering);
  if ((c.got(0) & HERE.collectorEnded) !== 0) return;
  c.send(LCS.d0151Dc, c.oldSupplier, c.oldCollector);
  if (c.isUms) c.send(LCS.d0151Ma, c.oldSupplier, c.oldMetering);
}

/** cos-legacy.10: what the meter read last, and what is to be expected of it. */
function sendLastReads(c: Act): void {
  c.judge(LCS_STEP.lastReads, c.oldSupplier);
  c.send(LCS.d0311, c.oldSupplier, c.supplier);
}
