import type { Act } from '../act.ts';
import { expectLegacyMtds, legacyMtdsCame } from '../missing/mtds.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';
import { LCS, LCS_STEP } from './catalogue.ts';

/** The meter technical details: from the outgoing MOA to the incoming one, and on. */
export const meterOperator: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'D0170 at legacy MOA',
    of: [LCS.d0170Moa],
    handler: receiveD0170,
    leadsTo: ['legacy MTDs'],
  },
  {
    kind: 'work',
    name: 'legacy MTDs',
    space: 'MOA',
    capacity: 'mtd',
    step: LCS_STEP.mtds,
    whose: c => c.oldMetering,
    act: 'legacy MTDs sent',
  },
  { kind: 'moment', name: 'legacy MTDs sent', handler: sendMtds, sends: [LCS.d0149, LCS.d0150, LCS.d0268] },
  {
    kind: 'receipt',
    name: 'MTDs at legacy MOA',
    of: [LCS.d0150, LCS.d0268],
    handler: receiveMtds,
    leadsTo: ['legacy meter details'],
  },
  {
    kind: 'work',
    name: 'legacy meter details',
    space: 'MOA',
    capacity: 'meter-details',
    step: LCS_STEP.passMtds,
    act: 'legacy MTDs passed on',
  },
  {
    kind: 'moment',
    name: 'legacy MTDs passed on',
    handler: passMtdsOn,
    sends: [LCS.d0149Dc, LCS.d0150Dc, LCS.d0268Dc, LCS.d0149Supplier, LCS.d0150Supplier, LCS.d0268Supplier],
  },
];

function receiveD0170(c: Act): void {
  if (c.dead) return;
  c.owe(LCS_STEP.mtds, c.oldMetering);
  expectLegacyMtds(c, LCS_STEP.mtds);
  c.work(NODE['legacy MTDs'], c.oldMetering);
}

/** cos-legacy.8: D0149 and D0150 of an NHH meter, D0268 of an HH one. */
function sendMtds(c: Act): void {
  if (!c.fulfil(LCS_STEP.mtds, c.oldMetering)) return;
  if (c.isNhh) c.sendBoth(LCS.d0149, LCS.d0150, c.oldMetering, c.metering);
  else c.send(LCS.d0268, c.oldMetering, c.metering);
}

function receiveMtds(c: Act): void {
  legacyMtdsCame(c);
  if (c.dead) return;
  c.owe(LCS_STEP.passMtds, c.metering);
  c.work(NODE['legacy meter details'], c.metering);
}

/** cos-legacy.9: the same to the incoming data collector and the new supplier. */
function passMtdsOn(c: Act): void {
  if (!c.fulfil(LCS_STEP.passMtds, c.metering)) return;
  if (!c.isNhh) {
    c.send(LCS.d0268Dc, c.metering, c.collector);
    c.send(LCS.d0268Supplier, c.metering, c.supplier);
    return;
  }
  c.send(LCS.d0149Dc, c.metering, c.collector);
  c.send(LCS.d0150Dc, c.metering, c.collector);
  c.send(LCS.d0149Supplier, c.metering, c.supplier);
  c.send(LCS.d0150Supplier, c.metering, c.supplier);
}
