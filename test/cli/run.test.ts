import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRun, tracedPoints } from '../../src/results/index.ts';
import { temporaryFolder } from '../results/temporary-folder.ts';
import { answer, ended, mhhsim, ROOT, type Said, smallScenario, start } from './command.ts';

const dir = temporaryFolder();
const small = smallScenario(dir);
const BASELINE = join(ROOT, 'scenarios', 'baseline.yaml');

/** A run of the whole small market, seen by several tests. */
const first = join(dir, 'first');
let said: Said;
beforeAll(async () => {
  said = await mhhsim(['run', small, '--out', first], { cwd: dir });
});

function manifest(run: string) {
  return JSON.parse(readFileSync(join(run, 'manifest.json'), 'utf8'));
}

/** Names in a folder that begin so. */
function named(prefix: string, where = dir): string[] {
  return readdirSync(where).filter(name => name.startsWith(prefix));
}

describe('run', () => {
  test('makes a complete run folder, tells what a planner asks, and ends with 0', () => {
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.out).toMatch(/^small · seed 1 · whole market\n/);
    expect(said.out).toContain(manifest(first).digest);
    expect(said.out).toMatch(new RegExp(`Report: ${first}/report.html\n$`));
    expect(readdirSync(first).sort()).toEqual(['charts', 'manifest.json', 'report.html', 'results.sqlite']);
    expect(manifest(first)).toMatchObject({ name: 'small', status: 'complete', seed: '1', scale: 1, points: 1000 });
    expect(named('first')).toEqual(['first']);
  });

  test('draws every chart as SVG and as a Vega-Lite specification', () => {
    const charts = readdirSync(join(first, 'charts'));
    const names = charts.filter(file => file.endsWith('.svg')).map(file => file.replace('.svg', ''));
    expect(names.length).toBeGreaterThan(5);
    expect(charts.sort()).toEqual(names.flatMap(name => [`${name}.svg`, `${name}.vl.json`]).sort());
    for (const name of names) {
      expect(readFileSync(join(first, 'charts', `${name}.svg`), 'utf8')).toMatch(/^<svg[\s\S]+<\/svg>\s*$/);
      const { $schema } = JSON.parse(readFileSync(join(first, 'charts', `${name}.vl.json`), 'utf8'));
      expect($schema).toContain('vega-lite');
    }
  });

  test('gives the same with the ordered core, and says so in JSON', async () => {
    const out = join(dir, 'ordered');
    const { code, out: json, err } = await mhhsim(['run', small, '--core', 'ordered', '--json', '--out', out]);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(json)).toMatchObject({ dir: out, status: 'complete', digest: manifest(first).digest });
    expect(manifest(out).options.core).toBe('ordered');
  });

  test('of another seed, in words, is another run; its folder is called after scenario and seed, and --quiet prints nothing', async () => {
    const args = ['run', small, '--quiet', '--seed', 'x / y', '--scale', '0.1', '--trace', '7'];
    expect(await mhhsim(args, { cwd: dir })).toMatchObject({ code: 0, out: '', err: '' });
    const run = join(dir, 'outputs', 'small-x-y');
    expect(manifest(run)).toMatchObject({ seed: 'x / y', scale: 0.1, points: 100, options: { trace: 7 } });
    expect(manifest(run).digest).not.toBe(manifest(first).digest);
    const { db, close } = opened(run);
    expect(tracedPoints(db)).toHaveLength(7);
    close();
  });

  test('traces the points whose MPAN cores are given, and takes values from --set', async () => {
    const before = opened(first);
    const cores = tracedPoints(before.db).map(p => p.msid);
    before.close();
    const out = join(dir, 'set');
    const args = ['run', small, '--quiet', '--out', out, '--trace', cores.slice(0, 2).join(', ')];
    const sets = ['--set', 'steps.3.1.10.within=2 WD', '--set', 'behaviour.retry.after=7'];
    expect(await mhhsim([...args, ...sets])).toMatchObject({ code: 0, err: '' });
    const after = opened(out);
    expect(tracedPoints(after.db).map(p => p.msid)).toEqual(cores.slice(0, 2));
    after.close();
    expect(manifest(out).scenario).toMatchObject({
      steps: { '3.1.10': { within: '2 WD' } },
      behaviour: { retry: { after: 7 } },
    });
  });

  test('refuses to overwrite a run; --force replaces it', async () => {
    const args = ['run', small, '--scale', '0.05', '--quiet', '--out', join(dir, 'again')];
    expect((await mhhsim(args)).code).toBe(0);
    const before = manifest(join(dir, 'again'));
    expect(await answer(...args)).toMatchObject({
      code: 2,
      err: `${join(dir, 'again')} already holds a run; replace it with --force or choose another place with --out`,
    });
    expect(manifest(join(dir, 'again'))).toEqual(before);
    expect(await mhhsim([...args, '--force', '--seed', '2'])).toMatchObject({ code: 0, out: '', err: '' });
    expect(manifest(join(dir, 'again'))).toMatchObject({ seed: '2' });
    expect(named('again')).toEqual(['again']);
  });
});

