import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import yargs from 'yargs';
import { report } from '../../src/cli/commands/report.ts';
import { RunFolderError } from '../../src/results/index.ts';
import { makeSampleRun } from '../results/sample-run.ts';
import { temporaryFolder } from '../results/temporary-folder.ts';

const dir = temporaryFolder();

/** Runs `mhhsim report …`; gives what it printed and what it warned of. */
async function run(...words: string[]): Promise<{ printed: string; warned: string }> {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {});
  const warn = vi.spyOn(console, 'error').mockImplementation(() => {});
  try {
    await yargs(['report', ...words])
      .command(report)
      .strict()
      .fail(false)
      .parseAsync();
    return { printed: print.mock.calls.join('\n'), warned: warn.mock.calls.join('\n') };
  } finally {
    print.mockRestore();
    warn.mockRestore();
  }
}

test('makes the report of a run and says where it is', async () => {
  const place = join(dir, 'run');
  makeSampleRun(place);
  const { printed, warned } = await run(place);
  expect(printed).toBe(`${join(place, 'report.html')} (11 charts beside it in charts/)`);
  expect(warned).toBe('');
  expect(existsSync(join(place, 'report.html'))).toBe(true);
  expect(existsSync(join(place, 'charts', 'progress.svg'))).toBe(true);
});

test('warns of an interrupted run', async () => {
  const place = join(dir, 'partial');
  makeSampleRun(place, { status: 'partial' });
  expect((await run(place)).warned).toContain('is an interrupted run');
});

test('says in a sentence that a folder holds no run', async () => {
  await expect(run(join(dir, 'nowhere'))).rejects.toThrow(RunFolderError);
});
