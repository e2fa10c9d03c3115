import type { Run } from '../open-run.ts';
import { rows } from './rows.ts';

/** The market's migrations of one local day, all suppliers together. */
export interface MigrationDay {
  readonly date: string;
  /** Whether migrations may start on the day. */
  readonly migration_day: 0 | 1;
  readonly planned: number;
  readonly started: number;
  readonly completed: number;
  readonly rejected: number;
  readonly cancelled: number;
  readonly reversed: number;
  readonly waiting: number;
}

const kinds = ['planned', 'started', 'completed', 'rejected', 'cancelled', 'reversed', 'waiting'];

/** Starts, completions and the rest by day, all suppliers together; every day of the calendar has a row. */
export function migrationDays(run: Run): MigrationDay[] {
  return rows(
    run,
    `SELECT date, migration_day, ${kinds.map(kind => `coalesce(sum(${kind}), 0) AS ${kind}`).join(', ')}
    FROM day LEFT JOIN migration_daily USING (date) GROUP BY date ORDER BY date`,
  );
}
