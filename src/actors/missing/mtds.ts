import type { Act } from '../act.ts';
import { NODE } from '../nodes.ts';
import { ROUTE } from '../routes.ts';
import { isWithSwitch } from '../services.ts';
import type { Stage } from '../stage.ts';
import { MISSING } from './catalogue.ts';

/** Technical details have come to the incoming metering service, or to the incoming MOA: bits of `points.reads`. */
const AT_MS = 16;
const AT_MOA = 32;

/** Overdue technical details are asked for until they come (REC engagement day, February 2025). */
export const mtds: readonly Stage[] = [
  { kind: 'moment', name: 'MTDs overdue', handler: chase, sends: [MISSING.msToMoa, MISSING.msToMs] },
  { kind: 'moment', name: 'MTDs overdue at MOA', handler: chaseLegacy, sends: [MISSING.moaToMoa] },
];

/**
 * Technical details have begun to be owed to the incoming metering service: it looks on the day after they are due
 * whether they have come.
 *
 * @param step what is owed since `c.since`
 */
export function expectMtds(c: Act, step: number): void {
  if (c.rules.chasing !== null) c.reach(NODE['MTDs overdue'], dayAfterDue(c, step));
}

/** As {@link expectMtds}, of one legacy MOA to another. */
export function expectLegacyMtds(c: Act, step: number): void {
  if (c.rules.chasing !== null) c.reach(NODE['MTDs overdue at MOA'], dayAfterDue(c, step));
}

/** The incoming metering service has the technical details. */
export function mtdsCame(c: Act): void {
  if (c.rules.chasing !== null) c.points.reads[c.id]! |= AT_MS;
}

/** The incoming MOA has them. */
export function legacyMtdsCame(c: Act): void {
  if (c.rules.chasing !== null) c.points.reads[c.id]! |= AT_MOA;
}

/** The first 00:00 at which it is too late: "by 24:00" is of the day that it ends. */
function dayAfterDue(c: Act, step: number): number {
  return c.midnight(c.british.dayOf(c.dueOf(step) - 1) + 1);
}

/** D0170 to the outgoing metering agent, unless the details came by yesterday or are needed no longer. */
function chase(c: Act): void {
  if ((c.points.reads[c.id]! & AT_MS) !== 0 || c.dead || c.gone || c.ended) return;
  c.note('details overdue');
  if (!isWithSwitch(c.branch)) c.send(MISSING.msToMoa, c.ms, c.metering);
  else if (c.route === ROUTE.mhhs) c.send(MISSING.msToMs, c.ms, c.oldMs);
  else c.send(MISSING.msToMoa, c.ms, c.oldMetering);
  askAgain(c, NODE['MTDs overdue']);
}

function chaseLegacy(c: Act): void {
  if ((c.points.reads[c.id]! & AT_MOA) !== 0 || c.dead || c.gone) return;
  c.note('details overdue');
  c.send(MISSING.moaToMoa, c.metering, c.oldMetering);
  askAgain(c, NODE['MTDs overdue at MOA']);
}

function askAgain(c: Act, node: number): void {
  c.reach(node, c.midnight(c.rules.workingDay(c.today, c.rules.chasing!.mtds)));
}
