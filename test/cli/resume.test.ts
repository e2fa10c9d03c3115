import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../results/temporary-folder.ts';
import { answer, ended, mhhsim, ROOT, start } from './command.ts';

const dir = temporaryFolder();
const BASELINE = join(ROOT, 'scenarios', 'baseline.yaml');
const EVERY = 20;
const market = [BASELINE, '--scale', '0.0002', '--set', 'period.to=2026-04-30', '--quiet'];
/** Some seconds' work, with a checkpoint every twenty days. */
const checkpointed = [...market, '--checkpoint-every', String(EVERY)];

const whole = join(dir, 'whole');
beforeAll(async () => {
  expect(await mhhsim(['run', ...market, '--out', whole])).toMatchObject({ code: 0, err: '' });
}, 120_000);

function manifest(run: string) {
  return JSON.parse(readFileSync(join(run, 'manifest.json'), 'utf8'));
}

/** Names in a folder that begin so. */
function named(prefix: string): string[] {
  return readdirSync(dir).filter(name => name.startsWith(prefix));
}

/** Dates of the complete checkpoints in a folder. */
function dates(run: string): string[] {
  const folder = join(run, 'checkpoints');
  return existsSync(folder)
    ? readdirSync(folder)
        .filter(name => !name.endsWith('.partial'))
        .sort()
    : [];
}

/** The dates of the first so many checkpoints. */
function expected(n: number): string[] {
  const first = Date.UTC(2025, 9, 1);
  return Array.from({ length: n }, (_, i) => new Date(first + (i + 1) * EVERY * 86_400_000).toISOString().slice(0, 10));
}

/** Starts a run and ends it when it has left some checkpoints, and a little later. */
async function brokenOff(name: string, args: string[], checkpoints: number, later: number, signal: NodeJS.Signals) {
  const child = start(['run', ...args, '--out', join(dir, name)]);
  const done = ended(child);
  const here = () => named(name).map(found => dates(join(dir, found)).length);
  while (Math.max(-1, ...here()) < checkpoints && child.exitCode === null) await pause(5);
  await pause(later);
  child.kill(signal);
  return await done;
}

