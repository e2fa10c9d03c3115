import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  createRunFolder,
  openRun,
  RunFolderError,
  readManifest,
  writeDatabase,
  writeManifest,
} from '../../src/results/index.ts';
import { makeSampleRun, sampleManifest, sampleTables } from './sample-run.ts';
import { temporaryFolder } from './temporary-folder.ts';

const dir = temporaryFolder();
let places = 0;
const place = () => join(dir, `run${++places}`);

/** The sentence of the RunFolderError that `act` throws. */
function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(RunFolderError);
    return (error as Error).message;
  }
  throw new Error('it was not refused');
}

describe('createRunFolder', () => {
  test('nothing stands at the target until the manifest is in; then the whole run does', () => {
    const target = join(place(), 'deep', 'run');
    const folder = createRunFolder(target);
    expect(basename(folder.path)).toBe(`run.partial-${process.pid}`);
    writeDatabase(join(folder.path, 'results.sqlite'), sampleTables(), {});
    expect(existsSync(target)).toBe(false);
    expect(refusal(() => readManifest(folder.path))).toBe(
      `${folder.path} is not a finished run: it was stopped while it was being written`,
    );
    expect(folder.settle(sampleManifest)).toBe(target);
    expect(readdirSync(target).sort()).toEqual(['manifest.json', 'results.sqlite']);
    expect(readdirSync(dirname(target))).toEqual(['run']);
  });

  test('a run that is there is not overwritten, an empty folder is used', () => {
    const target = place();
    mkdirSync(target);
    makeSampleRun(target);
    expect(refusal(() => createRunFolder(target))).toBe(
      `${target} already holds a run; replace it with --force or choose another place with --out`,
    );
  });

  test('with force the old run stays whole until the new one is finished', () => {
    const target = place();
    makeSampleRun(target, { seed: 'old' });
    writeFileSync(join(target, 'report.html'), 'old');
    const folder = createRunFolder(target, { force: true });
    writeDatabase(join(folder.path, 'results.sqlite'), sampleTables(), {});
    expect(readManifest(target).seed).toBe('old');
    folder.settle({ ...sampleManifest, seed: 'new' });
    expect(readManifest(target).seed).toBe('new');
    expect(readdirSync(target).sort()).toEqual(['manifest.json', 'results.sqlite']);
    expect(readdirSync(dir).filter(name => name.startsWith(`${basename(target)}.`))).toEqual([]);
  });

  test('a folder with files that are no run is never replaced, not even with force', () => {
    const target = place();
    mkdirSync(target);
    writeFileSync(join(target, 'thesis.txt'), 'dear to somebody');
    expect(refusal(() => createRunFolder(target, { force: true }))).toBe(
      `${target} holds files that are not a run's; choose another place with --out`,
    );
    expect(readFileSync(join(target, 'thesis.txt'), 'utf8')).toBe('dear to somebody');
  });

  test('an interrupted run is marked and kept until it is replaced with force', () => {
    const target = place();
    createRunFolder(target).settle({ ...sampleManifest, seed: 'first', status: 'partial' });
    expect(readManifest(target).status).toBe('partial');
    expect(refusal(() => createRunFolder(target))).toBe(
      `${target} holds an interrupted run; go on with it by --resume, replace it with --force or choose another place with --out`,
    );
    createRunFolder(target, { force: true }).settle({ ...sampleManifest, seed: 'second', status: 'partial' });
    expect(readManifest(target)).toMatchObject({ seed: 'second', status: 'partial' });
    createRunFolder(target, { force: true }).settle(sampleManifest);
    expect(readManifest(target).status).toBe('complete');
  });

  test('an interrupted run does not displace a finished one', () => {
    const target = place();
    makeSampleRun(target, { seed: 'old' });
    const folder = createRunFolder(target, { force: true });
    const kept = folder.settle({ ...sampleManifest, seed: 'new', status: 'partial' });
    expect(kept).toBe(folder.path);
    expect(readManifest(kept)).toMatchObject({ seed: 'new', status: 'partial' });
    expect(readManifest(target)).toMatchObject({ seed: 'old', status: 'complete' });
  });

  test('where another run finished at the same place in the meantime, neither is lost', () => {
    const target = place();
    const folder = createRunFolder(target);
    makeSampleRun(target, { seed: 'faster' });
    expect(refusal(() => folder.settle({ ...sampleManifest, seed: 'slower' }))).toContain(
      `this one is kept in ${folder.path}`,
    );
    expect(readManifest(target).seed).toBe('faster');
    expect(readManifest(folder.path).seed).toBe('slower');
  });

  test('a run that is thrown away leaves nothing', () => {
    const target = place();
    createRunFolder(target).discard();
    expect(readdirSync(dir).filter(name => name.startsWith(basename(target)))).toEqual([]);
  });

  test('a file at the target or above it is said to be one', () => {
    const file = place();
    writeFileSync(file, '');
    expect(refusal(() => createRunFolder(file))).toBe(`${file} is a file; a run needs a folder`);
    expect(refusal(() => createRunFolder(join(file, 'run')))).toBe(
      `${file}/run cannot be a folder: a part of its path is a file`,
    );
  });

  test('a folder that may not be written to is said to be so', () => {
    const closed = place();
    mkdirSync(closed, { mode: 0o555 });
    const asNobody = process.getuid!() === 0;
    if (asNobody) process.seteuid!(65_534);
    try {
      const target = join(closed, 'run');
      expect(refusal(() => createRunFolder(target))).toMatch(/^permission is denied to .*run$/);
    } finally {
      if (asNobody) process.seteuid!(0);
    }
  });

  test('a disk that is full when the manifest is written is said to be so, and there is no manifest', () => {
    const full = place();
    mkdirSync(full);
    symlinkSync('/dev/full', join(full, 'manifest.json.tmp'));
    expect(refusal(() => writeManifest(full, sampleManifest))).toBe(
      `the disk is full: ${join(full, 'manifest.json')} could not be written`,
    );
    expect(existsSync(join(full, 'manifest.json'))).toBe(false);
  });
});

describe('a run killed while it is being written', () => {
  test('leaves nothing that passes for finished, and the run before it untouched', { timeout: 60_000 }, async () => {
    const target = place();
    makeSampleRun(target, { seed: 'before' });
    const { killed, path } = await killedWhileWriting(target);
    expect(killed).toBe('SIGKILL');
    expect(existsSync(join(path, 'results.sqlite'))).toBe(true);
    expect(refusal(() => openRun(path))).toContain('is not a finished run');
    expect(readManifest(target).seed).toBe('before');
    rmSync(path, { recursive: true });
  });

  test('where there was none before, nothing stands at the target', { timeout: 60_000 }, async () => {
    const target = place();
    const { path } = await killedWhileWriting(target);
    expect(existsSync(target)).toBe(false);
    expect(refusal(() => openRun(target))).toBe(`${target} is not there`);
    rmSync(path, { recursive: true });
  });
});

/** Starts a process that writes one run after another to `target`, and kills it while its database is being filled. */
async function killedWhileWriting(target: string): Promise<{ killed: string | null; path: string }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./endless-writer.ts', import.meta.url)), target]);
  const path = `${target}.partial-${child.pid}`;
  let complaint = '';
  child.stderr.on('data', text => {
    complaint += String(text);
  });
  const ended = new Promise<string | null>(resolve => child.on('exit', (_, signal) => resolve(signal)));
  await new Promise<void>(resolve => {
    child.stdout.once('data', () => resolve());
    child.once('exit', () => resolve());
  });
  child.kill('SIGKILL');
  const killed = await ended;
  if (killed === null) throw new Error(complaint);
  return { killed, path };
}