describe('run with bad input writes nothing, ends with 2, and says', () => {
  const nowhere = join(dir, 'nowhere');

  test.each<[string, string[], string | RegExp]>([
    [
      'everything that is wrong with its options at once',
      [small, '--scale', '2', '--trace', 'x,y', '--seed', '1', '--seed', '2'],
      [
        '--scale: "2" is not a fraction over 0 up to 1, e.g. 0.01',
        '--trace: "x,y" is neither a number of points nor MPAN cores of 13 digits joined by commas',
        '--seed is given 2 times; once is enough',
      ].join('\n'),
    ],
    ['that a scale of 0 is none', [small, '--scale', '0'], /^--scale: "0" is not a fraction/],
    ['that a scale below 0 is none', [small, '--scale=-0.1'], /^--scale: "-0.1" is not a fraction/],
    ['that a word is no scale', [small, '--scale', 'half'], /^--scale: "half" is not a fraction/],
    ['that a folder has a name', [small, '--out', ''], '--out: is empty; it must name a folder'],
    [
      'that there is no such file',
      [join(dir, 'missing.yaml')],
      `${join(dir, 'missing.yaml')}:1:1: (file): is not a file that can be read: it is not there`,
    ],
    ['that a folder is no scenario', [dir], `${dir}:1:1: (file): is not a file that can be read: it is a folder`],
    [
      'which value is meant by --set, for every wrong one',
      [small, '--set', 'suppliers.ACORM.name=x', '--set', 'step.3.1.10.within=3 WD', '--set', 'activation=often'],
      /did you mean "steps"\?.*\n.*there is no "ACORM" in suppliers; did you mean "ACORN"\?.*\n.*activation: "often" is not a number/,
    ],
    [
      'that no point has the MPAN core',
      [small, '--trace', '1000000000017,1099999999990'],
      /^no metering point of this market has the MPAN core /,
    ],
  ])('%s', async (_, args, err) => {
    const before = readdirSync(dir).sort();
    const where = args.includes('--out') ? [] : ['--out', nowhere];
    expect(await answer('run', ...args, ...where)).toEqual({
      code: 2,
      out: '',
      err: typeof err === 'string' ? err : expect.stringMatching(err),
    });
    expect(readdirSync(dir).sort()).toEqual(before);
  });

  test('that the place is below a file, is a file, or holds other things', async () => {
    writeFileSync(join(dir, 'file'), '');
    mkdirSync(join(dir, 'letters'), { recursive: true });
    writeFileSync(join(dir, 'letters', 'one.txt'), 'dear');
    const before = readdirSync(dir).sort();
    const told = async (out: string) => await answer('run', small, '--out', join(dir, out), '--force');
    expect(await told('file/run')).toMatchObject({
      code: 2,
      err: `${join(dir, 'file/run')} cannot be a folder: a part of its path is a file`,
    });
    expect(await told('file')).toMatchObject({ code: 2, err: `${join(dir, 'file')} is a file; a run needs a folder` });
    expect(await told('letters')).toMatchObject({
      code: 2,
      err: `${join(dir, 'letters')} holds files that are not a run's; choose another place with --out`,
    });
    expect(readdirSync(dir).sort()).toEqual(before);
    expect(readdirSync(join(dir, 'letters'))).toEqual(['one.txt']);
  });

  test('what is wrong in the file, with line and column, for every fault', async () => {
    const path = join(dir, 'wrong.yaml');
    writeFileSync(path, 'extends: small.yaml\nperiod: { to: 2025-13-01 }\nactivation: -3\nsuplliers: {}\n');
    const { code, err } = await answer('run', path, '--out', nowhere);
    expect(code).toBe(2);
    const lines = err.split('\n');
    expect(lines).toHaveLength(3);
    expect(lines.map(line => line.replace(`${path}:`, '').split(':')[0])).toEqual(['2', '3', '4']);
    expect(existsSync(nowhere)).toBe(false);
  });
});

