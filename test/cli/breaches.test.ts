import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import yargs from 'yargs';
import { breaches } from '../../src/cli/commands/breaches.ts';
import { UsageError } from '../../src/cli/faults.ts';
import { makeSampleRun } from '../results/sample-run.ts';
import { temporaryFolder } from '../results/temporary-folder.ts';

const dir = temporaryFolder();
const sample = join(dir, 'run');
makeSampleRun(sample);

/** Runs the command line after `mhhsim` and gives back what it prints. */
async function run(...args: string[]): Promise<string> {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {});
  const write = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  try {
    await yargs(['breaches', ...args])
      .command(breaches)
      .strict()
      .fail(false)
      .parseAsync();
    return [...print.mock.calls, ...write.mock.calls].map(([text]) => String(text)).join('\n');
  } finally {
    print.mockRestore();
    write.mockRestore();
  }
}

/** The faults the user is told, a line each. */
async function faults(...args: string[]): Promise<string[]> {
  const error = await run(...args).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UsageError);
  return (error as Error).message.split('\n');
}

describe('breaches', () => {
  test('shows the SLA table by step, the worst parties and the worst days', async () => {
    expect(await run(sample)).toBe(
      [
        '72 deadlines: 53 met, 13 missed (19.70 %), 6 open.',
        '',
        'By step',
        'step    what                   due     met  missed  open    share',
        '3.1.2   validation             60 min   23       7     0  23.33 %',
        '3.1.3   acceptance             60 min   26       4     0  13.33 %',
        '3.1.10  notice of termination  5 WD      4       2     6  33.33 %',
        '',
        'By party (the worst 5 of 6 parties)',
        'id  mpid  party         role      met  missed  open    share',
        '5   LOND  SMRA London   SMRA        5       5     0  50.00 %',
        '7   DFSD  Dataflow      SDS        13       3     0  18.75 %',
        '1   ALDR  Alder Energy  Supplier    4       2     0  33.33 %',
        '4   EELC  SMRA Eastern  SMRA       18       2     0  10.00 %',
        '6   MFIT  Meterfit      MSS        13       1     0   7.14 %',
        '',
        'By day (the worst 3 of 5 days)',
        'date        met  missed  open    share',
        '2025-10-24    9       5     0  35.71 %',
        '2025-10-27    7       5     0  41.67 %',
        '2025-10-23   27       3     0  10.00 %',
      ].join('\n'),
    );
  });

  test('--by shows one table in full, days in their order', async () => {
    expect(await run(sample, '--by', 'day', '--step', '3.1.10')).toBe(
      [
        '12 deadlines: 4 met, 2 missed (33.33 %), 6 open.',
        '',
        'By day',
        'date        met  missed  open    share',
        '2025-10-27    4       2     0  33.33 %',
        '2025-10-28    0       0     6        –',
      ].join('\n'),
    );
  });

  test('steps, parties and dates restrict it; parties go by name, mpid or number', async () => {
    const answer = JSON.parse(
      await run(sample, '--party', 'smra london', '--party', 'MFIT', '--party', '4', '--from', '2025-10-24', '--json'),
    );
    expect(answer.parties.map((p: { party_id: number; missed: number }) => [p.party_id, p.missed])).toEqual([
      [5, 5],
      [6, 0],
    ]);
    expect(Object.keys(answer)).toEqual(['steps', 'parties', 'days']);
    expect(await run(sample, '--to', '2025-10-21')).toBe('No deadline fell due there.');
  });

  test('--json --by holds that table alone', async () => {
    expect(JSON.parse(await run(sample, '--json', '--by', 'step', '--step', '3.1.3'))).toEqual({
      steps: [{ step: '3.1.3', title: 'acceptance', due: '60 min', met: 26, missed: 4, open: 0, share: 4 / 30 }],
    });
  });

  test('--csv gives a line for each day, step and party, or one for each of --by', async () => {
    expect(await run(sample, '--csv', '--from', '2025-10-27')).toBe(
      [
        'date,step,title,party_id,mpid,party,met,missed,open,share',
        '2025-10-27,3.1.3,acceptance,7,DFSD,Dataflow,3,3,0,0.5',
        `2025-10-27,3.1.10,notice of termination,1,ALDR,Alder Energy,4,2,0,${1 / 3}`,
        '2025-10-28,3.1.10,notice of termination,2,BRCH,Birch Power,0,0,6,',
        '',
      ].join('\r\n'),
    );
    expect((await run(sample, '--csv', '--by', 'party', '--party', '4')).split('\r\n')).toEqual([
      'party_id,mpid,party,role,met,missed,open,share',
      '4,EELC,SMRA Eastern,SMRA,18,2,0,0.1',
      '',
    ]);
  });

  test('says everything that is wrong with its arguments at once', async () => {
    const args = [
      '--step',
      '9.9.99',
      '--party',
      'Dataflow',
      '--party',
      'Birch Powr',
      '--from',
      '2025-11-31',
      '--csv',
      '--json',
    ];
    expect(await faults(sample, ...args)).toEqual([
      'there is no step 9.9.99',
      'party Dataflow is more than one: ask for it by party_id: 7 (Dataflow, SDS), 8 (Dataflow, NHHDC)',
      'there is no party Birch Powr; did you mean "Birch Power"?',
      '--from: "2025-11-31" is not a date: November 2025 has days 01 to 30',
      '--csv and --json are two forms of the answer: ask for one of them',
    ]);
    expect(await faults(sample, '--from', '2025-10-25', '--to', '2025-10-23')).toEqual([
      '--from 2025-10-25 is after --to 2025-10-23; the first date comes first',
    ]);
  });

  test('warns of an interrupted run on stderr and answers all the same', async () => {
    const partial = join(dir, 'partial');
    makeSampleRun(partial, { status: 'partial' });
    const warn = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await run(partial, '--by', 'step')).toContain('72 deadlines');
    expect(warn.mock.calls).toEqual([
      [`warning: ${partial} is an interrupted run: its figures end before the run's end`],
    ]);
    warn.mockRestore();
  });
});
