import type { Run } from '../open-run.ts';
import { progressBySegment, type SegmentProgress } from './progress.ts';
import { row, rows } from './rows.ts';

/** Metering points that are not under MHHS at the end of the run for one reason. */
export interface LeftReason {
  readonly reason: string;
  readonly count: number;
}

export interface SupplierLeftReason extends LeftReason {
  readonly supplier_id: number;
  readonly supplier: string | null;
}

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
  /** Why metering points are left: most frequent reason first; in all, and by supplier in the order of their numbers. */
  readonly reasons: readonly LeftReason[];
  readonly supplierReasons: readonly SupplierLeftReason[];
  /** Exceptions of the whole run by kind, most frequent first: what happened on the way, also to points that did migrate. */
  readonly exceptions: readonly ExceptionTotal[];
}

/** What is not migrated at the end of the run and why, and which exceptions there were on the way. */
export function whatIsLeft(run: Run): WhatIsLeft {
  const { date } = row<{ date: string | null }>(run, 'SELECT max(date) AS date FROM segment_daily');
  return {
    date,
    segments: date === null ? [] : progressBySegment(run, { from: date, to: date }),
    reasons: rows(
      run,
      'SELECT reason, sum(count) AS count FROM outstanding GROUP BY reason ORDER BY sum(count) DESC, reason',
    ),
    supplierReasons: rows(
      run,
      `SELECT supplier_id, p.name AS supplier, reason, sum(count) AS count
      FROM outstanding LEFT JOIN party p ON party_id = supplier_id
      GROUP BY supplier_id, reason ORDER BY supplier_id, sum(count) DESC, reason`,
    ),
    exceptions: exceptionsByKind(run),
  };
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
