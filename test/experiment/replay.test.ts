import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { executeRun, replayRun } from '../../src/experiment/index.ts';
import { RunFolderError } from '../../src/results/index.ts';
import { temporaryFolder } from '../results/temporary-folder.ts';
import { randomMarket } from '../simulation/random-market.ts';

const dir = temporaryFolder();
const [market] = fc.sample(randomMarket, { numRuns: 1, seed: 4 });

const original = join(dir, 'original');
beforeAll(async () => {
  const { scenario, scale } = market!;
  await executeRun({ scenario, scale, core: 'folded', trace: 20 }, { out: original, report: false });
});

/** A finished run of a small market. */
function finished(name: string): string {
  const run = join(dir, name);
  cpSync(original, run, { recursive: true });
  return run;
}

/** Changes a run's database behind its back. */
function tamper(run: string, sql: string): void {
  const db = new Database(join(run, 'results.sqlite'));
  const { changes } = db.prepare(sql).run();
  db.close();
  expect(changes).toBeGreaterThan(0);
}

describe('replay', () => {
  test('of any run agrees with it, whichever core ran it', async () => {
    let n = 0;
    await fc.assert(
      fc.asyncProperty(
        randomMarket,
        fc.constantFrom('folded' as const, 'ordered' as const),
        fc.integer({ min: 0, max: 40 }),
        async ({ scenario, scale }, core, trace) => {
          const out = join(dir, `run-${n++}`);
          const { manifest } = await executeRun({ scenario, scale, core, trace }, { out, report: false });
          const { digest } = manifest;
          expect(await replayRun(out)).toEqual({
            agrees: true,
            recorded: digest,
            replayed: digest,
            difference: undefined,
          });
        },
      ),
      { numRuns: 3, seed: 1, endOnFailure: true },
    );
  });

  test('says where a row was changed', async () => {
    const run = finished('changed');
    tamper(run, 'UPDATE message_daily SET count = count + 1 WHERE rowid = 3');
    const replayed = await replayRun(run);
    expect(replayed).toMatchObject({
      agrees: false,
      difference: { table: 'message_daily', row: 2, columns: ['count'] },
    });
    const { difference } = replayed as Exclude<typeof replayed, 'stopped'>;
    expect(difference!.left!.count).toBe(Number(difference!.right!.count) + 1);
  });

  test('says where a row was taken out', async () => {
    const run = finished('taken out');
    tamper(run, 'DELETE FROM day WHERE rowid = (SELECT max(rowid) FROM day)');
    const { period } = market!.scenario;
    expect(await replayRun(run)).toMatchObject({
      agrees: false,
      difference: { table: 'day', left: undefined, right: { date: period.to } },
    });
  });

  test("does not take the manifest's word for the digest", async () => {
    const run = finished('retold');
    const path = join(run, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...manifest, digest: '0'.repeat(64) }));
    expect(await replayRun(run)).toEqual({
      agrees: false,
      recorded: '0'.repeat(64),
      replayed: manifest.digest,
      difference: undefined,
    });
  });

  test('of a manifest with another seed does not agree', async () => {
    const run = finished('reseeded');
    const path = join(run, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    manifest.scenario.seed = 'another';
    writeFileSync(path, JSON.stringify(manifest));
    expect(await replayRun(run)).toMatchObject({ agrees: false, difference: expect.anything() });
  });

  test('of a folder that is no finished run says so', async () => {
    await expect(replayRun(dir)).rejects.toThrow(
      new RunFolderError(`${dir} is not a run folder: it has no manifest.json`),
    );
    await expect(replayRun(join(dir, 'nowhere'))).rejects.toThrow(RunFolderError);
  });

  test('stops when it is told to', async () => {
    const run = finished('stopped');
    const controller = new AbortController();
    const stopped = replayRun(run, { signal: controller.signal, onProgress: () => controller.abort() });
    expect(await stopped).toBe('stopped');
  });
});
