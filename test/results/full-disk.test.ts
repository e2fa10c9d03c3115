import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createRunFolder, RunFolderError, writeDatabase } from '../../src/results/index.ts';
import { sampleTables } from './sample-run.ts';
import { temporaryFolder } from './temporary-folder.ts';

// A real disk of 128 KiB; mounting it takes root.
const disk = join(temporaryFolder(), 'disk');
mkdirSync(disk);
const mount = (...options: string[]) =>
  spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', ['size=128k', ...options].join(), 'tmpfs', disk]).status === 0;
const mounted = mount();
afterAll(() => {
  if (mounted) spawnSync('/bin/umount', [disk]);
});

describe.runIf(mounted)('a small disk', () => {
  test('that fills up while the database is written is said to be full', () => {
    const folder = createRunFolder(join(disk, 'run'));
    const path = join(folder.path, 'results.sqlite');
    const write = () => writeDatabase(path, sampleTables(), {});
    expect(write).toThrow(RunFolderError);
    expect(write).toThrow(`the disk is full: ${path} could not be written`);
    folder.discard();
  });

  test('that is read-only is said to be so', () => {
    expect(mount('remount', 'ro')).toBe(true);
    const target = join(disk, 'run');
    expect(() => createRunFolder(target)).toThrow(`${target} is on a read-only file system`);
  });
});
