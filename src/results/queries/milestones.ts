import type { Run } from '../open-run.ts';
import {
  type DayProgress,
  progress,
  progressBySegment,
  progressBySupplier,
  type SegmentProgress,
  type SupplierProgress,
} from './progress.ts';
import { rows } from './rows.ts';

/** How far the market had come at the end of one day. */
export interface Standing {
  readonly date: string;
  readonly market: DayProgress;
  readonly segments: readonly SegmentProgress[];
  readonly suppliers: readonly SupplierProgress[];
}

/** The days with milestones; `milestone` holds all of a day, joined by ', '. */
export function milestoneDays(run: Run): { date: string; milestone: string }[] {
  return rows(run, 'SELECT date, milestone FROM day WHERE milestone IS NOT NULL ORDER BY date');
}

/** Standing at the end of a local date, YYYY-MM-DD; undefined where the run does not reach that day. */
export function standingAt(run: Run, date: string): Standing | undefined {
  const day = { from: date, to: date };
  const [market] = progress(run, day);
  return market && { date, market, segments: progressBySegment(run, day), suppliers: progressBySupplier(run, day) };
}
