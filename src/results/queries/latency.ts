import type { Run } from '../open-run.ts';
import { rows } from './rows.ts';

/** How long one step took one party, minutes. */
export interface Latency {
  readonly step: string;
  readonly title: string | null;
  readonly party_id: number;
  readonly party: string | null;
  readonly count: number;
  readonly mean_min: number | null;
  readonly p50_min: number | null;
  readonly p90_min: number | null;
  readonly p99_min: number | null;
  readonly max_min: number | null;
}

/** The latency table with names, in its own order. */
export function latencies(run: Run): Latency[] {
  return rows(
    run,
    `SELECT l.step, s.title, l.party_id, p.name AS party, l.count, l.mean_min, l.p50_min, l.p90_min, l.p99_min, l.max_min
    FROM latency l LEFT JOIN step s USING (step) LEFT JOIN party p USING (party_id) ORDER BY l.rowid`,
  );
}
