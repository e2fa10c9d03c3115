import type { Run } from '../open-run.ts';
import { partyLabels } from './party-label.ts';
import { rows } from './rows.ts';

/** Jobs waiting or in hand at one party at the end of one local day, all its kinds of work together. */
export interface BacklogDay {
  readonly date: string;
  readonly party: string;
  readonly backlog: number;
  /** How much more than at the end of the day before. */
  readonly change: number;
}

/**
 * Backlog by day and party, in that order, for the days on which it changed: a queue without a row on a day holds what it
 * held before.
 */
export function backlogDays(run: Run): BacklogDay[] {
  return rows(
    run,
    `WITH ${partyLabels}, queue AS (
      SELECT date, party_id, backlog - lag(backlog, 1, 0) OVER (PARTITION BY party_id, work ORDER BY date) AS change
      FROM capacity_daily),
    party_day AS (SELECT date, party_id, sum(change) AS change FROM queue WHERE change <> 0 GROUP BY date, party_id)
    SELECT date, label AS party, sum(change) OVER (PARTITION BY party_id ORDER BY date) AS backlog, change
    FROM party_day JOIN label USING (party_id) ORDER BY date, party_id`,
  );
}
