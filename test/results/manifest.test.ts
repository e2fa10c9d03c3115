import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { manifestFacts, openRun, RunFolderError, readManifest, writeManifest } from '../../src/results/index.ts';
import { makeSampleRun, sampleManifest } from './sample-run.ts';
import { temporaryFolder } from './temporary-folder.ts';

const dir = temporaryFolder();
const place = () => mkdtempSync(join(dir, 'run-'));

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(RunFolderError);
    return (error as Error).message;
  }
  throw new Error('it was not refused');
}

describe('manifest.json', () => {
  test('comes back as it was written, and leaves no draft', () => {
    const run = place();
    writeManifest(run, sampleManifest);
    expect(readManifest(run)).toEqual(sampleManifest);
    expect(readdirSync(run)).toEqual(['manifest.json']);
  });

  test('a folder that is no run is refused with the reason, every fault of a manifest at once', () => {
    const run = place();
    expect(refusal(() => readManifest(join(run, 'nowhere')))).toBe(`${join(run, 'nowhere')} is not there`);
    expect(refusal(() => readManifest(run))).toBe(`${run} is not a run folder: it has no manifest.json`);
    const file = join(run, 'manifest.json');
    writeFileSync(file, '{ "format": ');
    expect(refusal(() => readManifest(run))).toBe(`${run} is not a run folder: its manifest.json is not JSON`);
    expect(refusal(() => readManifest(file))).toBe(`${file} is not a run folder: it is a file`);
    writeFileSync(file, JSON.stringify({ ...sampleManifest, status: 'finished', scale: 2, digest: 'abc' }));
    const sentence = refusal(() => readManifest(run));
    for (const fault of ['status: ', 'scale: ', 'digest: must be 64 hexadecimal digits'])
      expect(sentence).toContain(fault);
  });

  test('becomes facts by key: one for each value, lists and numbers as JSON', () => {
    expect(manifestFacts({ ...sampleManifest, scenario: { a: { b: 2, c: null }, d: ['x', 1] } })).toMatchObject({
      ...{ name: 'sample', seed: '1', scale: '1', invariantsHold: 'true', digest: null, 'host.cpus': '2' },
      ...{ 'scenario.a.b': '2', 'scenario.a.c': null, 'scenario.d': '["x",1]' },
    });
  });
});

describe('openRun', () => {
  test('a finished run opens without a warning, an interrupted or broken one with', () => {
    const warnings = (['complete', 'partial', 'invariant broken'] as const).map(status => {
      const path = join(place(), 'run');
      makeSampleRun(path, { status, invariantsHold: status !== 'invariant broken' });
      const run = openRun(path);
      run.close();
      return run.warnings.map(warning => warning.replace(path, 'RUN'));
    });
    expect(warnings).toEqual([
      [],
      ["RUN is an interrupted run: its figures end before the run's end"],
      ['RUN broke an invariant: its figures are not to be relied on'],
    ]);
  });

  test('a run without its database, with a damaged one or one of another layout is refused with a sentence', () => {
    const run = place();
    writeManifest(run, sampleManifest);
    const path = join(run, 'results.sqlite');
    expect(refusal(() => openRun(run))).toBe(`${path} is not there`);
    writeFileSync(path, 'this is no database, and it is long enough to be looked at as one'.repeat(20));
    expect(refusal(() => openRun(run))).toBe(`${path} is damaged: it is not a readable database`);
    const other = place();
    mkdirSync(other, { recursive: true });
    writeManifest(other, sampleManifest);
    const db = new Database(join(other, 'results.sqlite'));
    db.pragma('user_version = 99');
    db.close();
    expect(refusal(() => openRun(other))).toContain('has layout 99; this version of mhhsim reads layout 3');
  });

  test('a folder that is still being made opens with its manifest-to-be', () => {
    const path = join(place(), 'run');
    const manifest = makeSampleRun(path);
    const run = openRun(path, { ...manifest, name: 'to be' });
    expect(run.manifest.name).toBe('to be');
    run.close();
  });
});
