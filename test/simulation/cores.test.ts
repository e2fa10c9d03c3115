import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownSteps } from '../../src/procedures/index.ts';
import { digestOfTables } from '../../src/results/index.ts';
import { loadScenario, type Scenario } from '../../src/scenario/index.ts';
import type { Core, Table } from '../../src/simulation/index.ts';
import { Threads, type Way } from '../experiment/in-threads.ts';
import { busyMarket, type RandomMarket, randomMarket, restlessMarket } from './random-market.ts';
import { hands, type ResultRow, TinyRun, tinyScenario } from './tiny-market.ts';

// MHHSIM_RUNS=5000 looks at more markets, and works out the smallest that differs; for CI that takes too long.
const RUNS = Number(process.env.MHHSIM_RUNS ?? 16);
const SMALLEST = process.env.MHHSIM_RUNS !== undefined;

/** All ways of running a market. The ordered core takes every event in time order: it is the oracle. */
const FOLDED: readonly (readonly [core: Core, window: number])[] = [
  ['folded', 86_400],
  ['folded', 3600],
  ['folded', 60],
];

describe('the folded core', () => {
  test.each([
    ['of every kind', randomMarket, RUNS],
    ['where requests and messages overtake each other', restlessMarket, Math.ceil(RUNS / 2)],
    ['where customers switch all the time, and much else happens', busyMarket, Math.ceil(RUNS / 2)],
  ])(
    'gives the results of the ordered one to the last byte, whatever its window, in markets %s',
    (_, markets, numRuns) => {
      fc.assert(
        fc.property(markets, market => {
          const ordered = run(market, 'ordered', 86_400);
          for (const [core, window] of FOLDED) {
            const folded = run(market, core, window);
            if (digestOfTables(folded.outcome.tables).digest === digestOfTables(ordered.outcome.tables).digest)
              continue;
            throw new Error(`windows of ${window} s differ from the ordered core: ${difference(ordered, folded)}`);
          }
        }),
        { numRuns, seed: 20_270_507, endOnFailure: !SMALLEST },
      );
    },
    3_600_000,
  );

  test.each<Core>(['ordered', 'folded'])(
    'takes a final read for late that comes on the day after one was deemed: %s',
    core => {
      // The EFD is Monday 10 November 2025; deemed is at the end of the next Working Day. The supplier's read is 60 hours
      // of work: done at noon of the day on which, at midnight, one was deemed.
      const late = new TinyRun(
        tinyScenario({
          points: { 'NHH smart': 1 },
          from: '2025-11-01',
          to: '2025-11-30',
          starts: [['2025-11-03', 1]],
          lead: 7,
          change: { reads: { deemAfter: 1 }, capacities: { Supplier: { 'final-read': hands(60 * 60) } } },
        }),
        { core, trace: 1 },
      );
      const reads = late
        .rows('trace')
        .filter(a => a.step === '3.1.15' || (a.step === '3.1.14' && a.act === 'received'));
      expect(reads.filter(a => a.act === 'queued').map(a => a.at)).toEqual(['2025-11-12T00:00:00Z']);
      expect(reads.filter(a => a.act === 'received').map(a => String(a.at).slice(0, 13))).toEqual(['2025-11-12T12']);
      expect(reads.filter(a => a.act === 'did').map(a => a.detail)).toEqual(['read deemed']);
    },
  );

  test('is as exact where points are not traced, and for windows that no day is a multiple of', () => {
    fc.assert(
      fc.property(
        fc.oneof(randomMarket, busyMarket),
        fc.constantFrom(7200, 5000, 420),
        ({ scenario, scale }, window) => {
          const digest = (core: Core) =>
            digestOfTables(new TinyRun(scenario, { scale, core, window }).outcome.tables).digest;
          expect(digest('folded')).toBe(digest('ordered'));
        },
      ),
      { numRuns: Math.ceil(RUNS / 4), seed: 20_261_028, endOnFailure: !SMALLEST },
    );
  });
});

