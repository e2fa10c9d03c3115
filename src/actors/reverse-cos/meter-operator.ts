import type { Act } from '../act.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';
import { REVERSE_COS, REVERSE_STEP } from './catalogue.ts';
import { GOT, takeOn } from './progress.ts';

/** The part of the incoming MOA in reverse migration, once it is appointed (BSCP708 §3.3.6 and §3.3.13). */
export const meterOperator: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'reverse request at MOA',
    of: [REVERSE_COS.request],
    handler: receiveRequest,
    leadsTo: ['reverse introduction'],
  },
  {
    kind: 'work',
    name: 'reverse introduction',
    space: 'MOA',
    capacity: 'introduction',
    step: REVERSE_STEP.introduce,
    act: 'reverse introduction sent',
  },
  {
    kind: 'moment',
    name: 'reverse introduction sent',
    handler: introduce,
    sends: [REVERSE_COS.introduction],
  },
  {
    kind: 'receipt',
    name: 'MTDs at reverse MOA',
    of: [REVERSE_COS.d0150Moa, REVERSE_COS.d0268Moa, REVERSE_COS.bilateralMoa],
    handler: receiveMtds,
    leadsTo: ['reverse MTDs in turn'],
  },
  {
    kind: 'receipt',
    name: 'D0367 at reverse MOA',
    of: [REVERSE_COS.d0367],
    handler: receiveConfiguration,
    leadsTo: ['reverse MTDs in turn'],
  },
  {
    kind: 'moment',
    name: 'reverse MTDs in turn',
    handler: takeMtds,
    apart: true,
    leadsTo: ['reverse MOA mtd'],
  },
  {
    kind: 'work',
    name: 'reverse MOA mtd',
    space: 'MOA',
    capacity: 'meter-details',
    step: REVERSE_STEP.passMtds,
    act: 'reverse MTDs passed on',
  },
  {
    kind: 'moment',
    name: 'reverse MTDs passed on',
    handler: passMtdsOn,
    sends: [
      REVERSE_COS.passedD0149Supplier,
      REVERSE_COS.passedD0150Supplier,
      REVERSE_COS.passedD0268Supplier,
      REVERSE_COS.passedD0149Dc,
      REVERSE_COS.passedD0150Dc,
      REVERSE_COS.passedD0268Dc,
    ],
  },
];

/** What the MOA waits for, as branches. */
const MTDS: number = 0;
const CONFIGURATION: number = 1;

function receiveRequest(c: Act): void {
  takeOn(c, REVERSE_STEP.introduce, c.metering, 'reverse introduction', c.metering);
}

/** 3.3.6: the incoming MOA tells the outgoing one of itself and of the data collector. */
function introduce(c: Act): void {
  if (c.fulfil(REVERSE_STEP.introduce, c.metering)) c.send(REVERSE_COS.introduction, c.metering, c.oldMs);
}

/** MTDs have come, by DTN or bilaterally. */
function receiveMtds(c: Act): void {
  c.branch = MTDS;
  c.reach(NODE['reverse MTDs in turn'], c.now);
}

function receiveConfiguration(c: Act): void {
  c.branch = CONFIGURATION;
  c.reach(NODE['reverse MTDs in turn'], c.now);
}

/** Of a smart meter both must be here; the later of them begins 3.3.13. */
function takeMtds(c: Act): void {
  const needed = c.isTraditional || c.isAdvanced ? GOT.mtds : GOT.mtds | GOT.d0367;
  if ((c.got(c.branch === MTDS ? GOT.mtds : GOT.d0367) & needed) !== needed) return;
  c.branch = 0;
  takeOn(c, REVERSE_STEP.passMtds, c.metering, 'reverse MOA mtd', c.metering);
}

/** 3.3.13: the MTDs to the new supplier and the incoming data collector. */
function passMtdsOn(c: Act): void {
  if (!c.fulfil(REVERSE_STEP.passMtds, c.metering)) return;
  if (c.isAdvanced) {
    c.send(REVERSE_COS.passedD0268Supplier, c.metering, c.supplier);
    c.send(REVERSE_COS.passedD0268Dc, c.metering, c.collector);
    return;
  }
  c.send(REVERSE_COS.passedD0149Supplier, c.metering, c.supplier);
  c.send(REVERSE_COS.passedD0150Supplier, c.metering, c.supplier);
  c.send(REVERSE_COS.passedD0149Dc, c.metering, c.collector);
  c.send(REVERSE_COS.passedD0150Dc, c.metering, c.collector);
}