describe('a run that is broken off', () => {
  /** A run of some ten seconds that has begun. */
  async function begun(name: string) {
    const child = start(['run', BASELINE, '--scale', '0.003', '--out', join(dir, name)]);
    const done = ended(child);
    while (named(`${name}.partial-`).length === 0 && child.exitCode === null) await pause(20);
    return { child, done };
  }

  test.each(['SIGINT', 'SIGTERM'] as const)('by %s ends with 130, and its folder is marked partial', async signal => {
    const name = `stopped by ${signal}`;
    const { child, done } = await begun(name);
    child.kill(signal);
    const out = join(dir, name);
    expect(await done).toEqual({
      code: 130,
      signal: null,
      out: '',
      err: `interrupted; what there was is in ${out}, marked partial\n`,
    });
    expect(named(name)).toEqual([name]);
    expect(manifest(out)).toMatchObject({ status: 'partial', digest: null });
    expect((await answer('report', out)).code).toBe(2);
    expect((await answer('replay', out)).code).toBe(2);
    expect((await answer('run', small, '--out', out)).err).toContain('holds an interrupted run');
  });

  test('by kill -9 leaves nothing that passes for a run, and the next one is none the worse', async () => {
    const { child, done } = await begun('killed');
    child.kill('SIGKILL');
    expect(await done).toMatchObject({ code: null, signal: 'SIGKILL' });
    const out = join(dir, 'killed');
    expect(existsSync(out)).toBe(false);
    const [left] = named('killed.partial-');
    expect((await answer('replay', join(dir, left!))).err).toBe(
      `${join(dir, left!)} is not a finished run: it was stopped while it was being written`,
    );
    expect(await mhhsim(['run', small, '--scale', '0.05', '--quiet', '--out', out])).toMatchObject({
      code: 0,
      err: '',
    });
    expect(manifest(out).status).toBe('complete');
  });
});

// A real disk of 128 KiB; mounting it takes root.
const disk = join(dir, 'disk');
mkdirSync(disk);
const mount = (...options: string[]) =>
  spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', ['size=128k', ...options].join(), 'tmpfs', disk]).status === 0;
const mounted = mount();
afterAll(() => {
  if (mounted) spawnSync('/bin/umount', [disk]);
});

describe.runIf(mounted)('a run on a disk', () => {
  test('that fills up says so, ends with 2 and leaves nothing there', async () => {
    const { code, out, err } = await mhhsim(['run', small, '--out', join(disk, 'run')]);
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^the disk is full: \S+ could not be written\n$/),
    });
    expect(readdirSync(disk)).toEqual([]);
  });

  test('that is read-only says so and ends with 2', async () => {
    expect(mount('remount', 'ro')).toBe(true);
    expect(await answer('run', small, '--out', join(disk, 'run'))).toEqual({
      code: 2,
      out: '',
      err: `${join(disk, 'run')} is on a read-only file system`,
    });
  });
});

// A terminal, as util-linux's `script` makes one.
const terminal = spawnSync('/usr/bin/script', ['--version']).status === 0;

describe.runIf(terminal)('on a terminal', () => {
  const onTerminal = (env: Record<string, string>, ...args: string[]) =>
    spawnSync('/usr/bin/script', ['-qec', [process.execPath, 'src/cli/entry.ts', ...args].join(' '), '/dev/null'], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });

  test('a run shows a bar with the simulated date, and takes it away; --quiet shows none', () => {
    const args = ['run', small, '--scale', '0.1', '--out', join(dir, 'bar')];
    const { stdout } = onTerminal({}, ...args);
    expect(stdout).toMatch(/\d{4}-\d{2}-\d{2} {2}\d+\.\d M messages\/s/);
    expect(onTerminal({}, ...args, '--force', '--quiet').stdout).toBe('');
  });

  test('NO_COLOR is heeded', () => {
    // The bar moves the cursor; --json has none of the summary's colours to compare with, so look at colours alone.
    const colours = (text: string) => text.match(new RegExp(`${String.fromCharCode(27)}\\[\\d+(;\\d+)*m`, 'g')) ?? [];
    const args = ['run', small, '--scale', '0.1', '--force', '--out', join(dir, 'bar')];
    expect(colours(onTerminal({ NO_COLOR: '1' }, ...args).stdout)).toEqual([]);
    expect(colours(onTerminal({ NO_COLOR: '' }, ...args).stdout).length).toBeGreaterThan(0);
  });
});

function opened(path: string) {
  const run = openRun(path);
  return { db: run, close: () => run.close() };
}
