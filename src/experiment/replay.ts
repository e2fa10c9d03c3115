import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Difference, firstDifference, RunFolderError, readManifest } from '../results/index.ts';
import { resolveScenario } from '../scenario/index.ts';
import type { Core, Progress } from '../simulation/index.ts';
import { executeRun } from './execute-run.ts';

/** What replaying a run showed. */
export interface Replayed {
  readonly agrees: boolean;
  readonly recorded: string;
  readonly replayed: string;
  /** Where the two first differ; undefined where they agree. */
  readonly difference: Difference | undefined;
}

/**
 * Runs the manifest of a run folder again and compares the digests, and where these differ the tables.
 *
 * @throws RunFolderError for a folder that is no finished run
 */
export async function replayRun(
  dir: string,
  { onProgress, signal }: { onProgress?: (progress: Progress) => void; signal?: AbortSignal } = {},
): Promise<Replayed | 'stopped'> {
  const manifest = readManifest(dir);
  if (manifest.digest === null)
    throw new RunFolderError(`${dir} is an interrupted run; only a finished one can be replayed`);
  const place = mkdtempSync(join(tmpdir(), 'mhhsim-replay-'));
  try {
    const request = {
      scenario: resolveScenario(manifest.scenario),
      scale: manifest.scale,
      core: manifest.options.core as Core,
      trace: manifest.options.trace as number | readonly string[],
    };
    const again = await executeRun(request, {
      out: join(place, 'run'),
      report: false,
      ...(onProgress ? { onProgress } : {}),
      ...(signal ? { signal } : {}),
    });
    if (again.manifest.digest === null) return 'stopped';
    const stored = join(dir, 'results.sqlite');
    const difference = firstDifference(stored, join(again.dir, 'results.sqlite'));
    return {
      agrees: manifest.digest === again.manifest.digest && difference === undefined,
      recorded: manifest.digest,
      replayed: again.manifest.digest,
      difference,
    };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
