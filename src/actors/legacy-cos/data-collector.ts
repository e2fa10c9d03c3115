import type { Act } from '../act.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';
import { HERE, LCS, LCS_STEP, THREAD } from './catalogue.ts';

/** Reads and data at a change of supplier: the incoming data collector opens, the outgoing one closes. */
export const dataCollector: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'switch read at legacy DC',
    of: [LCS.d0010],
    handler: receiveSwitchRead,
    leadsTo: ['legacy opening read'],
  },
  { kind: 'moment', name: 'no legacy switch read', handler: deem, leadsTo: ['legacy opening read'] },
  {
    kind: 'work',
    name: 'legacy opening read',
    space: 'DC',
    capacity: 'opening-read',
    step: LCS_STEP.openingRead,
    act: 'legacy opening read settled',
  },
  {
    kind: 'moment',
    name: 'legacy opening read settled',
    handler: shareRead,
    sends: [LCS.d0086New, LCS.d0086Old, LCS.d0086Dc, LCS.d0086Ldso],
  },
  {
    kind: 'receipt',
    name: 'D0086 at legacy DC',
    of: [LCS.d0086Dc],
    handler: receiveD0086,
    leadsTo: ['legacy closing read'],
  },
  {
    kind: 'work',
    name: 'legacy closing read',
    space: 'DC',
    capacity: 'closing-read',
    step: LCS_STEP.closingRead,
    whose: c => c.oldCollector,
    act: 'legacy closing read settled',
  },
  {
    kind: 'moment',
    name: 'legacy closing read settled',
    handler: sendAdvance,
    sends: [LCS.d0019Old, LCS.d0019Ldso],
  },
  {
    kind: 'work',
    name: 'legacy HH data',
    space: 'DC',
    capacity: 'data',
    step: LCS_STEP.data,
    whose: c => c.oldCollector,
    act: 'legacy HH data sent',
  },
  { kind: 'moment', name: 'legacy HH data sent', handler: sendData, sends: [LCS.d0036Old, LCS.d0036Ldso] },
];

/** A read that comes after one was deemed changes nothing. */
function receiveSwitchRead(c: Act): void {
  if (c.now < c.deemingAt(c.registered)) settle(c);
}

/** Some Working Days after the EFD with no read: one is deemed. */
function deem(c: Act): void {
  if ((c.got(0) & HERE.settling) !== 0) return;
  c.branch = THREAD.deeming;
  settle(c);
}

/** cos-legacy.12 begins. */
function settle(c: Act): void {
  c.got(HERE.settling);
  c.owe(LCS_STEP.openingRead, c.collector);
  c.work(NODE['legacy opening read'], c.collector);
}

/** cos-legacy.12: D0086 to both suppliers, the outgoing data collector and the LDSO. */
function shareRead(c: Act): void {
  c.judge(LCS_STEP.openingRead, c.collector);
  c.note(c.branch === THREAD.deeming ? 'read deemed' : 'read validated');
  c.send(LCS.d0086New, c.collector, c.supplier);
  c.send(LCS.d0086Old, c.collector, c.oldSupplier);
  c.send(LCS.d0086Dc, c.collector, c.oldCollector);
  c.send(LCS.d0086Ldso, c.collector, c.ldso);
}

function receiveD0086(c: Act): void {
  c.owe(LCS_STEP.closingRead, c.oldCollector);
  c.work(NODE['legacy closing read'], c.oldCollector);
}

/** cos-legacy.13: the annualised advance up to the last day of the appointment. */
function sendAdvance(c: Act): void {
  c.judge(LCS_STEP.closingRead, c.oldCollector);
  c.send(LCS.d0019Old, c.oldCollector, c.oldSupplier);
  c.send(LCS.d0019Ldso, c.oldCollector, c.ldso);
}

/** cos-legacy.14: half-hourly data up to the effective-to date. */
function sendData(c: Act): void {
  c.judge(LCS_STEP.data, c.oldCollector);
  c.send(LCS.d0036Old, c.oldCollector, c.oldSupplier);
  c.send(LCS.d0036Ldso, c.oldCollector, c.ldso);
}
