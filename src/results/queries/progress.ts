import type { Run } from '../open-run.ts';
import { rows } from './rows.ts';

/** Metering points by state at the end of a day. */
export interface StateCounts {
  readonly legacy: number;
  readonly forward: number;
  readonly mhhs: number;
  readonly reverse: number;
  readonly total: number;
  /** mhhs / total, 0 to 1; null where there are none. */
  readonly share: number | null;
}

export interface DayProgress extends StateCounts {
  readonly date: string;
}

export interface SegmentProgress extends DayProgress {
  readonly segment: string;
}

export interface SupplierProgress extends DayProgress {
  readonly supplier_id: number;
  readonly supplier: string | null;
}

export interface AreaProgress extends DayProgress {
  readonly area_id: number;
  readonly area: string | null;
}

/** The days to look at, YYYY-MM-DD, both included; what is left out is not restricted. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
}

const counts = `sum(d.legacy) AS legacy, sum(d.forward) AS forward, sum(d.mhhs) AS mhhs, sum(d.reverse) AS reverse,
  sum(d.legacy + d.forward + d.mhhs + d.reverse) AS total,
  1.0 * sum(d.mhhs) / nullif(sum(d.legacy + d.forward + d.mhhs + d.reverse), 0) AS share`;
const inPeriod = '(@from IS NULL OR d.date >= @from) AND (@to IS NULL OR d.date <= @to)';
const bounds = ({ from, to }: Period) => ({ from: from ?? null, to: to ?? null });

/** The whole market by day. */
export function progress(run: Run, period: Period = {}): DayProgress[] {
  const sql = `SELECT d.date, ${counts} FROM segment_daily d WHERE ${inPeriod} GROUP BY d.date ORDER BY d.date`;
  return rows(run, sql, bounds(period));
}

/** By day and MHHS market segment. */
export function progressBySegment(run: Run, period: Period = {}): SegmentProgress[] {
  const sql = `SELECT d.date, d.segment, ${counts} FROM segment_daily d WHERE ${inPeriod}
    GROUP BY d.date, d.segment ORDER BY d.date, d.segment`;
  return rows(run, sql, bounds(period));
}

/** By day and supplier. */
export function progressBySupplier(run: Run, period: Period = {}): SupplierProgress[] {
  const sql = `SELECT d.date, d.supplier_id, p.name AS supplier, ${counts}
    FROM state_daily d LEFT JOIN party p ON p.party_id = d.supplier_id WHERE ${inPeriod}
    GROUP BY d.date, d.supplier_id ORDER BY d.date, d.supplier_id`;
  return rows(run, sql, bounds(period));
}

/** By day and distribution area. */
export function progressByArea(run: Run, period: Period = {}): AreaProgress[] {
  const sql = `SELECT d.date, d.area_id, a.name AS area, ${counts}
    FROM area_daily d LEFT JOIN area a USING (area_id) WHERE ${inPeriod}
    GROUP BY d.date, d.area_id ORDER BY d.date, d.area_id`;
  return rows(run, sql, bounds(period));
}
