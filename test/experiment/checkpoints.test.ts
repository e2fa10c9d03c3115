import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownSteps } from '../../src/procedures/index.ts';
import { digestOfTables } from '../../src/results/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';
import type { Core, Outcome } from '../../src/simulation/index.ts';
import { formatDate, parseDate } from '../../src/time/index.ts';
import { busyMarket, randomMarket } from '../simulation/random-market.ts';
import { TinyRun } from '../simulation/tiny-market.ts';
import { inFolder, Threads } from './in-threads.ts';

// MHHSIM_RUNS=1000 looks for a market and a date that go wrong; for CI that takes too long.
const RUNS = Number(process.env.MHHSIM_RUNS ?? 3);
const SMALLEST = process.env.MHHSIM_RUNS !== undefined;

const threads = new Threads();
const digest = (outcome: Outcome) => digestOfTables(outcome.tables);

/** How a part of a run is run: no thread number and no core may matter to the next part. */
const way = fc.oneof(
  fc.record({ core: fc.constant<Core>('ordered') }),
  fc.record({
    core: fc.constant<Core>('folded'),
    threads: fc.constantFrom(1, 1, 2, 3),
    window: fc.constantFrom(86_400, 86_400, 3600),
  }),
);

describe('a run that is broken off at a date and taken up again', { timeout: 600_000 }, () => {
  test('gives what the uninterrupted one does, in any market, at any date, whichever threads and cores did the parts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(randomMarket, busyMarket, busyMarket),
        fc.double({ min: 0, max: 1, noNaN: true }),
        way,
        way,
        async ({ scenario, scale }, where, before, after) => {
          const market = { scenario, scale };
          const whole = new TinyRun(scenario, { scale, trace: 1000 }).outcome;
          const [first, last] = [scenario.period.from, scenario.period.to].map(parseDate) as [number, number];
          const date = formatDate(first + 1 + Math.round(where * (last - first - 1)));
          await inFolder(async dir => {
            const checkpoint = await threads.runUntil({ ...market, ...before }, date, dir);
            const rest = await threads.runFrom({ ...market, ...after }, checkpoint);
            expect(digest(rest)).toEqual(digest(whole));
          });
        },
      ),
      { numRuns: RUNS, seed: 20_260_601, endOnFailure: !SMALLEST },
    );
  });

  test('as often as one likes, in the national market', async () => {
    const { scenario } = loadScenario('scenarios/baseline.yaml', {
      steps: knownSteps(),
      set: ['period.to=2026-06-30', 'switching.rates={Smart: 1, Advanced: 1, Unmetered: 1}', 'links.changes=1'],
    });
    const market = { scenario, scale: 0.0001, trace: 5 };
    const whole = digest(await threads.run(market));
    await inFolder(async dir => {
      const march = await threads.runUntil({ ...market, threads: 3 }, '2026-03-11', join(dir, 'to March'));
      const may = await threads.runUntil({ ...market, core: 'ordered' }, '2026-05-06', join(dir, 'to May'), march);
      expect(digest(await threads.runFrom({ ...market, threads: 2 }, may))).toEqual(whole);
    });
  });
});
