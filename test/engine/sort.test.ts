import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BRANCH_BITS, MAX_IDS, MAX_QUEUES, SECOND_BITS, SIGN } from '../../src/engine/agenda/agenda.ts';
import { Bins } from '../../src/engine/agenda/bins.ts';
import { type Events, roomFor } from '../../src/engine/agenda/events.ts';
import { queueOf, type Run, Sorter, secondOf } from '../../src/engine/agenda/sort.ts';

interface Event {
  readonly queue: number;
  readonly second: number;
  readonly id: number;
  readonly branch: number;
  readonly since: number;
}

const bySecond = (a: Event, b: Event) => a.second - b.second || a.queue - b.queue || byEntity(a, b);
const byQueue = (a: Event, b: Event) => a.queue - b.queue || a.second - b.second || byEntity(a, b);
const byEntity = (a: Event, b: Event) => a.id - b.id || a.branch - b.branch || a.since - b.since;

/** Entities of one block may lie far apart; queues 0 to 2 share their servers, and so do 3 and 4. */
const BLOCKS = 1000;
const blockOf = (id: number) => id % BLOCKS;
const serversOf = Int32Array.from({ length: MAX_QUEUES }, (_, queue) => (queue < 3 ? 0 : queue < 5 ? 3 : queue));

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

/** Room for more events than any test has. */
const ROOM = 1 << 15;

function fill({ opened }: Sorter, given: readonly Event[]): void {
  given.forEach((e, i) => {
    opened.hi[i] = (e.queue << SECOND_BITS) | e.second;
    opened.lo[i] = ((e.id << BRANCH_BITS) | e.branch) ^ SIGN;
    opened.since[i] = e.since;
  });
}

function sortedMoments(sorter: Sorter, given: readonly Event[]): Event[] {
  fill(sorter, given);
  sorter.moments(given.length);
  return given.map((_, i) => ({
    queue: sorter.hi[i]! >>> SECOND_BITS,
    second: sorter.hi[i]! & ((1 << SECOND_BITS) - 1),
    ...entityAt(sorter, i),
  }));
}

function sortedJobs(sorter: Sorter, given: readonly Event[]): { jobs: Event[]; runs: Run[] } {
  fill(sorter, given);
  sorter.jobs(given.length);
  const jobs = given.map((_, i) => ({
    queue: queueOf(sorter.hi[i]!),
    second: secondOf(sorter.hi[i]!),
    ...entityAt(sorter, i),
  }));
  return { jobs, runs: [...sorter.runs] };
}

function entityAt({ lo, since }: Sorter, i: number) {
  return { id: (lo[i]! ^ SIGN) >>> BRANCH_BITS, branch: lo[i]! & 63, since: since[i]! };
}

