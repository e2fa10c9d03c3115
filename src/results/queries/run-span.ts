import type { Run } from '../open-run.ts';
import { row } from './rows.ts';

/**
 * First and last local day with figures, YYYY-MM-DD: of an interrupted run the last is the last that was simulated. Null
 * where the run holds no day.
 */
export function runSpan(run: Run): { first: string; last: string } | null {
  const { first, last } = row<{ first: string | null; last: string | null }>(
    run,
    'SELECT min(date) AS first, coalesce((SELECT max(date) FROM segment_daily), max(date)) AS last FROM day',
  );
  return first === null || last === null ? null : { first, last };
}
