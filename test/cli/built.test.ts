import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../results/temporary-folder.ts';
import { mhhsim, ROOT, smallScenario } from './command.ts';

const dir = temporaryFolder();
const small = smallScenario(dir);
const { bin, exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** Runs the command as it is installed: built and bundled, by a shell of its own. */
async function installed(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(ROOT, bin.mhhsim), ...args], { cwd: dir });
  return stdout;
}

const manifest = (run: string) => JSON.parse(readFileSync(join(dir, run, 'manifest.json'), 'utf8'));

test('the built command makes the run folder that its sources make, on one thread and on three, and replays it', async () => {
  await mhhsim(['run', small, '--out', 'plain'], { cwd: dir });
  await installed('run', small, '--out', 'built');
  await installed('run', small, '--out', 'three', '--threads', '3', '--checkpoint-every', '200');
  expect(readdirSync(join(dir, 'built')).sort()).toEqual(readdirSync(join(dir, 'plain')).sort());
  expect(['built', 'three'].map(run => manifest(run).digest)).toEqual([
    manifest('plain').digest,
    manifest('plain').digest,
  ]);
  expect(manifest('built').versions.mhhsim).toBe(manifest('plain').versions.mhhsim);
  expect(await installed('replay', 'built')).toContain(manifest('plain').digest);
});

test('a program that imports the package loads, simulates and digests as the command does', async () => {
  const { loadScenario, knownSteps, simulate, digestOfTables } = await import(join(ROOT, exports['.'].default));
  const { scenario } = loadScenario(small, { steps: knownSteps() });
  await installed('run', small, '--out', 'again');
  const { digest, options } = manifest('again');
  expect(digestOfTables(simulate(scenario, { trace: options.trace }).tables).digest).toBe(digest);
});
