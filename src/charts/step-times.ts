import type { Latency, Step } from '../results/index.ts';

/** How long one step took from its trigger, over all parties; minutes. */
export interface StepTimes {
  readonly step: string;
  readonly title: string | null;
  readonly due: string | null;
  readonly count: number;
  /** Means of the parties' own quantiles, weighted by their counts. */
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  /** The longest of all. */
  readonly max: number;
}

/** Sums the latency table up by step, in order of first mention; what was never measured is left out. */
export function stepTimes(rows: readonly Latency[], steps: readonly Step[]): StepTimes[] {
  const dues = new Map(steps.map(step => [step.step, step.due]));
  const byStep = Map.groupBy(
    rows.filter(row => row.count > 0 && row.p50_min !== null),
    row => row.step,
  );
  return [...byStep].map(([step, parties]) => {
    const count = parties.reduce((sum, row) => sum + row.count, 0);
    const mean = (of: 'p50_min' | 'p90_min' | 'p99_min') =>
      parties.reduce((sum, row) => sum + row.count * (row[of] ?? 0), 0) / count;
    return {
      step,
      title: parties[0]!.title,
      due: dues.get(step) ?? null,
      count,
      p50: mean('p50_min'),
      p90: mean('p90_min'),
      p99: mean('p99_min'),
      max: parties.reduce((most, row) => Math.max(most, row.max_min ?? 0), 0),
    };
  });
}

/** Order of step numbers: 3.1.9 before 3.1.10. */
export function byStepNumber(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
