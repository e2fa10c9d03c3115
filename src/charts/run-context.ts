import { milestoneDays, type Run, runSpan } from '../results/index.ts';
import { countText } from './wording.ts';

/** What every chart says of the run it was made from. */
export interface RunContext {
  /** The scenario's name. */
  readonly name: string;
  readonly seed: string;
  /** Simulated share of the market, 0 < scale ≤ 1. */
  readonly scale: number;
  /** First and last simulated local day, `YYYY-MM-DD`. */
  readonly first: string;
  readonly last: string;
  /** The days of the calendar with a milestone, in order of date. */
  readonly milestones: readonly Milestone[];
  /** True where the run was interrupted and its figures stop short of its last day. */
  readonly partial: boolean;
}

/** One or several milestones on one local day, e.g. `M11, M12` on 2025-10-22. */
interface Milestone {
  readonly date: string;
  readonly label: string;
}

/** The run in a line: name, seed, what share of the market it is, and whether it is whole. */
export function runLine(run: RunContext): string {
  const parts = [run.name, `seed ${run.seed}`, scaleText(run.scale)];
  if (run.partial) parts.push('PARTIAL RUN');
  return parts.join(' · ');
}

/** The scale in words: `whole market`, or `1 in 100 of the market: multiply counts by 100`. */
export function scaleText(scale: number): string {
  if (scale === 1) return 'whole market';
  const times = 1 / scale;
  const nearly = Number.isInteger(Math.round(times * 1e6) / 1e6) ? countText(times) : times.toPrecision(3);
  return `1 in ${nearly} of the market: multiply counts by ${nearly}`;
}

/** The day of a milestone, e.g. of `M15`; undefined where the run's days do not hold it. */
export function milestoneDay(run: RunContext, name: string): string | undefined {
  return run.milestones.find(each => each.date <= run.last && each.label.split(/[^A-Z0-9]+/).includes(name))?.date;
}

/** What the charts say of a run: its manifest and its calendar. */
export function runContext(run: Run): RunContext {
  const { name, seed, scale, status } = run.manifest;
  const span = runSpan(run) ?? { first: '1970-01-01', last: '1970-01-01' };
  const milestones = milestoneDays(run).map(({ date, milestone }) => ({ date, label: milestone }));
  return { name, seed, scale, ...span, milestones, partial: status === 'partial' };
}
