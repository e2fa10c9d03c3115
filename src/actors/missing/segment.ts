import type { Act } from '../act.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';
import { MISSING } from './catalogue.ts';

/** The notice that the agents are of another market segment than the meter (REC engagement day, February 2025). */
export const segment: readonly Stage[] = [
  { kind: 'moment', name: 'wrong segment', handler: notify, sends: [MISSING.segment, MISSING.segmentLdso] },
];

/** The meter has become one of another segment than the agents of this registration: at the beginning of a day, `c.since`. */
export function notifySegment(c: Act): void {
  if (c.rules.chasing !== null) c.reach(NODE['wrong segment'], c.now);
}

/** IF-045 to the supplier and the LDSO, and again until agents of the right segment are asked for: on another registration. */
function notify(c: Act): void {
  if (c.now > c.since && (c.gone || c.leaving)) return;
  c.note('wrong market segment');
  c.send(MISSING.segment, c.smra, c.supplier);
  c.send(MISSING.segmentLdso, c.smra, c.ldso);
  c.reach(NODE['wrong segment'], c.midnight(c.today + c.rules.chasing!.appointments));
}