describe('Sorter', { timeout: 60_000 }, () => {
  // One for all, as in a run: what was sorted before must leave no trace.
  const sorter = new Sorter({ serversOf, blockOf }, ROOM, { hi: new Int32Array(ROOM), lo: new Int32Array(ROOM) });

  test('puts the moments of each block into the order of queue, second, id and branch', () => {
    fc.assert(
      fc.property(events, given => {
        const moments = sortedMoments(sorter, given);
        const inBlocks = (all: readonly Event[]) => Map.groupBy(all, e => blockOf(e.id));
        const expected = inBlocks([...given].sort(byQueue));
        for (const [block, own] of inBlocks(moments)) expect(own).toEqual(expected.get(block));
        expect(moments.length).toBe(given.length);
      }),
      { numRuns: 40 },
    );
  });

  test('reads columns from front to back: moments of blocks far from each other come in the order of the blocks', () => {
    const given = distinct(
      Array.from({ length: 500 }, (_, i) => ({ queue: i % 3, second: 999 - i, id: (i * 379) % 500, branch: 0 })),
    );
    const blocks = sortedMoments(sorter, given).map(e => blockOf(e.id) >> 1);
    expect(blocks).toEqual([...blocks].sort((a, b) => a - b));
  });

  test('puts jobs into the order of servers, second, queue, id and branch, and tells which are whose', () => {
    fc.assert(
      fc.property(events, given => {
        const { jobs, runs } = sortedJobs(sorter, given);
        const groups = Map.groupBy(given, e => serversOf[e.queue]!);
        const inOrder = [...groups].sort(([a], [b]) => a - b);
        expect(jobs).toEqual(inOrder.flatMap(([, own]) => own.sort(bySecond)));
        expect(runs.map(({ group, from, to }) => [group, to - from])).toEqual(
          inOrder.map(([g, own]) => [g, own.length]),
        );
        expect(runs.map(({ from }) => from)).toEqual(runs.map((_, i) => (i === 0 ? 0 : runs[i - 1]!.to)));
      }),
      { numRuns: 40 },
    );
  });

  test('sorts five thousand events of a single second, however they come, in a queue among quiet ones', () => {
    for (const shuffle of [1, 4999, 1237]) {
      const crowd = Array.from({ length: 5000 }, (_, i) => ({
        queue: 7,
        second: 43_200,
        id: ((i * shuffle) % 5000) * BLOCKS,
        branch: i % 2,
      }));
      const given = distinct([...crowd, ...[5, 6, 8].map(queue => ({ queue, second: 0, id: BLOCKS, branch: 0 }))]);
      const expected = [...given].sort(byQueue);
      expect(sortedJobs(sorter, given).jobs).toEqual(expected);
      expect(sortedMoments(sorter, given)).toEqual(expected);
    }
  });

  test('holds the last queue, the last second of the longest day, the highest id and branch', () => {
    const given = [
      { queue: MAX_QUEUES - 1, second: 89_999, id: MAX_IDS - 1, branch: 63, since: 2 ** 31 - 1 },
      { queue: 0, second: 0, id: 0, branch: 0, since: 0 },
    ];
    expect(sortedMoments(sorter, given)).toEqual([given[1], given[0]]);
    expect(sortedJobs(sorter, given).jobs).toEqual([given[1], given[0]]);
  });
});

/** Ints that only the given bin and place can have made, so that a mixed-up chunk shows. */
const word = (bin: number, i: number) => bin * 100_000 + i;

function taken(bins: Bins, opened: Events, bin: number): { hi: number[]; lo: number[]; since: number[] } {
  const n = bins.count(bin);
  expect(bins.take(bin)).toBe(n);
  const [hi, lo, since] = [opened.hi, opened.lo, opened.since].map(words => [...words.subarray(0, n)]);
  return { hi: hi!, lo: lo!, since: since! };
}

describe('Bins', { timeout: 60_000 }, () => {
  test('give back what was put in, by bin and in the order in which it came, whatever else comes and goes', () => {
    const move = fc.record({
      bin: fc.integer({ min: 0, max: 5 }),
      add: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1000, max: 2500 })),
    });
    fc.assert(
      fc.property(fc.constantFrom(1, 24), fc.array(move, { minLength: 1, maxLength: 40 }), (windowsPerDay, moves) => {
        const opened = roomFor(100_000);
        const bins = new Bins(6, windowsPerDay, 100_000, opened);
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
          expect(taken(bins, opened, bin)).toEqual({
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

  test.each([1, 1440])('are filled and emptied twenty times in the room of one time (%i windows a day)', w => {
    const opened = roomFor(30_000);
    // Room for no more than lies in them at a time, but for a chunk of each that is not full.
    const bins = new Bins(100, w, 90_000, opened);
    const fill = (day: number) => {
      for (let bin = 0; bin < 3; bin++) for (let i = 0; i < 30_000; i++) bins.push(day * 3 + bin, i, i, i);
    };
    const empty = (day: number) => {
      for (let bin = 0; bin < 3; bin++) taken(bins, opened, day * 3 + bin);
    };
    for (let round = 0; round < 20; round++) {
      fill(round % 33);
      empty(round % 33);
    }
    expect(bins.size).toBe(0);
  });

  test('refuse more than room was set aside for', () => {
    const bins = new Bins(1, 1, 1024, roomFor(1));
    expect(() => {
      for (let i = 0; i < 3000; i++) bins.push(0, i, i, i);
    }).toThrow('more than 1024 arrivals are pending');
  });
});
