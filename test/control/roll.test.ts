import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Roll } from '../../src/control/index.ts';
import { FLAG, FORWARD, type Group, LEGACY, type Points, REQUESTED } from '../../src/market/index.ts';
import { rollOf } from './points-of.ts';

/** Two suppliers in area 0: supplier 0 has points 0 to 4, supplier 1 has points 5 to 7 and room for a type of its own. */
const GROUPS: readonly Group[] = [
  { area: 0, supplier: 0, type: 0, complex: false, first: 0, count: 5 },
  { area: 0, supplier: 1, type: 0, complex: false, first: 5, count: 3 },
  { area: 0, supplier: 1, type: 2, complex: true, first: 8, count: 0 },
];

const market = () => rollOf(GROUPS, 2);

/** Takes points off a group's list; their services are asked for later that day. */
function take(roll: Roll, points: Points, group: number, count: number): number[] {
  const ids: number[] = [];
  roll.take(group, count, id => ids.push(id));
  for (const id of ids) {
    points.standing.setStatus(2 * id, REQUESTED);
    points.standing.setStatus(2 * id + 1, REQUESTED);
    points.standing.setState(id, FORWARD);
  }
  return ids;
}

/** A point is registered with supplier 1 from a day on, and passes to it at once. */
function pass(points: Points, former: number, type = 0, complex = false): number {
  const id = points.register({ former, supplier: 1, area: 0, type, complex, from: 100 });
  points.succeed(id);
  return id;
}

describe('Roll, by hand', () => {
  test('hands out a group’s points in the order of their numbers, and counts what is left', () => {
    const { points, roll } = market();
    expect(take(roll, points, 0, 2)).toEqual([0, 1]);
    expect(roll.eligible(0)).toBe(3);
    expect(take(roll, points, 0, 3)).toEqual([2, 3, 4]);
    expect([roll.eligible(0), roll.eligible(1), roll.eligible(2)]).toEqual([0, 3, 0]);
    expect(() => take(roll, points, 0, 1)).toThrow('the list of group 0 is shorter than was counted');
  });

  test('passes over who has left, and takes who has come after the points of the beginning, from the next day on', () => {
    const { points, roll } = market();
    roll.leave(1);
    expect([roll.eligible(0), roll.balanceOf(0)]).toEqual([4, -1]);
    const came = pass(points, 1);
    roll.join(came);
    expect([roll.eligible(1), roll.balanceOf(1)]).toEqual([3, 0]);
    roll.open();
    expect([roll.eligible(1), roll.balanceOf(1)]).toEqual([4, 1]);
    expect(take(roll, points, 0, 2)).toEqual([0, 2]);
    expect(take(roll, points, 1, 4)).toEqual([5, 6, 7, came]);
  });

  test('takes those who come on one day in the order of their numbers, whoever told of them first', () => {
    const { points, roll } = market();
    const rows = [0, 1, 2].map(id => {
      roll.leave(id);
      return pass(points, id);
    });
    for (const id of [rows[2]!, rows[0]!, rows[1]!]) roll.join(id);
    roll.open();
    expect(take(roll, points, 1, 6)).toEqual([5, 6, 7, ...rows]);
  });

  test('a registration comes to the group of its own type and complexity', () => {
    const { points, roll } = market();
    roll.leave(4);
    const id = pass(points, 4, 2, true);
    roll.join(id);
    roll.open();
    expect([0, 1, 2].map(g => roll.eligible(g))).toEqual([4, 3, 1]);
    expect(take(roll, points, 2, 1)).toEqual([id]);
    expect(() => roll.join(pass(points, 3, 5))).not.toThrow();
    expect(() => roll.open()).toThrow('belongs to no group');
  });

  test('a point that left and came back, since its switch fell, is started once only', () => {
    const { points, roll } = market();
    for (const before of [true, false]) {
      // First while nobody has come by it on the list, then after that.
      const id = before ? 3 : 0;
      roll.leave(id);
      const next = points.register({ former: id, supplier: 1, area: 0, type: 0, complex: false, from: 100 });
      if (!before) expect(take(roll, points, 0, 2)).toEqual([1, 2]);
      points.fall(next);
      roll.join(id);
      roll.open();
    }
    expect(roll.eligible(0)).toBe(3);
    expect(take(roll, points, 0, 3).sort()).toEqual([0, 3, 4]);
  });

  test('lists who is legacy, not asked for and not about to leave', () => {
    const { points, roll } = market();
    expect(roll.lists(0)).toBe(true);
    take(roll, points, 0, 1);
    expect(roll.lists(0)).toBe(false);
    // Both requests fell, and the point is legacy again: it was started before, and its supplier asks again by itself.
    points.standing.setState(0, LEGACY);
    expect(roll.lists(0)).toBe(false);
    for (const flag of [FLAG.leaving, FLAG.gone, FLAG.pending, FLAG.dead]) {
      points.set(1, flag);
      expect(roll.lists(1)).toBe(false);
      points.clear(1, flag);
    }
    expect(roll.lists(1)).toBe(true);
    for (const flag of [FLAG.complex, FLAG.linked]) {
      points.set(1, flag);
      expect(roll.lists(1)).toBe(true);
    }
  });
});

