import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { chartSpec, chartWords } from '../../src/charts/index.ts';
import { summary, summaryText } from '../../src/reports/index.ts';
import { createRunFolder, openRun, writeDatabase } from '../../src/results/index.ts';
import { makeLongRun } from '../charts/long-run.ts';
import { makeSampleRun, sampleManifest } from '../results/sample-run.ts';
import { tableOf } from '../results/table-of.ts';
import { temporaryFolder } from '../results/temporary-folder.ts';

const dir = temporaryFolder();
const manifest = makeSampleRun(join(dir, 'sample'));
makeLongRun(join(dir, 'long'));
makeSampleRun(join(dir, 'partial'), { status: 'partial', scale: 0.01 });
makeSampleRun(join(dir, 'broken'), { status: 'invariant broken', invariantsHold: false });
makeSmallRun(join(dir, 'whole'), 0);
makeSmallRun(join(dir, 'nearly'), 1);
const runs = Object.fromEntries(
  ['sample', 'long', 'partial', 'broken', 'whole', 'nearly'].map(name => [name, openRun(join(dir, name))]),
);
afterAll(() => Object.values(runs).map(run => run.close()));

/** A run of one day at whose end the one supplier's seven MSIDs are under MHHS, but for those left waiting. */
function makeSmallRun(place: string, left: number): void {
  const folder = createRunFolder(place);
  const tables = [
    tableOf('party', [[1, 'ALDR', 'Alder Energy', 'Supplier', null]]),
    tableOf('day', [['2027-05-07', 1, null, 1, 'M15']]),
    tableOf('state_daily', [['2027-05-07', 'Smart', 1, 0, left, 7 - left, 0]]),
    tableOf('outstanding', left === 0 ? [] : [['Smart', 1, 'forward', 'waiting for its EFD', left]]),
  ];
  const { digest } = writeDatabase(join(folder.path, 'results.sqlite'), tables, {});
  folder.settle({ ...sampleManifest, digest });
}

test('the summary of the sample run is what can be counted by hand', () => {
  const answers = summary(runs.sample!);
  expect(answers.segments).toEqual([
    { segment: 'Smart', msids: 100, m14: null, m15: null, end: 0.25, left: 75 },
    { segment: 'Advanced', msids: 10, m14: null, m15: null, end: 0.1, left: 9 },
  ]);
  expect(answers.all).toMatchObject({ msids: 110, left: 84 });
  expect(answers.left).toEqual({ legacy: 71, forward: 12, reverse: 1 });
  expect(answers.reasons.slice(0, 2)).toEqual([
    { reason: 'held back by thresholds or freezes', count: 40 },
    { reason: 'not planned within the period', count: 27 },
  ]);
  expect(answers.reasons.reduce((sum, each) => sum + each.count, 0)).toBe(84);
  expect(answers.suppliers.map(each => [each.supplier, each.msids, each.left, each.mainReason])).toEqual([
    ['Alder Energy', 64, 43, 'held back by thresholds or freezes'],
    ['Birch Power', 33, 28, 'not planned within the period'],
    ['Cedar Gas, Light', 13, 13, 'held back by thresholds or freezes'],
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
    Left at the end: 84 MSIDs: 40 held back by thresholds or freezes; 27 not planned within the period;
    10 waiting for an answer; 3 complex metering waits for M14; 2 one of its services given up; 1
    rejected or expired, to be asked for again; 1 waiting for its EFD.
    On the way: 6 exceptions, most often IF-032 rejected: agent not qualified (3).
    Changes of supplier: 6, of which 2 migrated the MSID and 1 took it back to legacy; 1 refused.

    Left at 3 of 3 suppliers         M14    M15    end       left  mainly
      Alder Energy                     –      – 32.8 %         43  held back by thresholds or freezes
      Birch Power                      –      – 15.2 %         28  not planned within the period
      Cedar Gas, Light                 –      –    0 %         13  held back by thresholds or freezes

    Deadlines: 13 of 66 missed (19.7 %), 6 still open
      the worst steps                                    missed    share  most by
      3.1.2 validation (60 min)                               7   23.3 %  SMRA London
      3.1.3 acceptance (60 min)                               4   13.3 %  Dataflow (SDS)
      3.1.10 notice of termination (5 WD)                     2   33.3 %  Alder Energy

    Busiest queue   Meterfit, acceptance: 8 jobs on 23 Oct 2025, longest wait 3 days, 90.6 % utilised on
                    average.
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

test('where every MSID is under MHHS it says so, and no supplier is behind', () => {
  const text = summaryText(runs.whole!, { colour: false });
  expect(text).toContain('Nothing is left: every MSID is under MHHS.');
  expect(text).not.toMatch(/Left at/);
  expect(summary(runs.whole!).reasons).toEqual([]);
});

test('one MSID that is left is not called several, nor counted twice', () => {
  expect(summaryText(runs.nearly!, { colour: false })).toContain('Left at the end: 1 MSID: waiting for its EFD.\n');
  const title = (name: string) => chartWords(chartSpec(runs.nearly!, name)).title;
  expect(title('states')).toMatch(/^1 MSID not under MHHS at the end of 7 May 2027;/);
  expect(title('suppliers')).toBe('1 of 1 supplier has MSIDs left at the end: Alder Energy, 1');
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
