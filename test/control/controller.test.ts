import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Controller, type ControlSpec } from '../../src/control/index.ts';
import { afresh, counts, every, spec, startOn, sum } from './control-spec.ts';
import { rollOf } from './points-of.ts';

describe('Controller, by hand', () => {
  test('starts what is planned, points in the order of their numbers', () => {
    const control = spec([{ supplier: 0, count: 10 }], [every(4, 4)]);
    const controller = new Controller(control);
    expect([0, 1, 2, 3].map(day => startOn(control, controller, day))).toEqual([
      [[0, 1, 2, 3]],
      [[4, 5, 6, 7]],
      [[8, 9]],
      [[]],
    ]);
  });

  test('what exceeds the market’s threshold waits for the next migration day, each supplier in proportion', () => {
    const control = spec(
      [
        { supplier: 0, count: 100 },
        { supplier: 1, count: 100 },
      ],
      [[[3, 60]], [[3, 20]]],
      { market: 40 },
    );
    // Thursday and Friday, then the weekend, then nothing is left for Monday.
    expect(counts(control, 8).slice(3)).toEqual([
      [30, 10],
      [30, 10],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  test('no supplier and no area starts more than its own threshold', () => {
    const control = spec(
      [
        { supplier: 0, count: 50, area: 0 },
        { supplier: 0, count: 50, area: 1 },
        { supplier: 1, count: 50, area: 1 },
      ],
      [[[0, 100]], [[0, 50]]],
      { areas: [100, 30], suppliers: [40, 100] },
    );
    // Supplier 0 may start 40, half in either area; area 1 then has 20 + 50 for 30: 8.6 and 21.4.
    expect(counts(control, 1)).toEqual([[20, 9, 21]]);
  });

  test('counts who waits', () => {
    const control = spec([{ supplier: 0, count: 100 }], [every(10, 7)], { market: 6 });
    const controller = new Controller(control);
    const waiting = [0, 1, 2, 3, 4, 5, 6, 7].map(day => {
      startOn(control, controller, day);
      return controller.waiting(0);
    });
    // 4 more each day; on Saturday and Sunday all that was planned for them; on Monday nothing new.
    expect(waiting).toEqual([4, 8, 12, 16, 20, 30, 40, 34]);
  });

  test('a plan for a day on which none may start is made good on the next day on which one may', () => {
    const control = spec([{ supplier: 0, count: 10, opens: 2 }], [[[0, 3]]], { supplierFrom: [1] });
    expect(counts(control, 4)).toEqual([[0], [0], [3], [0]]);
    expect(counts(spec([{ supplier: 0, count: 10 }], [[[5, 3]]]), 8).flat()).toEqual([0, 0, 0, 0, 0, 0, 0, 3]);
    expect(counts(spec([{ supplier: 0, count: 10 }], [[[0, 3]]], { supplierFrom: [4] }), 5).flat()).toEqual([
      0, 0, 0, 0, 3,
    ]);
  });

  test('what comes to a supplier’s list is planned once the plan is through; what leaves it shortens the plan from its end', () => {
    const control = spec(
      [
        { supplier: 0, count: 6 },
        { supplier: 1, count: 6 },
      ],
      [every(2, 3), every(2, 3)],
      {
        weekends: true,
      },
    );
    const { points, roll } = rollOf(control.groups, 2);
    const own = { ...control, roll };
    const controller = new Controller(own);
    const byDay = [0, 1, 2, 3, 4].map(day => {
      roll.open();
      const today = startOn(own, controller, day);
      if (day === 0) {
        // Points 4 and 5 of supplier 0 pass to supplier 1.
        for (const former of [4, 5]) {
          roll.leave(former);
          const id = points.register({ former, supplier: 1, area: 0, type: 0, complex: false, from: 1 });
          points.succeed(id);
          roll.join(id);
        }
      }
      return today;
    });
    expect(byDay).toEqual([
      [
        [0, 1],
        [6, 7],
      ],
      [
        [2, 3],
        [8, 9],
      ],
      // The last two starts of supplier 0's plan are no longer to be had. Those of supplier 1's plan are through, and
      // what has come joins them on the same day, after its own.
      [[], [10, 11, 12, 13]],
      [[], []],
      [[], []],
    ]);
  });

  test('starts of a group that has not opened go to those that have', () => {
    const control = spec(
      [
        { supplier: 0, count: 20 },
        { supplier: 0, count: 20, opens: 2 },
      ],
      [every(10, 4)],
    );
    expect(counts(control, 4)).toEqual([
      [10, 0],
      [10, 0],
      [0, 10],
      [0, 10],
    ]);
  });

  test('a group of 5 among 5,000 gets one start in each fifth of the plan', () => {
    const control = spec(
      [
        { supplier: 0, count: 2500 },
        { supplier: 0, count: 5 },
        { supplier: 0, count: 2495 },
      ],
      [every(50, 100)],
      { weekends: true },
    );
    const small = counts(control, 100).map(today => today[1]!);
    const fifths = [0, 20, 40, 60, 80].map(from => small.slice(from, from + 20).reduce((a, b) => a + b, 0));
    expect(fifths).toEqual([1, 1, 1, 1, 1]);
  });
});

const kinds = fc.array(
  fc.record({
    supplier: fc.integer({ min: 0, max: 2 }),
    area: fc.integer({ min: 0, max: 3 }),
    count: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 400 })),
    opens: fc.constantFrom(0, 0, 3, 9, 20),
  }),
  { minLength: 1, maxLength: 12, size: 'max' },
);
const limit = fc.oneof(
  fc.constant(Number.POSITIVE_INFINITY),
  fc.integer({ min: 1, max: 8 }),
  fc.integer({ min: 1, max: 200 }),
);
const three = <T>(each: fc.Arbitrary<T>) => fc.array(each, { minLength: 3, maxLength: 3 });
const PLANNED_DAYS = 30;
const market = fc
  .record({
    kinds,
    weights: three(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: PLANNED_DAYS, maxLength: PLANNED_DAYS })),
    market: limit,
    areas: fc.array(limit, { minLength: 4, maxLength: 4 }),
    suppliers: three(limit),
    supplierFrom: three(fc.constantFrom(0, 2, 12)),
  })
  .map(({ kinds, weights, ...own }) => {
    // Each supplier's plan takes exactly its points, in uneven portions; what is over, on the last day.
    const plans = weights.map((list, s) => {
      const portfolio = kinds.reduce((n, k) => n + (k.supplier === s ? k.count : 0), 0);
      const sum = list.reduce((a, b) => a + b, 0) || 1;
      const parts = list.map(w => Math.floor((portfolio * w) / sum));
      parts[PLANNED_DAYS - 1]! += portfolio - parts.reduce((a, b) => a + b, 0);
      return parts.flatMap((n, day): [number, number][] => (n > 0 ? [[day, n]] : []));
    });
    return spec(kinds, plans, own);
  });