describe('Roll, whatever comes and goes', () => {
  const acts = fc.array(
    fc.oneof(
      fc.record({
        act: fc.constant('take' as const),
        group: fc.integer({ min: 0, max: 1 }),
        count: fc.integer({ min: 1, max: 3 }),
      }),
      fc.record({ act: fc.constantFrom('leave' as const, 'succeed' as const, 'fall' as const), pick: fc.nat() }),
      fc.record({ act: fc.constant('open' as const) }),
    ),
    { maxLength: 60, size: 'max' },
  );

  test('what it counts is what it lists, nobody is started twice, and the balance tells who came and went', () => {
    fc.assert(
      fc.property(acts, all => {
        const { points, roll } = market();
        const started = new Set<number>();
        const pending: number[] = [];
        const waiting = new Set<number>();
        const listed = (supplier: number) =>
          Array.from({ length: points.rows }, (_, id) => id).filter(
            id => points.supplier[id] === supplier && roll.lists(id) && !waiting.has(id),
          ).length;
        for (const a of all) {
          if (a.act === 'open') {
            waiting.clear();
            roll.open();
          } else if (a.act === 'take') {
            // As in the market: days begin with who has come, and then points are started.
            waiting.clear();
            roll.open();
            for (const id of take(roll, points, a.group, Math.min(a.count, roll.eligible(a.group)))) {
              expect(started.has(id)).toBe(false);
              expect(points.isCurrent(id)).toBe(true);
              started.add(id);
            }
          } else if (a.act === 'leave') {
            // As in the market: only what has been on the list from the day's beginning can leave it.
            if (waiting.size > 0) continue;
            const free = Array.from({ length: points.rows }, (_, id) => id).filter(id => roll.lists(id));
            if (free.length === 0) continue;
            const id = free[a.pick % free.length]!;
            roll.leave(id);
            const supplier = 1 - points.supplier[id]!;
            pending.push(points.register({ former: id, supplier, area: 0, type: 0, complex: false, from: 100 }));
          } else if (pending.length > 0) {
            const id = pending.splice(a.pick % pending.length, 1)[0]!;
            const former = points.formerOf(id);
            if (a.act === 'succeed') points.succeed(id);
            else points.fall(id);
            const listed = a.act === 'succeed' ? id : former;
            roll.join(listed);
            waiting.add(listed);
          }
          expect([roll.eligible(0), roll.eligible(1)]).toEqual([listed(0), listed(1)]);
          const starts = (s: number) => [...started].filter(id => points.supplier[id] === s).length;
          expect(roll.eligible(0)).toBe(5 + roll.balanceOf(0) - starts(0));
          expect(roll.eligible(1)).toBe(3 + roll.balanceOf(1) - starts(1));
        }
      }),
      { numRuns: 400 },
    );
  });
});
