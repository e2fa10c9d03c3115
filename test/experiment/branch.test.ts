import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { executeRun, RunRefused, replayRun } from '../../src/experiment/index.ts';
import { knownSteps } from '../../src/procedures/index.ts';
import { readManifest } from '../../src/results/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';
import type { Outcome } from '../../src/simulation/index.ts';
import { temporaryFolder } from '../results/temporary-folder.ts';
import { busyMarket } from '../simulation/random-market.ts';
import { TinyRun } from '../simulation/tiny-market.ts';
import { inFolder, Threads } from './in-threads.ts';

const dir = temporaryFolder();
const SHORT = 'period.to=2026-04-30';
const DATE = '2026-03-11';
const base = join(dir, 'base');

/** The national market, cut short, 1 point in 10,000, with something else in it. */
function request(...set: string[]) {
  const { scenario } = loadScenario('scenarios/baseline.yaml', { steps: knownSteps(), set: [SHORT, ...set] });
  return { scenario, scale: 0.0001, core: 'folded', trace: 4 } as const;
}

/** Runs a branch of the base run. */
async function branch(name: string, ...set: string[]) {
  return await executeRun(request(...set), { out: join(dir, name), report: false, from: { run: base, date: DATE } });
}

/** Names of the invariants that do not hold. */
function brokenRules({ tables }: Outcome): string[] {
  const [name, holds] = tables.find(t => t.name === 'invariant')!.columns;
  if (name?.kind !== 'text' || holds?.kind !== 'integer') throw new Error('the table of invariants is another');
  return Array.from(name.codes, code => name.words[code]!).filter((_, i) => holds.values[i] !== 1);
}

function rows(run: string, sql: string): unknown[] {
  const db = new Database(join(dir, run, 'results.sqlite'), { readonly: true });
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
}

beforeAll(async () => {
  await executeRun(request(), { out: base, report: false, checkpoints: { at: [DATE, '2026-04-08'] } });
}, 120_000);

