import type { Run } from '../open-run.ts';
import { progressBySegment, type SegmentProgress } from './progress.ts';
import { row, rows } from './rows.ts';

export interface ExceptionTotal {
  readonly kind: string;
  readonly count: number;
  readonly first: string;
  readonly last: string;
}

export interface WhatIsLeft {
  /** The run's last day; null where it has none. */
  readonly date: string | null;
  /** Metering points by state on that day, by segment. */
  readonly segments: readonly SegmentProgress[];
  /** Exceptions of the whole run by kind, most frequent first: why points are left. */
  readonly exceptions: readonly ExceptionTotal[];
}

/** What is not migrated at the end of the run, and which exceptions there were on the way. */
export function whatIsLeft(run: Run): WhatIsLeft {
  const { date } = row<{ date: string | null }>(run, 'SELECT max(date) AS date FROM state_daily');
  const segments = date === null ? [] : progressBySegment(run, { from: date, to: date });
  return { date, segments, exceptions: exceptionsByKind(run) };
}

/** Exceptions of the whole run by kind, most frequent first. */
export function exceptionsByKind(run: Run): ExceptionTotal[] {
  return rows(
    run,
    `SELECT kind, sum(count) AS count, min(date) AS first, max(date) AS last
    FROM exception_daily GROUP BY kind ORDER BY sum(count) DESC, kind`,
  );
}

/** Exceptions by day, kind and party. */
export function exceptionsByDay(
  run: Run,
): { date: string; kind: string; party_id: number | null; party: string | null; count: number }[] {
  return rows(run, 'SELECT date, kind, party_id, party, count FROM v_exceptions ORDER BY date, kind, party_id');
}
