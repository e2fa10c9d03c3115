import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { summary, summaryText } from '../../src/reports/index.ts';
import { openRun } from '../../src/results/index.ts';
import { makeLongRun } from '../charts/long-run.ts';
import { makeSampleRun } from '../results/sample-run.ts';
import { temporaryFolder } from '../results/temporary-folder.ts';

const dir = temporaryFolder();
const manifest = makeSampleRun(join(dir, 'sample'));
makeLongRun(join(dir, 'long'));
makeSampleRun(join(dir, 'partial'), { status: 'partial', scale: 0.01 });
makeSampleRun(join(dir, 'broken'), { status: 'invariant broken', invariantsHold: false });
const runs = Object.fromEntries(['sample', 'long', 'partial', 'broken'].map(name => [name, openRun(join(dir, name))]));
afterAll(() => Object.values(runs).map(run => run.close()));

test('the summary of the sample run is what can be counted by hand', () => {
  const answers = summary(runs.sample!);
  expect(answers.segments).toEqual([
    { segment: 'Smart', msids: 100, m14: null, m15: null, end: 0.25, left: 75 },
    { segment: 'Advanced', msids: 10, m14: null, m15: null, end: 0.1, left: 9 },
  ]);
  expect(answers.all).toMatchObject({ msids: 110, left: 84 });
  expect(answers.left).toEqual({ legacy: 71, forward: 12, reverse: 1 });
  expect(answers.suppliers.map(each => [each.supplier, each.msids, each.left])).toEqual([
    ['Alder Energy', 64, 43],
    ['Birch Power', 33, 28],
    ['Cedar Gas, Light', 13, 13],
  ]);
  expect(answers.lastCompletion).toBe('2025-10-27');
  expect(answers.deadlines).toEqual({ met: 53, missed: 13, open: 6 });
  expect(answers.worstDeadlines.map(each => [each.step, each.missed, each.worstParty.party])).toEqual([
    ['3.1.2', 7, 'SMRA London'],
    ['3.1.3', 4, 'Dataflow'],
    ['3.1.10', 2, 'Alder Energy'],
  ]);
  expect(answers.busiestQueue).toMatchObject({ party: 'Meterfit', work: 'acceptance', max_backlog: 8 });
  expect(answers.networks).toEqual([
    { network: 'DIP', messages: 90 },
    { network: 'DTN', messages: 28 },
  ]);
  expect(answers.digest).toBe(manifest.digest);
  expect(JSON.parse(JSON.stringify(answers))).toEqual(answers);
});

test('at a milestone the summary takes the states of the end of that very day', () => {
  const answers = summary(runs.long!);
  expect([answers.m14, answers.m15]).toEqual(['2026-10-28', '2027-05-07']);
  const counted = runs
    .long!.db.prepare<[string], { share: number }>(
      'SELECT 1.0 * sum(mhhs) / sum(legacy + mhhs) AS share FROM state_daily WHERE date = ?',
    )
    .get('2026-10-28')!;
  expect(answers.all.m14).toBe(counted.share);
  expect(answers.all.m14).toBeLessThan(answers.all.m15!);
});

test('the text of the sample run reads as it should', () => {
  const text = summaryText(runs.sample!, { colour: false }).replace(manifest.digest!, '<digest>');
  expect(text).toMatchInlineSnapshot(`
    "sample · seed 1 · whole market
    22 Oct 2025 to 27 Oct 2025, 110 MSIDs

    Migrated by                              M14           M15       the end        MSIDs left
                                     not reached   not reached   27 Oct 2025
      Smart                                    –             –        25.0 %                75
      Advanced                                 –             –        10.0 %                 9
      All                                      –             –        23.6 %                84

    Last migration completed on 27 Oct 2025.
    Left at the end: 84 MSIDs: 71 legacy, 12 migrating, 1 reversing.
    Exceptions on the way: IF-032 rejected: agent not qualified (3), appointments missing at the EFD
    (2), fell at gate closure (1).

    Suppliers with MSIDs left: 3 of 3                  M14       M15       end            left
      Alder Energy                                       –         –    32.8 %              43
      Birch Power                                        –         –    15.2 %              28
      Cedar Gas, Light                                   –         –       0 %              13

    Deadlines: 13 of 66 missed (19.7 %), 6 still open
      the worst steps                                       missed    share  most by
      3.1.2 validation (60 min)                                  7   23.3 %  SMRA London
      3.1.3 acceptance (60 min)                                  4   13.3 %  Dataflow
      3.1.10 notice of termination (5 WD)                        2   33.3 %  Alder Energy

    Busiest queue   Meterfit (acceptance): 8 jobs on 23 Oct 2025, longest wait 3 days, 90.6 % utilised
                    on average.
    Messages        118: DIP 90, DTN 28
    Digest          <digest>
    "
  `);
});

test('the text fits a terminal for forty suppliers, and says how many it leaves out', () => {
  const text = summaryText(runs.long!, { colour: false });
  const lines = text.split('\n');
  expect(lines.length).toBeLessThanOrEqual(60);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
  expect(text).toMatch(/and \d+ more suppliers? with [\d,]+ left between them/);
  expect(text).toContain('1 in 10 of the market: multiply counts by 10');
});

test('colours are there only where asked for', () => {
  expect(summaryText(runs.sample!, { colour: false })).not.toContain('\u001b');
  expect(summaryText(runs.sample!, { colour: true })).toContain('\u001b[1m');
});

test('an interrupted run and a broken invariant stand before any figure', () => {
  const partial = summaryText(runs.partial!, { colour: false });
  expect(partial.split('\n')[2]).toBe('!! PARTIAL RUN: interrupted, the figures end on 27 Oct 2025');
  expect(partial).toContain('1 in 100 of the market: multiply counts by 100');
  expect(summaryText(runs.broken!, { colour: false }).split('\n')[2]).toMatch(/^!! INVARIANT BROKEN/);
});