describe('Controller, whatever the market', { timeout: 60_000 }, () => {
  test('no threshold is exceeded, nothing starts before it may or on a day that is none, or before it is planned', () => {
    fc.assert(
      fc.property(market, control => {
        const { groups, thresholds } = control;
        const controller = new Controller(control);
        const started = new Int32Array(3);
        for (let day = 0; day < 60; day++) {
          const starts = controller.startsOn(day);
          if (!control.isMigrationDay(day, 0)) expect(starts).toEqual([]);
          const today = { areas: [0, 0, 0, 0], suppliers: [0, 0, 0] };
          for (const { group: g, count } of starts) {
            expect(count).toBeGreaterThan(0);
            expect(count).toBeLessThanOrEqual(control.roll.eligible(g));
            expect(day).toBeGreaterThanOrEqual(control.openFrom[g]!);
            expect(day).toBeGreaterThanOrEqual(control.supplierFrom[groups[g]!.supplier]!);
            today.areas[groups[g]!.area]! += count;
            today.suppliers[groups[g]!.supplier]! += count;
            control.roll.take(g, count, () => {});
          }
          expect(sum(today.areas)).toBeLessThanOrEqual(thresholds.market);
          today.areas.forEach((n, a) => {
            expect(n).toBeLessThanOrEqual(thresholds.areas[a]!);
          });
          today.suppliers.forEach((n, s) => {
            expect(n).toBeLessThanOrEqual(thresholds.suppliers[s]!);
            started[s]! += n;
            const planned = sum([...control.plans[s]!].flatMap(([d, m]) => (d <= day ? [m] : [])));
            expect(started[s]).toBeLessThanOrEqual(planned);
            expect(controller.waiting(s)).toBe(planned - started[s]!);
          });
        }
      }),
    );
  });

  test('every point starts exactly once in the end, each group’s from its first to its last', () => {
    fc.assert(
      fc.property(market, control => {
        const controller = new Controller(control);
        const total = sum(control.groups.map(g => g.count));
        const next = control.groups.map(g => g.first);
        let done = 0;
        // With something to start there is at least one start on a migration day, whatever the thresholds.
        for (let day = 0; done < total && day < PLANNED_DAYS + 2 * total; day++) {
          startOn(control, controller, day).forEach((ids, g) => {
            expect(ids).toEqual(ids.map((_, i) => next[g]! + i));
            next[g]! += ids.length;
            done += ids.length;
          });
        }
        expect(next).toEqual(control.groups.map(g => g.first + g.count));
        expect([0, 1, 2].map(s => controller.waiting(s))).toEqual([0, 0, 0]);
      }),
    );
  });

  test('with limits on suppliers alone, each starts all that it may: what waits and is open, up to its limit', () => {
    fc.assert(
      fc.property(market, given => {
        const { suppliers } = given.thresholds;
        const control: ControlSpec = {
          ...given,
          thresholds: {
            market: Number.POSITIVE_INFINITY,
            areas: given.thresholds.areas.map(() => Number.POSITIVE_INFINITY),
            suppliers,
          },
        };
        const controller = new Controller(control);
        const taken = control.groups.map(() => 0);
        const planned = [0, 0, 0];
        for (let day = 0; day < 50; day++) {
          const expected = [0, 1, 2].map(s => {
            planned[s]! += control.plans[s]!.get(day) ?? 0;
            const mine = control.groups.map((g, i) => (g.supplier === s ? i : -1)).filter(i => i >= 0);
            const open = sum(mine.map(i => (day >= control.openFrom[i]! ? control.groups[i]!.count - taken[i]! : 0)));
            const waits = planned[s]! - sum(mine.map(i => taken[i]!));
            if (!control.isMigrationDay(day, s) || day < control.supplierFrom[s]!) return 0;
            return Math.min(waits, open, suppliers[s]!);
          });
          const found = [0, 0, 0];
          startOn(control, controller, day).forEach((ids, g) => {
            taken[g]! += ids.length;
            found[control.groups[g]!.supplier]! += ids.length;
          });
          expect(found).toEqual(expected);
        }
      }),
    );
  });

  test('the same market gives the same starts', () => {
    fc.assert(
      fc.property(market, control => {
        expect(counts(afresh(control), 40)).toEqual(counts(control, 40));
      }),
      { numRuns: 20 },
    );
  });
});