describe('a run with checkpoints', { timeout: 120_000 }, () => {
  test('that is killed at any moment, again and again, is taken up from its latest one and ends as if nothing had been', async () => {
    const out = join(dir, 'killed');
    let left: string[] = [];
    for (let kill = 0; kill < 2; kill++) {
      const threads = ['--threads', String(1 + (kill % 2))];
      const args = [...checkpointed, ...threads, ...(kill > 0 ? ['--resume'] : [])];
      const { signal } = await brokenOff('killed', args, 2 * kill + 1, Math.random() * 150, 'SIGKILL');
      expect(signal).toBe('SIGKILL');
      expect(existsSync(out)).toBe(false);
      const [partial] = named('killed.partial-');
      // Each checkpoint that it has passed is there, so no more is lost than what came after the last.
      const there = dates(join(dir, partial!));
      expect(there).toEqual(expected(there.length));
      expect(there.length).toBeGreaterThan(left.length);
      left = there;
    }
    expect(await mhhsim(['run', ...checkpointed, '--resume', '--core', 'ordered', '--out', out])).toMatchObject({
      code: 0,
      out: '',
      err: '',
    });
    expect(named('killed')).toEqual(['killed']);
    expect(manifest(out)).toMatchObject({ status: 'complete', digest: manifest(whole).digest, resumed: left.at(-1) });
    expect(dates(out)).toEqual(expected(10));
    expect(readdirSync(join(out, 'checkpoints')).filter(name => name.endsWith('.partial'))).toEqual([]);
  });

  test('that is interrupted says from where it goes on, and does; a finished one has nothing to resume', async () => {
    const out = join(dir, 'interrupted');
    const { code, err } = await brokenOff('interrupted', checkpointed, 2, 0, 'SIGINT');
    expect(code).toBe(130);
    const latest = dates(out).at(-1)!;
    expect(err).toBe(`interrupted; what there was is in ${out}, marked partial; --resume goes on from ${latest}\n`);
    expect(manifest(out)).toMatchObject({ status: 'partial', digest: null });
    // It is refused with anything else than what it was run with, and left as it is.
    expect(await answer('run', ...market, '--set', 'activation=7', '--trace', '9', '--resume', '--out', out)).toEqual({
      code: 2,
      out: '',
      err: `${out} cannot be resumed with another scenario or other options: activation was 10, is 7; trace was 3, is 9; resume it with those it had`,
    });
    expect(dates(out).at(-1)).toBe(latest);
    expect(await mhhsim(['run', ...market, '--resume', '--out', out])).toMatchObject({ code: 0, err: '' });
    expect(manifest(out)).toMatchObject({ status: 'complete', digest: manifest(whole).digest, resumed: latest });
    expect(await answer('run', ...market, '--resume', '--out', out)).toMatchObject({
      code: 2,
      err: `there is nothing to resume: no interrupted run was left for ${out}`,
    });
  });

  test('is not taken from under the process that runs it', async () => {
    const out = join(dir, 'busy');
    const child = start(['run', ...checkpointed, '--out', out]);
    const done = ended(child);
    while (named('busy.partial-').length === 0) await pause(5);
    const [partial] = named('busy.partial-');
    expect(await answer('run', ...checkpointed, '--resume', '--out', out)).toMatchObject({
      code: 2,
      err: `${join(dir, partial!)} cannot be resumed: process ${child.pid} is still at work on it`,
    });
    child.kill('SIGKILL');
    await done;
    expect(named('busy')).toEqual([partial]);
  });

  test('that was broken off before the first one begins anew, and says so', async () => {
    const out = join(dir, 'early');
    const child = start(['run', ...checkpointed, '--out', out]);
    const done = ended(child);
    while (named('early.partial-').length === 0) await pause(5);
    child.kill('SIGKILL');
    await done;
    const [partial] = named('early.partial-');
    expect(await mhhsim(['run', ...market, '--resume', '--out', out])).toMatchObject({
      code: 0,
      err: `${join(dir, partial!)} holds no checkpoint to go on from: the run begins anew\n`,
    });
    expect(named('early')).toEqual(['early']);
    expect(manifest(out).digest).toBe(manifest(whole).digest);
    expect(manifest(out).resumed).toBeUndefined();
  });

  test('of which the latest one is damaged goes on from the one before, and says so', async () => {
    const out = join(dir, 'damaged');
    await brokenOff('damaged', checkpointed, 3, 0, 'SIGTERM');
    const [before, latest] = dates(out).slice(-2) as [string, string];
    truncateSync(join(out, 'checkpoints', latest, 'memory.bin'), 1000);
    const { code, err } = await mhhsim(['run', ...checkpointed, '--resume', '--out', out]);
    expect([code, err]).toEqual([
      0,
      `the checkpoint ${join(out, 'checkpoints', latest)} is damaged: memory.bin is cut off; it is passed over\n`,
    ]);
    expect(manifest(out)).toMatchObject({ digest: manifest(whole).digest, resumed: before });
    expect(dates(out)).toEqual(expected(10));
  });

  test('stays beside a finished run unless it is to replace it', async () => {
    const out = join(dir, 'beside');
    cpSync(whole, out, { recursive: true });
    await brokenOff('beside', [...checkpointed, '--force'], 1, 0, 'SIGINT');
    expect(named('beside')).toHaveLength(2);
    expect(await answer('run', ...market, '--resume', '--out', out)).toMatchObject({
      code: 2,
      err: `${out} already holds a run; replace it with --force or choose another place with --out`,
    });
    expect(named('beside')).toHaveLength(2);
    const { startedAt } = manifest(out);
    expect((await mhhsim(['run', ...market, '--resume', '--force', '--out', out])).code).toBe(0);
    expect(named('beside')).toEqual(['beside']);
    expect(manifest(out).startedAt).not.toBe(startedAt);
    expect(manifest(out).resumed).toBeDefined();
  });
});

describe('--from', { timeout: 60_000 }, () => {
  test('begins where another run stood: the same past, and another future; replay runs both', async () => {
    const base = join(dir, 'base');
    const out = join(dir, 'branch');
    const date = '2026-03-20';
    expect((await mhhsim(['run', ...market, '--checkpoint-at', date, '--out', base])).code).toBe(0);
    const change = ['--set', 'capacities.SMRA.validation.rate=100 per hour per million points'];
    expect(await mhhsim(['run', ...market, ...change, '--from', `${base}@${date}`, '--out', out])).toMatchObject({
      code: 0,
      err: '',
    });
    expect(manifest(out).from.date).toBe(date);
    expect(manifest(out).digest).not.toBe(manifest(base).digest);
    rmSync(base, { recursive: true });
    expect(await mhhsim(['replay', out])).toMatchObject({
      code: 0,
      out: `the same: ${manifest(out).digest}\n`,
      err: '',
    });
  });
});

test('what is wrong with the options is said at once, and nothing is written', async () => {
  const before = readdirSync(dir).sort();
  const args = ['--threads', '65', '--checkpoint-every', '0.5', '--checkpoint-at', '2026-02-30', '--from', 'base'];
  expect(await answer('run', ...market, ...args, '--out', join(dir, 'wrong'))).toEqual({
    code: 2,
    out: '',
    err: [
      '--threads: "65" is not a whole number from 1 to 64',
      '--checkpoint-every: "0.5" is not a whole number of days, 1 or more',
      '--checkpoint-at: "2026-02-30" is not a date: February 2026 has days 01 to 28',
      '--from: "base" is not RUN@DATE, e.g. outputs/baseline-1@2026-06-01',
    ].join('\n'),
  });
  expect(await answer('run', ...market, '--from', `${whole}@2026-02-01`, '--out', join(dir, 'wrong'))).toEqual({
    code: 2,
    out: '',
    err: `${whole} has no checkpoint of 2026-02-01; --checkpoint-at 2026-02-01 takes one when it is run`,
  });
  expect(readdirSync(dir).sort()).toEqual(before);
});