describe('a branch', { timeout: 60_000 }, () => {
  test('in which nothing is changed is the run that it branches off', async () => {
    const { manifest } = await branch('same');
    expect(manifest.digest).toBe(readManifest(base).digest);
    expect(manifest.from).toEqual({ date: DATE, scenario: readManifest(base).scenario });
    expect(rows('same', `SELECT value FROM run WHERE key = 'from.date'`)).toEqual([{ value: DATE }]);
  });

  test.each([
    [
      'fewer hands and more',
      [
        'capacities.SMRA.validation.rate=50 per hour per million points',
        'capacities.MSS.mtd.rate=9000 per hour per million points',
      ],
    ],
    ['other hours', ['calendars.office=Mon-Sat 07:00-20:00']],
    ['more switches, for which more room is needed', ['switching.rates={Smart: 2, Advanced: 2, Unmetered: 2}']],
    ['fewer switches', ['switching.rates={Smart: 0.01, Advanced: 0, Unmetered: 0}']],
    ['other luck', ['seed=another']],
    ['other deadlines', ['steps.3.1.10.within=1 WD']],
    ['slower networks', ['networks.DIP.latency={fixed: 5 h}']],
    ['another plan and thresholds', ['plan.ramp=2', 'control.thresholds.market=100000']],
  ])('with %s has the past of the run that it branches off, and another future', async (what, set) => {
    const { manifest } = await branch(what, ...set);
    expect(manifest.invariantsHold).toBe(true);
    const messages = 'SELECT * FROM message_daily WHERE date';
    const order = 'ORDER BY date, step, flow, network, from_party, to_party';
    const past = `${messages} < '${DATE}' ${order}`;
    expect(rows(what, past)).toEqual(rows('base', past));
    expect(rows('base', past).length).toBeGreaterThan(1000);
    const future = `${messages} >= '${DATE}' ${order}`;
    if (what === 'other deadlines') {
      const late = `SELECT sum(missed) AS n FROM deadline_daily WHERE step = '3.1.10'`;
      expect(rows(what, late)).not.toEqual(rows('base', late));
    } else expect(rows(what, future)).not.toEqual(rows('base', future));
    // What is judged by then is judged for good.
    const over = `SELECT * FROM capacity_daily WHERE date < '${DATE}' ORDER BY date, party_id, work`;
    expect(rows(what, over)).toEqual(rows('base', over));
  });

  test('with hardly any switches has hardly any: what was drawn ahead is drawn anew', async () => {
    await branch('quiet', 'switching.rates={Smart: 0.01, Advanced: 0.01, Unmetered: 0}');
    const routed = (run: string, when: string) =>
      (
        rows(
          run,
          `SELECT coalesce(sum(count), 0) AS n FROM switch_daily WHERE outcome = 'routed' AND date ${when}`,
        ) as { n: number }[]
      )[0]!.n;
    const later = `>= '2026-03-20'`;
    expect(routed('quiet', `< '${DATE}'`)).toBe(routed('base', `< '${DATE}'`));
    expect(routed('base', later)).toBeGreaterThan(20);
    expect(routed('quiet', later)).toBeLessThan(routed('base', later) / 4);
  });

  test('of a branch can be replayed by itself', async () => {
    const first = join(dir, 'first');
    await executeRun(request('seed=one'), {
      out: first,
      report: false,
      from: { run: base, date: DATE },
      checkpoints: { at: ['2026-03-25'] },
    });
    const second = join(dir, 'second');
    const { manifest } = await executeRun(request('seed=two', 'switching.rates.Smart=2'), {
      out: second,
      report: false,
      from: { run: first, date: '2026-03-25' },
    });
    expect(manifest.from?.date).toBe('2026-03-25');
    expect(manifest.from?.from?.date).toBe(DATE);
    expect(manifest.from?.from?.scenario).toEqual(readManifest(base).scenario);
    expect(await replayRun(second)).toMatchObject({ agrees: true, recorded: manifest.digest });
  });

  test('judges what began before its date by the deadline of then, and what began later by its own', async () => {
    const step = '3.1.10';
    const branches = [
      ['as it was', []],
      ['half as long', [`steps.${step}.within=2 WD`]],
    ] as const;
    const [was, is] = await Promise.all(
      branches.map(async ([name, set]) => {
        await branch(`deadline ${name}`, ...set);
        return rows(
          `deadline ${name}`,
          `SELECT date, sum(met + missed + open) AS n FROM deadline_daily WHERE step = '${step}' GROUP BY date HAVING n > 0 ORDER BY date`,
        ) as { date: string; n: number }[];
      }),
    );
    const past = (all: typeof was) => all!.filter(d => d.date < DATE);
    expect(past(is)).toEqual(past(was));
    const total = (all: typeof was) => all!.reduce((sum, d) => sum + d.n, 0);
    expect(total(is)).toBe(total(was));
    expect(is).not.toEqual(was);
  });

  test('of any market with another seed from any date keeps the rules of the market', async () => {
    const threads = new Threads();
    await fc.assert(
      fc.asyncProperty(busyMarket, fc.integer({ min: 1, max: 79 }), async ({ scenario, scale }, day) => {
        const from = Date.parse(scenario.period.from);
        const date = new Date(from + day * 86_400_000).toISOString().slice(0, 10);
        await inFolder(async run => {
          const checkpoint = await threads.runUntil({ scenario, scale }, date, run);
          const changed = { ...scenario, seed: 'another' };
          const outcome = await threads.runFrom({ scenario: changed, scale }, checkpoint);
          // Of a deadline that is under way as the luck turns, the end may be drawn otherwise than the beginning was.
          const broken = brokenRules(outcome).filter(rule => rule !== 'every deadline opened is met, missed or open');
          expect(broken).toEqual([]);
        });
      }),
      { numRuns: 5, seed: 20_260_311, endOnFailure: true },
    );
  });
});

