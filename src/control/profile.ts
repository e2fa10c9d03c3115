import type { Day } from '../time/index.ts';

/** The shape of a supplier's plan: how many migration days it takes from nothing to the plateau, and back. */
export interface PlanShape {
  readonly from: Day;
  readonly to: Day;
  readonly ramp: number;
  readonly tail: number;
}

/**
 * Starts planned by day for a portfolio: a ramp, a plateau and a tail over the migration days of the plan, in
 * whole numbers that add up to the portfolio.
 *
 * @param days migration days of the market, in order
 * @returns planned starts by migration day; days outside the plan are not in it
 */
export function profile(portfolio: number, shape: PlanShape, days: readonly Day[]): Map<Day, number> {
  const within = days.filter(d => d >= shape.from && d <= shape.to);
  const heights = within.map((_, i) => {
    const up = shape.ramp > 0 ? (i + 0.5) / shape.ramp : 1;
    const down = shape.tail > 0 ? (within.length - i - 0.5) / shape.tail : 1;
    return Math.min(1, up, down);
  });
  const area = heights.reduce((a, b) => a + b, 0);
  const planned = new Map<Day, number>();
  let height = 0;
  let done = 0;
  within.forEach((day, i) => {
    height += heights[i]!;
    const total = i === within.length - 1 ? portfolio : Math.round((portfolio * height) / area);
    if (total > done) planned.set(day, total - done);
    done = total;
  });
  return planned;
}