describe('threads', { timeout: 600_000 }, () => {
  const threads = new Threads();
  const digest = async (way: Way) => digestOfTables((await threads.run(way)).tables);

  test('give the results of the ordered core to the last byte, however many there are and whatever the window', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(randomMarket, busyMarket), async market => {
        const ordered = await digest({ ...market, core: 'ordered' });
        for (const [, window] of FOLDED) {
          for (const n of [1, 2, 3, 7]) {
            expect({ window, n, ...(await digest({ ...market, window, threads: n })) }).toEqual({
              window,
              n,
              ...ordered,
            });
          }
        }
      }),
      { numRuns: Math.ceil(RUNS / 20), seed: 20_261_122, endOnFailure: !SMALLEST },
    );
  });

  const library = join(import.meta.dirname, '..', '..', 'scenarios');
  test.each(readdirSync(library).filter(name => name.endsWith('.yaml')))('give one digest of %s', async name => {
    // Every kind of thing happens in the first months of full migration; the rest is more of it.
    const { scenario } = loadScenario(join(library, name), { steps: knownSteps(), set: ['period.to=2026-06-30'] });
    const market = { scenario, scale: 0.0001, trace: 5 };
    const ordered = await digest({ ...market, core: 'ordered' });
    for (const [window, n] of [
      [86_400, 2],
      [86_400, 7],
      [3600, 3],
      [60, 1],
    ] as const)
      expect({ window, n, ...(await digest({ ...market, window, threads: n })) }).toEqual({ window, n, ...ordered });
  });
});

describe('tracing', { timeout: 60_000 }, () => {
  test('changes no result', () => {
    fc.assert(
      fc.property(fc.oneof(randomMarket, busyMarket), ({ scenario, scale }) => {
        const results = (trace: number) =>
          digestOfTables(untraced(new TinyRun(scenario, { scale, trace }).outcome.tables)).digest;
        expect(results(1000)).toBe(results(0));
      }),
      { numRuns: Math.ceil(RUNS / 6), seed: 20_250_924, endOnFailure: !SMALLEST },
    );
  });

  test('of some points tells of them what tracing all of them does', () => {
    fc.assert(
      fc.property(fc.oneof(randomMarket, busyMarket), market => {
        const all = run(market, 'folded', 86_400).rows('trace');
        const few = new TinyRun(market.scenario, { scale: market.scale, trace: 3 }).rows('trace');
        const chosen = new Set(few.map(a => a.msid));
        expect(few).toEqual(all.filter(a => chosen.has(a.msid)));
      }),
      { numRuns: Math.ceil(RUNS / 10), seed: 20_250_924, endOnFailure: !SMALLEST },
    );
  });
});

describe('the seed', { timeout: 60_000 }, () => {
  test('decides: another one gives another course, the same one the same', () => {
    fc.assert(
      fc.property(randomMarket, ({ scenario, scale }) => {
        const digest = (of: Scenario) => digestOfTables(new TinyRun(of, { scale, trace: 1000 }).outcome.tables);
        const one = digest(scenario);
        expect(digest(scenario)).toEqual(one);
        const other = digest({ ...scenario, seed: `${scenario.seed} and more` });
        // Where nothing at all starts there is nothing to be different.
        if (one.tables.trace !== digestOfTables([]).tables.trace) expect(other.digest).not.toBe(one.digest);
      }),
      { numRuns: Math.ceil(RUNS / 10), seed: 20_251_022, endOnFailure: !SMALLEST },
    );
  });
});

function run({ scenario, scale }: RandomMarket, core: Core, window: number): TinyRun {
  return new TinyRun(scenario, { scale, core, window, trace: 1000 });
}

/** The first act that only one of two runs has; where all lives are the same, the first row of any table. */
function difference(left: TinyRun, right: TinyRun): string {
  const tables = ['trace', ...left.outcome.tables.map(t => t.name)];
  for (const table of tables) {
    const [one, other] = [left, right].map(run => run.rows(table).map(text)) as [string[], string[]];
    const only = [
      ...without(one, other).map(row => ({ row, whose: 'only ordered' })),
      ...without(other, one).map(row => ({ row, whose: 'only folded' })),
    ].sort((a, b) => (a.row < b.row ? -1 : 1));
    if (only.length > 0) return `${table}, ${only[0]!.whose}: ${only[0]!.row}`;
  }
  return 'in the order of rows alone';
}

/** Rows that are not among others, each as often as it is there. */
function without(rows: readonly string[], others: readonly string[]): string[] {
  const left = Map.groupBy(others, row => row);
  return rows.filter(row => left.get(row)?.pop() === undefined);
}

/** A row with its time or date first, and without its place in a life. */
function text({ at = null, date = null, seq: _, ...rest }: ResultRow): string {
  return `${at ?? date ?? ''} ${JSON.stringify(rest)}`;
}

function untraced(tables: readonly Table[]): Table[] {
  return tables.filter(t => t.name !== 'trace' && t.name !== 'point');
}
