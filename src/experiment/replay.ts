import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Difference,
  firstDifference,
  type Manifest,
  type Origin,
  RunFolderError,
  readManifest,
} from '../results/index.ts';
import { resolveScenario } from '../scenario/index.ts';
import type { Core, Progress } from '../simulation/index.ts';
import { parseDate } from '../time/index.ts';
import { type BranchPoint, branchPoint } from './branch.ts';
import { executeRun, factsOf } from './execute-run.ts';
import type { RunRequest } from './request.ts';
import { simulateApart } from './simulate-apart.ts';
import { threadsFor } from './threads.ts';

/** What replaying a run showed. */
export interface Replayed {
  readonly agrees: boolean;
  readonly recorded: string;
  readonly replayed: string;
  /** Where the two first differ; undefined where they agree. */
  readonly difference: Difference | undefined;
}

interface ReplayOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Runs the manifest of a run folder again and compares the digests, and where these differ the tables. Of a branch the run
 * that it branches off is run again as well, up to there.
 *
 * @throws RunFolderError for a folder that is no finished run
 */
export async function replayRun(dir: string, options: ReplayOptions = {}): Promise<Replayed | 'stopped'> {
  const manifest = readManifest(dir);
  if (manifest.digest === null)
    throw new RunFolderError(`${dir} is an interrupted run; only a finished one can be replayed`);
  const place = mkdtempSync(join(tmpdir(), 'mhhsim-replay-'));
  try {
    const from = manifest.from ? await originAgain(manifest, manifest.from, join(place, 'origin'), options) : undefined;
    if (from === 'stopped') return 'stopped';
    const again = await executeRun(requestOf(manifest, manifest.scenario), {
      ...options,
      out: join(place, 'run'),
      report: false,
      from,
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

/** Runs what a branch begins with, up to there, and what that one begins with before it. @param run where it is put */
async function originAgain(
  manifest: Manifest,
  { date, scenario, from }: Origin,
  run: string,
  options: ReplayOptions,
): Promise<BranchPoint | 'stopped'> {
  const before = from ? await originAgain(manifest, from, join(run, 'origin'), options) : undefined;
  if (before === 'stopped') return 'stopped';
  mkdirSync(run, { recursive: true });
  const request = requestOf(manifest, scenario);
  const begins = before ? branchPoint(before, request) : null;
  const day = parseDate(date);
  const ended = await simulateApart(
    {
      request,
      journey: {
        from: begins?.folder ?? null,
        until: day,
        checkpoints: [day],
        run,
        facts: factsOf(request, from),
        room: begins?.checkpoint.room ?? 0,
        spent: 0,
      },
      database: join(run, 'results.sqlite'),
      facts: {},
    },
    { ...options, threads: threadsFor(request) },
  );
  return ended.kind === 'halted' ? { run, date } : 'stopped';
}

function requestOf({ scale, options }: Manifest, scenario: Record<string, unknown>): RunRequest {
  return {
    scenario: resolveScenario(scenario),
    scale,
    core: options.core as Core,
    trace: options.trace as number | readonly string[],
  };
}
