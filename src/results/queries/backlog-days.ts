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
    `WITH ${partyLabels} SELECT date, label AS party, backlog, change
    FROM backlog_daily JOIN label USING (party_id) ORDER BY date, party_id`,
  );
}
