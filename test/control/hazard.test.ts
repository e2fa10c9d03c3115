import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Hazard, type HazardClass } from '../../src/control/index.ts';
import { base, draw, seedKeys } from '../../src/random/index.ts';

const EVEN = Array.from({ length: 12 }, () => 1);
/** Months of 30 days, from January on day 0. */
const monthOf = (day: number) => Math.floor(day / 30) % 12;
const keys = seedKeys('hazard');
/** The n-th luck. */
const luck = (n: number, of = 0) => draw(keys, base(keys, n), 1024, of);

/** The chance of a day, worked out by itself. */
function chance({ rate, months }: HazardClass, day: number): number {
  const mean = months.reduce((a, b) => a + b, 0) / 12;
  return mean === 0 ? 0 : Math.min(0.5, (rate * months[monthOf(day)]!) / mean / 365.25);
}

const classes = fc.array(
  fc.record({
    rate: fc.oneof(
      fc.constantFrom(0, 2, 500),
      fc.integer({ min: 0, max: 200 }).map(n => n / 100),
    ),
    months: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 }),
  }),
  { minLength: 1, maxLength: 3 },
);
const bits = fc.oneof(fc.constantFrom(0, 1, 2 ** 31, 2 ** 32 - 1), fc.integer({ min: 0, max: 2 ** 32 - 1 }));

describe('Hazard', () => {
  test('finds the first day by which the chance that nothing has happened is below what the luck leaves', () => {
    fc.assert(
      fc.property(
        classes,
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: -1, max: 420 }),
        bits,
        (all, first, days, later, u) => {
          const hazard = new Hazard(all, first, days, monthOf);
          all.forEach((of, kind) => {
            let left = 1;
            let expected = -1;
            for (let day = first + later + 1; day < first + days && expected < 0; day++) {
              left *= 1 - chance(of, day);
              // The luck is even on [0, 1): it is reached when 1 − luck is more than what is left.
              if (left < 1 - u / 2 ** 32 - 1e-12) expected = day;
              else if (left < 1 - u / 2 ** 32 + 1e-12) return; // too close to call in another order of products
            }
            expect(hazard.next(kind, first + later, u)).toBe(expected);
          });
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('the luck that means nothing in the whole period is the one that `below` says, for every class', () => {
    fc.assert(
      fc.property(classes, fc.integer({ min: 1, max: 400 }), bits, (all, days, u) => {
        const hazard = new Hazard(all, 0, days, monthOf);
        all.forEach((_, kind) => {
          const limit = hazard.below(kind);
          if (Math.abs(u - limit) < 1) return;
          expect(hazard.next(kind, -1, u) >= 0).toBe(u < limit);
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('never on or before the day after which it is asked, never beyond the period, never at a rate of nought', () => {
    const hazard = new Hazard(
      [
        { rate: 0, months: EVEN },
        { rate: 100, months: EVEN },
      ],
      100,
      50,
      monthOf,
    );
    for (let n = 0; n < 2000; n++) {
      const after = 90 + (n % 70);
      expect(hazard.next(0, after, luck(n))).toBe(-1);
      const day = hazard.next(1, after, luck(n));
      if (day >= 0) expect(day).toBeGreaterThan(Math.max(after, 99));
      expect(day).toBeLessThan(150);
    }
    expect(hazard.next(1, 149, 0)).toBe(-1);
    // Luck of nought: the first day on which it can happen.
    expect(hazard.next(1, 99, 0)).toBe(100);
    expect(hazard.next(1, 120, 0)).toBe(121);
  });

  test('from one event to the next, each day has its own chance: 20,000 points, two years (chi-square, 0.1 %)', () => {
    const of = { rate: 1.5, months: [1, 1, 3, 3, 1, 1, 0, 1, 1, 4, 1, 1] };
    const days = 720;
    const hazard = new Hazard([of], 0, days, monthOf);
    const points = 20_000;
    const byMonth = new Array<number>(24).fill(0);
    for (let n = 0; n < points; n++) {
      let day = -1;
      for (let k = 0; ; k++) {
        day = hazard.next(0, day, luck(n, k));
        if (day < 0) break;
        byMonth[Math.floor(day / 30)]!++;
      }
    }
    const expected = byMonth.map((_, m) => points * 30 * chance(of, m * 30));
    // July has no weight.
    expect([byMonth[6], byMonth[18]]).toEqual([0, 0]);
    const kept = expected.map((_, m) => m).filter(m => m % 12 !== 6);
    const chiSquare = kept.reduce((sum, m) => sum + (byMonth[m]! - expected[m]!) ** 2 / expected[m]!, 0);
    // Wilson and Hilferty: the cube root of chi-square over its freedom is normal; 3.29 is 0.1 % on both sides.
    const spread = 2 / (9 * kept.length);
    expect(Math.abs((Math.cbrt(chiSquare / kept.length) - (1 - spread)) / Math.sqrt(spread))).toBeLessThan(3.29);
  });
});
