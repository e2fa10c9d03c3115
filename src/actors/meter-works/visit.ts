import type { Act } from '../act.ts';
import { DRAW } from '../draws.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';
import { WORKS, WORKS_STEP } from './catalogue.ts';
import {
  ENERGISATION,
  EXCHANGE,
  hasDetails,
  isCumulative,
  isUnderMhhs,
  kindOf,
  moaStep,
  msStep,
  typeAfter,
} from './threads.ts';

/** Works at the meter itself, by a MOA or a metering service: physically they are the same before and after migration. */
export const visits: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'works request at MOA',
    of: [WORKS.d0142Moa, WORKS.d0134Moa, WORKS.d0001Moa],
    handler: arrange,
  },
  {
    kind: 'receipt',
    name: 'works request at MS',
    of: [WORKS.d0142Ms, WORKS.d0134Ms, WORKS.d0001Ms],
    handler: arrange,
  },
  { kind: 'moment', name: 'visit', handler: visit, leadsTo: ['MOA works', 'MS works'] },
];

/** The visit is some days after the request, on the next day at the earliest. */
function arrange(c: Act): void {
  const { visit, visitAt } = c.rules.works!;
  const days = Math.max(1, visit.sample(c.draw(DRAW.visitDays)));
  c.reach(NODE.visit, visitAt(c.today + days, c.draw(DRAW.visitAt)));
}

/** The work at the meter is done: what is to be told of it is owed from here on. */
function visit(c: Act): void {
  if (isUnderMhhs(c.branch)) oweUnderMhhs(c);
  else oweLegacy(c);
}

function oweLegacy(c: Act): void {
  const kind = kindOf(c.branch);
  if (kind !== ENERGISATION && c.isNhh) c.owe(WORKS_STEP.legacyReads, c.metering);
  if (kind === EXCHANGE) c.owe(WORKS_STEP.legacyDetails, c.metering);
  // What stands for the works as a whole is owed last: the trace shows it on the job.
  c.owe(moaStep(c), c.metering);
  c.work(NODE['MOA works'], c.metering);
}

function oweUnderMhhs(c: Act): void {
  const after = typeAfter(c);
  if (isCumulative(c.type) || isCumulative(after)) c.owe(WORKS_STEP.cumulativeReads, c.ms);
  if (hasDetails(c.type) || hasDetails(after)) c.owe(WORKS_STEP.registerReads, c.ms);
  if (kindOf(c.branch) !== ENERGISATION && hasDetails(after)) c.owe(WORKS_STEP.details, c.ms);
  c.owe(msStep(c), c.ms);
  c.work(NODE['MS works'], c.ms);
}
