import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Core,
  Cursor,
  Machinery,
  type NodeSpec,
  run,
  SERVICE_UNITS,
  SHORTEST_DELAY,
} from '../../src/engine/index.ts';
import { QuantileTable, seedKeys } from '../../src/random/index.ts';
import { BritishTime, parseDate, parseHours, WorkClock, WorkingDays } from '../../src/time/index.ts';
import { outcome } from './outcome.ts';

const FIRST = parseDate('2026-06-08');
const DAYS = 4;
const DAY = 86_400;
const british = new BritishTime(FIRST, FIRST + DAYS - 1);
const workingDays = new WorkingDays(FIRST, FIRST + DAYS - 1);

/** A kind of work, a moment, a moment apart, or the receipt of a message; reached from `parent` after `delay` seconds. */
interface Task {
  readonly kind: 'work' | 'moment' | 'apart' | 'message';
  readonly parent: number;
  readonly delay: number;
  readonly service: number;
  readonly hours: string;
}

/**
 * Runs a tree of tasks for things that begin at given seconds of the run and are numbered from `first` on; returns what
 * was done when, and all tallies.
 */
function runTree(
  tasks: readonly Task[],
  begins: readonly number[],
  core: Core,
  window: number,
  forgets = -1,
  first = 0,
) {
  const log: string[] = [];
  const marks: string[] = [];
  const children = tasks.map((_, t) => tasks.flatMap((c, i) => (i > 0 && c.parent === t ? [i] : [])));
  const nodes = tasks.map(
    ({ kind }, t): NodeSpec<Cursor> => ({
      name: `${kind} ${t}`,
      served: kind === 'work',
      apart: kind === 'apart',
      // Declared only from one of its sides, a way is one that the levels do not know.
      leadsTo: t === forgets ? [] : children[t]!,
      parties: kind === 'work' ? 2 : 0,
      step: 0,
      handler(c) {
        log.push(`${c.now} ${t} ${c.id}`);
        c.since = c.now - t;
        if (c.traced) c.detail = `set off by ${t}`;
        for (const child of children[t]!) {
          c.branch = child;
          const task = tasks[child]!;
          if (task.kind === 'work') c.work(child, c.id % 2);
          else if (task.kind === 'message') c.send(child, c.id % 2, 0);
          else c.reach(child, c.now + task.delay);
        }
        // Whatever was taken up meanwhile, the handler is where it was.
        marks.push(`${t} ${c.id}: ${c.now} ${c.branch} ${c.since} ${c.traced && c.detail}`);
      },
    }),
  );
  const machinery = new Machinery<Cursor>(
    {
      british,
      first: FIRST,
      last: FIRST + DAYS - 1,
      keys: seedKeys('tree'),
      entities: 1,
      blockOf: id => id,
      nodes,
      servers: tasks.map(({ kind, service, hours }) => {
        const clock = new WorkClock(british, workingDays, parseHours(hours), FIRST, FIRST + DAYS - 1);
        const spec = { servers: 1, service: QuantileTable.fromRange(0, service * SERVICE_UNITS), stretch: 1, clock };
        return kind === 'work' ? [spec, { ...spec, servers: 9 }] : [];
      }),
      messages: tasks.map((_, t) => ({ from: 2, to: 1, network: t, node: t, step: 0 })),
      networks: tasks.map(({ delay }) => QuantileTable.fromRange(delay, delay + 30)),
      obligations: [],
      traced: [0],
    },
    core,
    window,
    SHORTEST_DELAY,
  );
  const cursor = new Cursor(machinery as unknown as Machinery<never>);
  run(machinery, cursor, {
    begin(day) {
      const midnight = british.midnight(day);
      begins.forEach((begin, id) => {
        if (Math.floor(begin / DAY) !== day - FIRST) return;
        cursor.place(first + id, 0, midnight, midnight);
        cursor.reach(0, midnight + (begin % DAY));
      });
    },
    end() {},
  });
  return { log: log.sort(), marks: marks.sort(), levels: machinery.levels, ...outcome(machinery) };
}

