import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { executeRun, RunRefused } from '../../src/experiment/index.ts';
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
