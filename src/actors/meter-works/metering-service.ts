import type { Act } from '../act.ts';
import type { Stage } from '../stage.ts';
import { WORKS, WORKS_STEP } from './catalogue.ts';
import { ENERGISATION, hasDetails, isCumulative, kindOf, msStep, typeAfter } from './threads.ts';

/** The part of the metering service (MSS or MSA) in works on meters under MHHS (REC engagement day, February 2025). */
export const meteringService: readonly Stage[] = [
  { kind: 'work', name: 'MS works', space: 'MS', capacity: 'works', step: msStep, act: 'MS works done' },
  {
    kind: 'moment',
    name: 'MS works done',
    handler: finish,
    sends: [
      WORKS.if005,
      WORKS.if007,
      ...Object.values(WORKS.if041),
      ...Object.values(WORKS.reads),
      ...Object.values(WORKS.d0149),
      ...Object.values(WORKS.d0150),
      ...Object.values(WORKS.d0268),
    ],
  },
];

/** What the metering service tells of its visit: the SMRA by IF-005 or IF-007, the rest besides. */
function finish(c: Act): void {
  const kind = kindOf(c.branch);
  c.judge(msStep(c), c.ms);
  c.send(kind === ENERGISATION ? WORKS.if007 : WORKS.if005, c.ms, c.smra);
  const after = typeAfter(c);
  shareReads(c, after);
  if (kind !== ENERGISATION && hasDetails(after)) shareDetails(c, after);
}

/** Reads of the meter that was there and of the one that there is: IF-041 of cumulative registers, D0010 of others. */
function shareReads(c: Act, after: number): void {
  if (isCumulative(c.type) || isCumulative(after)) {
    c.judge(WORKS_STEP.cumulativeReads, c.ms);
    share(c, WORKS.if041);
  }
  if (hasDetails(c.type) || hasDetails(after)) {
    c.judge(WORKS_STEP.registerReads, c.ms);
    share(c, WORKS.reads);
  }
}

/** D0149 and D0150 of a traditional meter, D0268 of an advanced one; of smart meters the SMRA has everything. */
function shareDetails(c: Act, after: number): void {
  c.judge(WORKS_STEP.details, c.ms);
  if (isCumulative(after)) {
    share(c, WORKS.d0268);
    return;
  }
  share(c, WORKS.d0149);
  share(c, WORKS.d0150);
}

function share(c: Act, flow: typeof WORKS.if041): void {
  c.send(flow.supplier, c.ms, c.supplier);
  c.send(flow.ds, c.ms, c.ds);
}