const moment: Task = { kind: 'moment', parent: 0, delay: 0, service: 0, hours: 'always' };
const task: fc.Arbitrary<Omit<Task, 'parent'>> = fc.record({
  kind: fc.constantFrom('work', 'moment', 'apart', 'message'),
  delay: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 100_000 })),
  service: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 20_000 })),
  hours: fc.constantFrom('always', 'Mon-Fri 09:00-17:00'),
});
/** A first moment and up to nine tasks, each set off by one before it. */
const tree = fc
  .array(fc.tuple(task, fc.nat()), { minLength: 1, maxLength: 9, size: 'max' })
  .map(list => [moment, ...list.map(([t, parent], i): Task => ({ ...t, parent: parent % (i + 1) }))]);
const begins = fc.array(fc.oneof(fc.constantFrom(0, 3 * 3600), fc.integer({ min: 0, max: 3 * DAY })), {
  minLength: 1,
  maxLength: 30,
  size: 'max',
});

describe('whatever sets off whatever', { timeout: 60_000 }, () => {
  test('random trees of work, moments and messages run alike event by event, and folded by the day, hour or minute', () => {
    fc.assert(
      fc.property(tree, begins, (tasks, things) => {
        const oracle = runTree(tasks, things, 'ordered', DAY);
        expect(oracle.log.length).toBeGreaterThan(0);
        for (const window of [DAY, 3600, 60]) expect(runTree(tasks, things, 'folded', window)).toEqual(oracle);
      }),
      { numRuns: 40 },
    );
  });

  test.each([2 ** 25 - 15, 2 ** 26 - 30])('things may be numbered up to 2^26: thirty from %i on', first => {
    fc.assert(
      fc.property(tree, tasks => {
        const things = Array.from({ length: 30 }, (_, i) => (i % 3) * 40_000);
        const oracle = runTree(tasks, things, 'ordered', DAY, -1, first);
        expect(oracle.log.some(l => l.endsWith(` 0 ${first + 29}`))).toBe(true);
        for (const window of [DAY, 3600]) {
          expect(runTree(tasks, things, 'folded', window, -1, first)).toEqual(oracle);
        }
      }),
      { numRuns: 10 },
    );
  });

  test('each thing goes through every task once, if there is time for it', () => {
    const kinds = ['moment', 'message', 'work', 'work', 'apart'] as const;
    const tasks = kinds.map(
      (kind, i): Task => ({ ...moment, kind, parent: Math.max(0, i - 1), delay: 60, service: 9 }),
    );
    const { log, levels, pending } = runTree(tasks, [0, 0, 50_000], 'folded', DAY);
    expect(log.map(l => l.split(' ').slice(1).join(' ')).sort()).toEqual(
      [0, 1, 2, 3, 4].flatMap(t => [0, 1, 2].map(id => `${t} ${id}`)),
    );
    expect(levels.level).toEqual([0, 0, 0, 1, 2]);
    expect(pending).toBe(0);
  });
});

describe('a handler that sets off what its node does not declare', () => {
  const chain = (kind: Task['kind']): Task[] => [
    moment,
    { ...moment, kind: 'work', parent: 0, service: 5 },
    { ...moment, kind, parent: 1, service: 5 },
  ];

  test.each([
    ['work', 'work 2'],
    ['apart', 'apart 2'],
  ] as const)('is found out when its levels cannot hold: %s', (kind, name) => {
    expect(runTree(chain(kind), [0], 'folded', DAY).levels.level).toEqual([0, 0, 1]);
    expect(() => runTree(chain(kind), [0], 'folded', DAY, 1)).toThrow(
      `${name} would be reached within its own window; its level comes too early`,
    );
  });

  test('is no matter to the core that takes event by event', () => {
    expect(runTree(chain('work'), [0], 'ordered', DAY, 1).log).toHaveLength(3);
  });
});

test('more queues than an event can name are refused', () => {
  const nodes = [{ name: 'n', served: true, apart: false, leadsTo: [], parties: 16_384, step: 0, handler() {} }];
  const clock = new WorkClock(british, workingDays, parseHours('always'), FIRST, FIRST);
  const spec = { servers: 1, service: QuantileTable.fromRange(1, 1), stretch: 1, clock };
  const servers = [Array.from({ length: 16_384 }, () => spec)];
  const rest = { entities: 1, blockOf: Number, messages: [], networks: [], obligations: [], traced: [] };
  const blueprint = { british, first: FIRST, last: FIRST, keys: seedKeys(''), nodes, servers, ...rest };
  expect(() => new Machinery(blueprint, 'folded', DAY, 60)).toThrow('16385 queues; at most 16384 are possible');
});
