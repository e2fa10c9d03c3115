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
    `WITH ${partyLabels} SELECT label AS party, week, utilisation
    FROM utilisation_weekly JOIN label USING (party_id) ORDER BY party_id, week`,
  );
}
