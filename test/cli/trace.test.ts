import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import yargs from 'yargs';
import { trace } from '../../src/cli/commands/trace.ts';
import { UsageError } from '../../src/cli/faults.ts';
import { createRunFolder, writeDatabase } from '../../src/results/index.ts';
import { makeSampleRun, sampleManifest, sampleMsids } from '../results/sample-run.ts';
import { temporaryFolder } from '../results/temporary-folder.ts';

const dir = temporaryFolder();
const sample = join(dir, 'run');
makeSampleRun(sample);

/** Runs the command line after `mhhsim` and gives back what it prints. */
async function run(...args: string[]): Promise<string> {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    await yargs(['trace', ...args])
      .command(trace)
      .strict()
      .fail(false)
      .parseAsync();
    return print.mock.calls.map(([line]) => String(line)).join('\n');
  } finally {
    print.mockRestore();
  }
}

/** What the user is told instead. */
async function refusal(...args: string[]): Promise<string> {
  const error = await run(...args).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UsageError);
  return (error as Error).message;
}

describe('trace', () => {
  test('tells a life act by act in British time, with what was due when and how it ended', async () => {
    expect(await run(sample, '--msid', '17')).toBe(
      [
        'MSID 1000000000174, metering point 17: Smart, smart, import, energised, Eastern, supplier Alder Energy, mhhs at the end',
        '8 acts; deadlines: 2 met, 1 missed, 0 open. British time.',
        '',
        'at                       step    act                             from → to                    due                      outcome  detail',
        '2025-10-22 09:00:00 BST  3.1.1   sent IF-031 (DIP)               Alder Energy → SMRA Eastern                                    EFD 2025-10-27',
        '2025-10-22 09:01:00 BST  3.1.1   received IF-031 (DIP)           Alder Energy → SMRA Eastern',
        '2025-10-22 09:01:00 BST  3.1.2   queued: validation              SMRA Eastern',
        '2025-10-22 09:01:00 BST  3.1.2   started: validation             SMRA Eastern',
        '2025-10-22 09:11:30 BST  3.1.2   finished: validation            SMRA Eastern',
        '2025-10-22 09:11:30 BST  3.1.2   sent IF-032 (DIP)               SMRA Eastern → Alder Energy  2025-10-22 10:01:00 BST  met      accept',
        '2025-10-22 10:30:00 BST  3.1.3   sent IF-034 (DIP)               Meterfit → SMRA Eastern      2025-10-22 10:13:00 BST  missed   accept',
        '2025-10-27 09:00:00 GMT  3.1.15  did: validates or deems a read  Dataflow                     2025-11-04 00:00:00 GMT  met      deemed',
      ].join('\n'),
    );
  });

  test('takes the MPAN core as well as the number, also written in groups', async () => {
    const byNumber = await run(sample, '--msid', '17');
    expect(await run(sample, '--msid', sampleMsids[0])).toBe(byNumber);
    expect(await run(sample, '--msid', '10 0000 0000 174')).toBe(byNumber);
  });

  test('as JSON gives facts and acts, times in UTC and as British clocks show them', async () => {
    const life = JSON.parse(await run(sample, '--msid', '42', '--json'));
    expect(life).toMatchObject({ msid: sampleMsids[1], point: 42, facts: { meter: 'traditional', state: 'legacy' } });
    expect(life.acts).toHaveLength(1);
    expect(life.acts[0]).toMatchObject({
      at: '2025-10-23T08:00:00Z',
      atLocal: '2025-10-23 09:00:00 BST',
      dueLocal: null,
    });
  });

  test('of an MSID that was not traced says which were, and how to trace it', async () => {
    expect(await refusal(sample, '--msid', '18')).toBe(
      `MSID 18 was not traced in ${sample}; traced are 1000000000174 (17), 1200000000420 (42); ` +
        'trace others by running again with --trace and their numbers, or a count drawn evenly',
    );
  });

  test('of a run without traces says so', async () => {
    const bare = join(dir, 'bare');
    const folder = createRunFolder(bare);
    writeDatabase(join(folder.path, 'results.sqlite'), [], {});
    folder.settle(sampleManifest);
    expect(await refusal(bare, '--msid', '17')).toBe(
      `${bare} traced no MSID; trace others by running again with --trace and their numbers, or a count drawn evenly`,
    );
  });

  test('takes nothing else for an MSID, and only one', async () => {
    const allowed = 'allowed: an MPAN core of 13 digits, or the number of a metering point';
    expect(await refusal(sample, '--msid', '17a')).toBe(`--msid: "17a" is not an MSID; ${allowed}`);
    expect(await refusal(sample, '--msid', '12345678901234')).toContain('is not an MSID');
    expect(await refusal(sample, '--msid', '17', '--msid', '42')).toBe('--msid is given 2 times; once is enough');
  });

  test('of a folder that is no run says so', async () => {
    mkdirSync(join(dir, 'empty'));
    await expect(run(join(dir, 'empty'), '--msid', '17')).rejects.toThrow(
      'is not a run folder: it has no manifest.json',
    );
  });
});
