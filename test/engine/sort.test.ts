import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BRANCH_BITS, MAX_IDS, MAX_QUEUES, SECOND_BITS, SIGN } from '../../src/engine/agenda/agenda.ts';
import { Bins } from '../../src/engine/agenda/bins.ts';
import { Sorter } from '../../src/engine/agenda/sort.ts';

interface Event {
  readonly queue: number;
  readonly second: number;
  readonly id: number;
  readonly branch: number;
  readonly since: number;
}

const plainly = (a: Event, b: Event) =>
  a.queue - b.queue || a.second - b.second || a.id - b.id || a.branch - b.branch || a.since - b.since;

/** Events with no two alike but for `since`, which follows from the rest: then there is one right order. */
function distinct(events: readonly Omit<Event, 'since'>[]): Event[] {
  const known = new Map(events.map(e => [`${e.queue} ${e.second} ${e.id} ${e.branch}`, e]));
  return [...known.values()].map((e, i) => ({ ...e, since: i * 7 }));
}

/** A few events anywhere in the whole range of queues, seconds (a day of 25 hours), ids and branches. */
const anywhere = fc.record({
  queue: fc.integer({ min: 0, max: MAX_QUEUES - 1 }),
  second: fc.integer({ min: 0, max: 90_000 - 1 }),
  id: fc.integer({ min: 0, max: MAX_IDS - 1 }),
  branch: fc.integer({ min: 0, max: 63 }),
});

/** Many events of one queue from one stretch of time, thousands of them in one second where the stretch is one. */
const burst = fc
  .record({
    queue: fc.integer({ min: 0, max: 5 }),
    from: fc.integer({ min: 0, max: 80_000 }),
    stretch: fc.constantFrom(1, 1, 2, 60, 3600, 10_000),
    count: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1000, max: 4000 })),
    luck: fc.integer(),
    order: fc.constantFrom('random', 'rising', 'falling', 'saw'),
  })
  .map(({ queue, from, stretch, count, luck, order }) =>
    Array.from({ length: count }, (_, i) => {
      const random = Math.imul(i ^ luck, 0x9e3779b1) >>> 0;
      const id = { random: random % MAX_IDS, rising: i, falling: count - i, saw: (i % 64) * 1000 + (i >> 6) }[order];
      return { queue, second: from + (random % stretch), id, branch: i % 64 };
    }),
  );

const events = fc
  .tuple(fc.array(anywhere, { maxLength: 60 }), fc.array(burst, { maxLength: 4 }))
  .map(([few, many]) => distinct([...few, ...many.flat()]));

function sorted(sorter: Sorter, given: readonly Event[], queues = MAX_QUEUES): Event[] {
  const room = sorter.room(given.length);
  given.forEach((e, i) => {
    room.hi[i] = (e.queue << SECOND_BITS) | e.second;
    room.lo[i] = ((e.id << BRANCH_BITS) | e.branch) ^ SIGN;
    room.since[i] = e.since;
  });
  sorter.sort(given.length, queues);
  return given.map((_, i) => ({
    queue: sorter.hi[i]! >>> SECOND_BITS,
    second: sorter.hi[i]! & ((1 << SECOND_BITS) - 1),
    id: (sorter.lo[i]! ^ SIGN) >>> BRANCH_BITS,
    branch: sorter.lo[i]! & 63,
    since: sorter.since[i]!,
  }));
}

describe('Sorter', { timeout: 60_000 }, () => {
  const sorter = new Sorter(); // One for all, as in a run: what was sorted before must leave no trace.

  test('puts any events into the order of queue, second, id and branch, as a plain sort does', () => {
    fc.assert(
      fc.property(events, given => {
        expect(sorted(sorter, given)).toEqual([...given].sort(plainly));
      }),
      { numRuns: 40 },
    );
  });

  test('sorts five thousand events of a single second, however they come, in a queue among quiet ones', () => {
    for (const shuffle of [1, 4999, 1237]) {
      const crowd = Array.from({ length: 5000 }, (_, i) => ({
        queue: 3,
        second: 43_200,
        id: (i * shuffle) % 5000,
        branch: i % 2,
      }));
      const given = distinct([...crowd, ...[1, 2, 4].map(queue => ({ queue, second: 0, id: 1, branch: 0 }))]);
      expect(sorted(sorter, given, 5)).toEqual([...given].sort(plainly));
    }
  });

  test('holds the last queue, the last second of the longest day, the highest id and branch', () => {
    const given = [
      { queue: MAX_QUEUES - 1, second: 89_999, id: MAX_IDS - 1, branch: 63, since: 2 ** 31 - 1 },
      { queue: 0, second: 0, id: 0, branch: 0, since: 0 },
    ];
    expect(sorted(sorter, given)).toEqual([given[1], given[0]]);
  });
});

/** Ints that only the given bin and place can have made, so that a mixed-up chunk shows. */
const word = (bin: number, i: number) => bin * 100_000 + i;

function taken(bins: Bins, bin: number): { hi: number[]; lo: number[]; since: number[] } {
  const n = bins.count(bin);
  const [hi, lo, since] = [new Int32Array(n), new Int32Array(n), new Int32Array(n)];
  expect(bins.take(bin, hi, lo, since)).toBe(n);
  return { hi: [...hi], lo: [...lo], since: [...since] };
}

describe('Bins', { timeout: 60_000 }, () => {
  test('give back what was put in, by bin and in the order in which it came, whatever else comes and goes', () => {
    const move = fc.record({
      bin: fc.integer({ min: 0, max: 5 }),
      add: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1000, max: 2500 })),
    });
    fc.assert(
      fc.property(fc.constantFrom(1, 24), fc.array(move, { minLength: 1, maxLength: 40 }), (windowsPerDay, moves) => {
        const bins = new Bins(6, windowsPerDay);
        const held = Array.from({ length: 6 }, (): number[] => []);
        let next = 0;
        for (const { bin, add } of moves) {
          for (let i = 0; i < add; i++) {
            const value = word(bin, next++);
            held[bin]!.push(value);
            bins.push(bin, value, ~value, value ^ 0x5555);
          }
          expect(bins.count(bin)).toBe(held[bin]!.length);
          expect(bins.size).toBe(held.reduce((n, h) => n + h.length, 0));
          if (add > 0) continue;
          expect(taken(bins, bin)).toEqual({
            hi: held[bin]!,
            lo: held[bin]!.map(v => ~v),
            since: held[bin]!.map(v => v ^ 0x5555),
          });
          held[bin] = [];
        }
      }),
      { numRuns: 40 },
    );
  });

  test.each([1, 1440])('are filled and emptied twenty times in the memory of one time (%i windows a day)', w => {
    const bins = new Bins(100, w);
    const fill = (day: number) => {
      for (let bin = 0; bin < 3; bin++) for (let i = 0; i < 30_000; i++) bins.push(day * 3 + bin, i, i, i);
    };
    const empty = (day: number) => {
      for (let bin = 0; bin < 3; bin++) taken(bins, day * 3 + bin);
    };
    fill(0);
    const atFirst = bytesHeld(bins);
    expect(atFirst).toBeGreaterThan(3 * 30_000 * 12);
    empty(0);
    for (let round = 1; round < 20; round++) {
      fill(round % 33);
      empty(round % 33);
    }
    expect(bins.size).toBe(0);
    expect(bytesHeld(bins)).toBe(atFirst);
  });
});

/** Bytes of all typed arrays that an object holds. */
function bytesHeld(holder: object): number {
  return Object.values(holder).reduce((sum: number, v: unknown) => sum + (ArrayBuffer.isView(v) ? v.byteLength : 0), 0);
}
