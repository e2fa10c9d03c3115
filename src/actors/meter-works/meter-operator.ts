import type { Act } from '../act.ts';
import type { Stage } from '../stage.ts';
import { WORKS, WORKS_STEP } from './catalogue.ts';
import { putClock } from './clock.ts';
import { ENERGISATION, EXCHANGE, isClock, kindOf, moaStep, worksMoa } from './threads.ts';

/** The part of the legacy MOA in works on meters (REC engagement day, February 2025). */
export const meterOperator: readonly Stage[] = [
  {
    kind: 'work',
    name: 'MOA works',
    space: 'MOA',
    capacity: 'works',
    step: moaStep,
    whose: worksMoa,
    act: 'MOA works done',
  },
  {
    kind: 'moment',
    name: 'MOA works done',
    handler: finish,
    sends: [
      WORKS.d0312,
      WORKS.d0304,
      ...WORKS.nhhSupplier,
      ...WORKS.nhhDc,
      WORKS.d0268Supplier,
      WORKS.d0268Dc,
      WORKS.d0010Supplier,
      WORKS.d0010Dc,
      WORKS.d0139Supplier,
      WORKS.d0139Dc,
    ],
  },
];

/** What the MOA tells of its visit; or it was there for the clock alone. */
function finish(c: Act): void {
  if (isClock(c.branch)) {
    putClock(c);
    return;
  }
  const kind = kindOf(c.branch);
  if (kind === ENERGISATION) {
    c.judge(WORKS_STEP.legacyEnergisation, c.metering);
    c.send(WORKS.d0139Supplier, c.metering, c.supplier);
    c.send(WORKS.d0139Dc, c.metering, c.collector);
    return;
  }
  if (kind === EXCHANGE) {
    c.judge(WORKS_STEP.register, c.metering);
    c.sendBoth(WORKS.d0312, WORKS.d0304, c.metering, c.smra);
  }
  c.judge(WORKS_STEP.legacyDetails, c.metering);
  sendDetails(c);
  if (!c.isNhh) return;
  c.judge(WORKS_STEP.legacyReads, c.metering);
  c.send(WORKS.d0010Supplier, c.metering, c.supplier);
  c.send(WORKS.d0010Dc, c.metering, c.collector);
}

/** MTDs in the legacy arrangements: of NHH meters D0149, D0150 and D0313, of HH meters D0268. */
function sendDetails(c: Act): void {
  if (!c.isNhh) {
    c.send(WORKS.d0268Supplier, c.metering, c.supplier);
    c.send(WORKS.d0268Dc, c.metering, c.collector);
    return;
  }
  for (const flow of WORKS.nhhSupplier) c.send(flow, c.metering, c.supplier);
  for (const flow of WORKS.nhhDc) c.send(flow, c.metering, c.collector);
}
