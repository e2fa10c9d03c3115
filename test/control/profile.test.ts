import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { profile } from '../../src/control/index.ts';

/** Working weeks from day 0, a Monday. */
const weekdays = (count: number) => Array.from({ length: count }, (_, i) => i).filter(d => d % 7 < 5);
const starts = (plan: ReadonlyMap<number, number>) => [...plan];

describe('profile', () => {
  test('without ramp and tail every migration day is alike', () => {
    expect(starts(profile(100, { from: 1, to: 7, ramp: 0, tail: 0 }, weekdays(14)))).toEqual([
      [1, 20],
      [2, 20],
      [3, 20],
      [4, 20],
      [7, 20],
    ]);
  });

  test('a ramp rises to the plateau in equal steps, a tail falls from it', () => {
    // Heights ¼ ¾ 1 1 1 ⅚ ½ ⅙ of the plateau, 5½ plateaus in all.
    const plan = profile(660, { from: 0, to: 9, ramp: 2, tail: 3 }, weekdays(14));
    expect(starts(plan)).toEqual([
      [0, 30],
      [1, 90],
      [2, 120],
      [3, 120],
      [4, 120],
      [7, 100],
      [8, 60],
      [9, 20],
    ]);
  });

  test('ramp and tail that are longer than the plan meet in a peak below the plateau', () => {
    expect(starts(profile(80, { from: 0, to: 3, ramp: 4, tail: 4 }, weekdays(7)))).toEqual([
      [0, 10],
      [1, 30],
      [2, 30],
      [3, 10],
    ]);
  });

  test('fewer points than days are spread out one by one; days without any are left out', () => {
    expect(starts(profile(3, { from: 0, to: 11, ramp: 0, tail: 0 }, weekdays(14)))).toEqual([
      [1, 1],
      [4, 1],
      [10, 1],
    ]);
    expect(starts(profile(0, { from: 0, to: 11, ramp: 2, tail: 2 }, weekdays(14)))).toEqual([]);
  });

  test('a plan without a migration day plans nothing', () => {
    expect(starts(profile(10, { from: 5, to: 6, ramp: 0, tail: 0 }, weekdays(14)))).toEqual([]);
  });

  test('adds up to the portfolio, on the plan’s migration days alone, at no day half a start off its shape', () => {
    const shape = fc.record({
      from: fc.integer({ min: -10, max: 300 }),
      length: fc.integer({ min: 0, max: 400 }),
      ramp: fc.integer({ min: 0, max: 80 }),
      tail: fc.integer({ min: 0, max: 80 }),
    });
    const portfolio = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 10_000_000 }));
    fc.assert(
      fc.property(portfolio, shape, (points, { from, length, ramp, tail }) => {
        const to = from + length;
        const within = weekdays(600).filter(d => d >= from && d <= to);
        const plan = profile(points, { from, to, ramp, tail }, weekdays(600));
        if (within.length === 0) {
          expect(plan.size).toBe(0);
          return;
        }
        for (const [day, n] of plan) {
          expect(within).toContain(day);
          expect(Number.isInteger(n) && n > 0).toBe(true);
        }
        // The line that rises over the ramp, stays at 1 and falls over the tail, taken at the middle of each day.
        const heights = within.map((_, i) =>
          Math.min(1, (ramp && (i + 0.5) / ramp) || 1, (tail && (within.length - i - 0.5) / tail) || 1),
        );
        const area = heights.reduce((a, b) => a + b, 0);
        let [done, ideal] = [0, 0];
        within.forEach((day, i) => {
          done += plan.get(day) ?? 0;
          ideal += (points * heights[i]!) / area;
          expect(Math.abs(done - ideal)).toBeLessThanOrEqual(0.5 + 1e-6);
        });
        expect(done).toBe(points);
      }),
    );
  });
});