describe('a branch is refused, and nothing is written', () => {
  test.each<[string, () => Promise<unknown>, string]>([
    [
      'where there is no checkpoint of the date',
      () => executeRun(request(), { out: join(dir, 'no'), from: { run: base, date: '2026-04-01' } }),
      `${base} has no checkpoint of 2026-04-01; there are ${DATE}, 2026-04-08; --checkpoint-at 2026-04-01 takes one when it is run`,
    ],
    [
      'where there is no run',
      () => executeRun(request(), { out: join(dir, 'no'), from: { run: join(dir, 'nowhere'), date: DATE } }),
      `${join(dir, 'nowhere')} is not there`,
    ],
    [
      'of another period, with more parties and without a section',
      () => branch('no', 'period.to=2026-04-29', 'agents.MORE={name: More, roles: {MOA: {}}}', 'links=null'),
      `the scenario cannot go on from ${base}: its period is 2025-10-01 to 2026-04-29, that of the run 2025-10-01 to 2026-04-30; it has no section links, the run has one; it has MOA MORE, the run has not`,
    ],
    [
      'with other points',
      () => branch('no', 'population.classes.UMS.count=10000'),
      `the scenario cannot go on from ${base}: it has `,
    ],
    [
      'of another scale',
      () => executeRun({ ...request(), scale: 0.0002 }, { out: join(dir, 'no'), from: { run: base, date: DATE } }),
      `the scenario cannot go on from ${base}: its scale is 0.0002, that of the run 0.0001`,
    ],
    [
      'where others are traced',
      () => executeRun({ ...request(), trace: 5 }, { out: join(dir, 'no'), from: { run: base, date: DATE } }),
      `the scenario cannot go on from ${base}: it traces 5 points, the run 4 points`,
    ],
    [
      'where other MSIDs would be linked',
      () => branch('no', 'links.pairs.share=0.2'),
      'who is linked is settled as the market begins',
    ],
  ])('%s', async (_, run, why) => {
    await expect(run()).rejects.toThrow(why);
    expect(existsSync(join(dir, 'no'))).toBe(false);
  });

  test('where its checkpoint is cut off', async () => {
    const checkpoint = join(base, 'checkpoints', '2026-04-08');
    const memory = join(checkpoint, 'memory.bin');
    const whole = readFileSync(memory);
    writeFileSync(memory, whole.subarray(0, whole.length - 1));
    const from = { run: base, date: '2026-04-08' };
    await expect(executeRun(request(), { out: join(dir, 'no'), from })).rejects.toThrow(
      `the checkpoint ${checkpoint} is damaged: memory.bin is cut off`,
    );
    expect(existsSync(join(dir, 'no'))).toBe(false);
    // Of the right length, but another byte: found while it is taken up.
    const changed = Buffer.from(whole);
    changed[1000]! ^= 255;
    writeFileSync(memory, changed);
    await expect(executeRun(request(), { out: join(dir, 'no'), from })).rejects.toThrow(RunRefused);
    expect(existsSync(join(dir, 'no'))).toBe(false);
  });
});

test('a checkpoint of a date before the run or after it is refused', async () => {
  const out = join(dir, 'no');
  await expect(
    executeRun(request(), { out, checkpoints: { at: ['2025-10-01', '2026-02-01', '2026-05-01'] } }),
  ).rejects.toThrow(
    'no checkpoint can be taken at 2025-10-01, 2026-05-01: checkpoints can be taken from 2025-10-02 to 2026-04-30',
  );
  expect(existsSync(out)).toBe(false);
});

test('checkpoints change nothing', async () => {
  const { scenario, scale } = request();
  const { tables } = new TinyRun(scenario, { scale, trace: 4 }).outcome;
  const { digestOfTables } = await import('../../src/results/index.ts');
  expect(readManifest(base).digest).toBe(digestOfTables(tables).digest);
});
