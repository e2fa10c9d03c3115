import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Controller, type ControlSpec, type Thresholds } from '../../src/control/index.ts';
import type { Group } from '../../src/market/index.ts';
import { rollOf } from './points-of.ts';

type Kind = { readonly supplier: number; readonly count: number; readonly area?: number; readonly opens?: number };

/** Groups of points numbered one after another. */
function groupsOf(kinds: readonly Kind[]): Group[] {
  let first = 0;
  return kinds.map(({ supplier, count, area = 0 }) => {
    const group = { area, supplier, type: 0, complex: false, first, count };
    first += count;
    return group;
  });
}

/** What is controlled, with nothing in the way but what is given. Day 0 is a Monday. */
function spec(
  kinds: readonly Kind[],
  plans: readonly (readonly [number, number])[][],
  own: Partial<Thresholds> & { supplierFrom?: number[]; weekends?: boolean } = {},
): ControlSpec {
  const unlimited = (n: number) => Array.from({ length: n }, () => Number.POSITIVE_INFINITY);
  const { market = Number.POSITIVE_INFINITY, areas = unlimited(4), suppliers = unlimited(plans.length) } = own;
  const groups = groupsOf(kinds);
  return {
    groups,
    roll: rollOf(groups, plans.length).roll,
    openFrom: kinds.map(k => k.opens ?? 0),
    plans: plans.map(p => new Map(p)),
    supplierFrom: own.supplierFrom ?? plans.map(() => 0),
    thresholds: { market, areas, suppliers },
    isMigrationDay: day => own.weekends === true || day % 7 < 5,
  };
}

/** The points that start on a day, by group, in their order: they come off the roll. */
function startOn(control: ControlSpec, controller: Controller, day: number): number[][] {
  const ids: number[][] = control.groups.map(() => []);
  for (const { group, count } of controller.startsOn(day)) control.roll.take(group, count, id => ids[group]!.push(id));
  return ids;
}

/** Starts of the days from 0, by group. */
function counts(control: ControlSpec, days: number): number[][] {
  const controller = new Controller(control);
  return Array.from({ length: days }, (_, day) => startOn(control, controller, day).map(ids => ids.length));
}

/** The same market as it was before its first day. */
function afresh(control: ControlSpec): ControlSpec {
  return { ...control, roll: rollOf(control.groups, control.plans.length).roll };
}

const every = (n: number, days: number): [number, number][] => Array.from({ length: days }, (_, d) => [d, n]);

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

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

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

describe('Controller over time', { timeout: 60_000 }, () => {
  const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 5000 })), {
    minLength: 2,
    maxLength: 20,
    size: 'max',
  });

  test('small groups are at the same share of their points as the rest on every day, to within a point and a half', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 5, max: 120 }), (list, days) => {
        const total = sum(list);
        const plan = every(0, days).map(([d]): [number, number] => [
          d,
          Math.round((total * (d + 1)) / days) - Math.round((total * d) / days),
        ]);
        const control = spec(
          list.map(count => ({ supplier: 0, count })),
          [plan],
          { weekends: true },
        );
        const taken = list.map(() => 0);
        counts(control, days).forEach((today, d) => {
          today.forEach((n, g) => {
            taken[g]! += n;
          });
          list.forEach((count, g) => {
            const share = (count * sum(taken)) / total;
            // Small ones may round alike; the large ones make up for them.
            const slack = count < 10 ? 1.5 : list.length;
            expect(Math.abs(taken[g]! - share), `group ${g} of ${count} on day ${d}`).toBeLessThanOrEqual(slack);
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  test('where the area holds them back, small groups are not done long before or after the rest: past three fifths of the time', () => {
    const small = fc.array(fc.integer({ min: 3, max: 20 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(small, fc.integer({ min: 1000, max: 5000 }), fc.integer({ min: 10, max: 60 }), (few, many, most) => {
        const list = [...few.slice(1), many, few[0]!];
        const total = sum(list);
        const control = spec(
          list.map(count => ({ supplier: 0, count })),
          [every(Math.ceil(total / 50), 50)],
          { weekends: true, areas: [most] },
        );
        const days = Math.ceil(total / most);
        const by = counts(control, days + 60);
        list.forEach((_, g) => {
          const last = by.findLastIndex(today => today[g]! > 0);
          expect(last, `group ${g} of ${list}`).toBeGreaterThan(0.6 * days);
        });
      }),
      { numRuns: 60 },
    );
  });
});
