import type { Run } from '../open-run.ts';
import { rows } from './rows.ts';

/** Deadlines of one step that fell due on one local day and were missed, all parties together. */
export interface MissedDay {
  readonly date: string;
  readonly step: string;
  readonly title: string | null;
  readonly missed: number;
}

/** Missed deadlines by day and step, in that order; days and steps without one are left out. */
export function missedDays(run: Run): MissedDay[] {
  return rows(
    run,
    `WITH judged AS (
      SELECT date, step, sum(missed) AS missed FROM deadline_daily WHERE missed > 0 GROUP BY date, step)
    SELECT date, step, title, missed FROM judged LEFT JOIN step USING (step) ORDER BY date, step`,
  );
}
