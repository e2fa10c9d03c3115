import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkpointDates, executeRun, RunRefused } from '../../src/experiment/index.ts';
import { digestOfDatabase, digestOfTables, openRun, RunFolderError } from '../../src/results/index.ts';
import type { Progress } from '../../src/simulation/index.ts';
import { temporaryFolder } from '../results/temporary-folder.ts';
import { randomMarket } from '../simulation/random-market.ts';
import { TinyRun } from '../simulation/tiny-market.ts';

const dir = temporaryFolder();
const [{ scenario, scale }] = fc.sample(randomMarket, { numRuns: 1, seed: 4 }) as [{ scenario: never; scale: number }];
const request = { scenario, scale, core: 'folded', trace: 5 } as const;

describe('a run', () => {
  test('stores what the simulation gives, to the last byte, and says so in the manifest', async () => {
    const out = join(dir, 'stored');
    const { manifest } = await executeRun(request, { out, report: false });
    const simulated = new TinyRun(scenario, { scale, trace: 5 }).outcome;
    expect(manifest).toMatchObject({
      status: 'complete',
      digest: digestOfTables(simulated.tables).digest,
      points: simulated.points,
      messages: simulated.messages,
      invariantsHold: true,
      scale,
      options: { core: 'folded', trace: 5 },
    });
    expect(digestOfDatabase(join(out, 'results.sqlite')).digest).toBe(manifest.digest);
    expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))).toEqual(JSON.parse(JSON.stringify(manifest)));
    // Without a report there is nothing else.
    expect(readdirSync(out).sort()).toEqual(['manifest.json', 'results.sqlite']);
    expect(manifest.wallSeconds).toBeGreaterThan(0);
    expect(manifest.peakRssMiB).toBeGreaterThan(0);
  });

  test('on several threads is the same, and the manifest says how many there were; one with the ordered core', async () => {
    const one = await executeRun(request, { out: join(dir, 'one'), report: false });
    const three = await executeRun(request, { out: join(dir, 'three'), report: false, threads: 3 });
    const ordered = { ...request, core: 'ordered' } as const;
    const alone = await executeRun(ordered, { out: join(dir, 'alone'), report: false, threads: 3 });
    expect([one, three, alone].map(run => run.manifest.threads)).toEqual([1, 3, 1]);
    expect(new Set([one, three, alone].map(run => run.manifest.digest)).size).toBe(1);
  });

  test('tells its progress day by day, to the last', async () => {
    const days: Progress[] = [];
    await executeRun(request, { out: join(dir, 'progress'), report: false, onProgress: p => days.push(p) });
    const { first, last } = days[0]!;
    expect(days.map(p => p.day)).toEqual(Array.from({ length: last - first + 1 }, (_, i) => first + i));
    expect(days.map(p => p.messages)).toEqual(days.map(p => p.messages).sort((a, b) => a - b));
  });

  test('that is stopped leaves a folder marked partial, with no digest', async () => {
    const controller = new AbortController();
    const out = join(dir, 'stopped');
    const { manifest } = await executeRun(request, {
      out,
      report: false,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(manifest).toMatchObject({ status: 'partial', digest: null });
    expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).status).toBe('partial');
    expect(() => openRun(out)).toThrow(RunFolderError);
    expect(readdirSync(dir).filter(name => name.startsWith('stopped'))).toEqual(['stopped']);
  });

  test('on several threads that is stopped leaves a folder marked partial, and tells from where it can go on', async () => {
    const controller = new AbortController();
    const out = join(dir, 'stopped in threads');
    let day = 0;
    const { manifest, resumable } = await executeRun(request, {
      out,
      report: false,
      threads: 3,
      checkpoints: { every: 3 },
      signal: controller.signal,
      onProgress: () => {
        if (++day === 20) controller.abort();
      },
    });
    expect(manifest).toMatchObject({ status: 'partial', digest: null, threads: 3 });
    expect(resumable).toBe(checkpointDates(out).at(-1));
    expect(checkpointDates(out).length).toBeGreaterThan(5);
    const resumed = await executeRun(request, { out, report: false, resume: true });
    expect(resumed.manifest).toMatchObject({ status: 'complete', resumed: resumable });
    expect(resumed.manifest.wallSeconds).toBeGreaterThan(0);
  });

  test('of which a checkpoint turns out to be damaged is kept, and goes on from the one before when that is gone', async () => {
    const controller = new AbortController();
    const out = join(dir, 'damaged');
    const stopping = {
      out,
      report: false,
      checkpoints: { every: 3 },
      signal: controller.signal,
      onProgress: () => checkpointDates(`${out}.partial-${process.pid}`).length > 3 && controller.abort(),
    };
    const { resumable } = await executeRun(request, stopping);
    const dates = checkpointDates(out);
    expect(dates.at(-1)).toBe(resumable);
    const checkpoint = join(out, 'checkpoints', resumable!);
    const file = join(checkpoint, 'memory.bin');
    const bytes = readFileSync(file);
    bytes[500]! ^= 255;
    writeFileSync(file, bytes);
    const resume = () => executeRun(request, { out, report: false, resume: true });
    await expect(resume()).rejects.toThrow(RunRefused);
    await expect(resume()).rejects.toThrow(`${file} is damaged: `);
    expect(checkpointDates(out)).toEqual(dates);
    rmSync(checkpoint, { recursive: true });
    expect((await resume()).manifest).toMatchObject({ status: 'complete', resumed: dates.at(-2) });
  });

  test('that is stopped before it begins is no different', async () => {
    const { manifest } = await executeRun(request, {
      out: join(dir, 'never begun'),
      report: false,
      signal: AbortSignal.abort(),
    });
    expect(manifest.status).toBe('partial');
  });

  test('of a market without the point that is to be traced is refused, and nothing is left of it', async () => {
    const out = join(dir, 'refused');
    const refused = executeRun({ ...request, trace: ['1000000000017'] }, { out, report: false });
    await expect(refused).rejects.toThrow(RunRefused);
    await expect(refused).rejects.toThrow('no metering point of this market has the MPAN core 1000000000017');
    expect(readdirSync(dir).filter(name => name.startsWith('refused'))).toEqual([]);
  });

  test('replaces another one only when told to, and only by a finished one', async () => {
    const out = join(dir, 'twice');
    const first = await executeRun(request, { out, report: false });
    await expect(executeRun(request, { out, report: false })).rejects.toThrow('already holds a run');
    const stopped = await executeRun(request, { out, report: false, force: true, signal: AbortSignal.abort() });
    expect(stopped.dir).not.toBe(out);
    expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).startedAt).toBe(first.manifest.startedAt);
    const second = await executeRun({ ...request, trace: 6 }, { out, report: false, force: true });
    expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).digest).toBe(second.manifest.digest);
    expect(second.manifest.digest).not.toBe(first.manifest.digest);
  });

  test('does not touch a folder with other things in it, even when told to replace what is there', async () => {
    const out = join(dir, 'other things');
    mkdirSync(out);
    writeFileSync(join(out, 'letter.txt'), 'dear');
    await expect(executeRun(request, { out, report: false, force: true })).rejects.toThrow(RunFolderError);
    expect(readdirSync(out)).toEqual(['letter.txt']);
    expect(existsSync(join(out, 'manifest.json'))).toBe(false);
  });
});
