import type { Run } from '../open-run.ts';
import { partyLabels } from './party-label.ts';
import { rows } from './rows.ts';

/** How busy one party was in one week, at its busiest kind of work. */
export interface UtilisationWeek {
  readonly party: string;
  /** The week's Monday. */
  readonly week: string;
  /** Mean utilisation over the days of the week on which it works, 0 to 1. */
  readonly utilisation: number;
}

/** Utilisation by party and week, in that order; weeks in which a party does not work are left out. */
export function utilisationWeeks(run: Run): UtilisationWeek[] {
  return rows(
    run,
    `WITH ${partyLabels}, calendar AS (SELECT date, date(date, 'weekday 0', '-6 days') AS week FROM day),
       mean AS (
         SELECT party_id, week, avg(utilisation) AS utilisation
         FROM capacity_daily JOIN calendar USING (date)
         WHERE utilisation IS NOT NULL GROUP BY party_id, week, work
       )
       SELECT label AS party, week, max(utilisation) AS utilisation
       FROM mean JOIN label USING (party_id) GROUP BY party_id, week ORDER BY party_id, week`,
  );
}
