import { cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import {
  createRunFolder,
  discardDraft,
  flushDatabase,
  type Manifest,
  manifestFacts,
  type Origin,
  type RunFolder,
  reopenRunFolder,
} from '../results/index.ts';
import type { Progress } from '../simulation/index.ts';
import { type Beginning, type BranchPoint, branchPoint, originOf } from './branch.ts';
import { type Checkpoints, checkpointDays } from './checkpoint-days.ts';
import { checkpointDates, checkpointFolder, clearDrafts } from './checkpoints/checkpoint.ts';
import type { Journey } from './journey.ts';
import type { Leader } from './leader.ts';
import { RunRefused } from './refused.ts';
import { Reporter } from './reporter.ts';
import type { RunRequest } from './request.ts';
import { type Interrupted, interruptedRun } from './resume.ts';
import { simulateApart } from './simulate-apart.ts';
import { threadsFor } from './threads.ts';
import { VERSION } from './version.ts';

export interface ExecuteOptions {
  /** The run folder to be made. */
  readonly out: string;
  /** Replace a run that is already there, once the new one has ended. */
  readonly force?: boolean;
  /** Write report.html and charts. Default true. */
  readonly report?: boolean;
  /** How many threads run it; left out, as many as pay. Never changes a result. */
  readonly threads?: number | undefined;
  /** The first of the threads, where it has been started already: see {@link Leader}. */
  readonly leader?: Leader | undefined;
  /** When checkpoints are taken: see {@link checkpointDays}. Never changes a result. */
  readonly checkpoints?: Checkpoints;
  /** Goes on with the interrupted run for `out` from its latest checkpoint. */
  readonly resume?: boolean;
  /** Begins where another run stood as a date began, for which that one has a checkpoint. */
  readonly from?: BranchPoint | undefined;
  readonly onProgress?: (progress: Progress) => void;
  /** Told what the user is to know: a sentence each. */
  readonly onNote?: (note: string) => void;
  /** Stops the run; its folder is kept and marked partial. */
  readonly signal?: AbortSignal;
}

/** How a run ended. */
export interface Executed {
  /** Where the run folder is. */
  readonly dir: string;
  readonly manifest: Manifest;
  /** The date of the checkpoint from which an interrupted run can be resumed; none where it would begin anew. */
  readonly resumable: string | undefined;
}

/** The run is finished and stored, its report could not be made. */
export class ReportFailed extends Error {
  constructor(dir: string, cause: Error) {
    super(`the results are complete in ${dir}, but the report could not be made: ${cause.message}`, { cause });
  }
}

/**
 * Simulates a scenario in threads of its own and makes its run folder: database, report, charts, manifest, and the
 * checkpoints that are asked for. The folder is complete or it does not pass for finished.
 *
 * @throws RunFolderError where the folder cannot be made, RunRefused where the request asks for what is not there
 */
export async function executeRun(request: RunRequest, options: ExecuteOptions): Promise<Executed> {
  const { out, force = false } = options;
  const branch = options.from ? branchPoint(options.from, request) : null;
  const origin = branch ? originOf(branch.checkpoint) : undefined;
  const days = checkpointDays(options.checkpoints ?? {}, request.scenario, origin?.date);
  const left = options.resume ? interruptedRun(out, request, origin) : null;
  const threads = threadsFor(request, options.threads);

  const folder = left ? reopenRunFolder(left.path, out, { force }) : createRunFolder(out, { force });
  const begun = performance.now();
  const before = left?.at?.checkpoint.wallSeconds ?? 0;
  const draft = draftManifest(request, threads, origin, left);
  const reporter = (options.report ?? true) ? new Reporter() : undefined;
  try {
    for (const note of left?.notes ?? []) options.onNote?.(note);
    clearDrafts(folder.path);
    const journey: Journey = {
      from: beginning(folder, left, branch),
      until: null,
      checkpoints: days,
      run: folder.path,
      facts: factsOf(request, origin),
      room: (left?.at ?? branch)?.checkpoint.room ?? 0,
      spent: before,
    };
    const ended = await simulateApart(
      { request, journey, database: databaseOf(folder), facts: manifestFacts(draft) },
      {
        threads,
        leader: options.leader,
        onProgress: options.onProgress,
        signal: options.signal,
        meanwhile: () => reporter?.prepare(threads),
      },
    );
    if (ended.kind !== 'done') return keep(folder, { ...draft, ...spent(begun, before) });
    const manifest: Manifest = {
      ...draft,
      status: ended.invariantsHold ? 'complete' : 'invariant broken',
      points: ended.points,
      messages: ended.messages,
      digest: ended.digest,
      invariantsHold: ended.invariantsHold,
      ...spent(begun, before),
    };
    const [unreported] = await Promise.all([reporter?.write(folder.path, manifest), flushDatabase(databaseOf(folder))]);
    const finished = { ...manifest, ...spent(begun, before) };
    const dir = folder.settle(finished);
    if (unreported) throw new ReportFailed(dir, unreported);
    return { dir, manifest: finished, resumable: undefined };
  } catch (error) {
    if (error instanceof ReportFailed) throw error;
    const dir = giveUp(folder, { ...draft, ...spent(begun, before) });
    // What is told is told of where it is now.
    throw error instanceof RunRefused ? new RunRefused(error.message.replaceAll(folder.path, dir)) : error;
  } finally {
    await reporter?.dismiss();
  }
}

/** What checkpoints and branches need to know of a run. */
export function factsOf({ scenario, scale, trace }: RunRequest, origin: Origin | undefined): Journey['facts'] {
  const list = typeof trace === 'number' ? trace : [...trace];
  return { scenario: { ...scenario }, scale, trace: list, ...(origin ? { from: origin } : {}) };
}

function databaseOf(folder: RunFolder): string {
  return join(folder.path, 'results.sqlite');
}

/** The folder of the checkpoint that is taken up. */
function beginning(folder: RunFolder, left: Interrupted | null, branch: Beginning | null): string | null {
  if (left?.at) return checkpointFolder(folder.path, left.at.checkpoint.date);
  return branch?.folder ?? null;
}

/** An interrupted run stays where it can be resumed. */
function keep(folder: RunFolder, manifest: Manifest): Executed {
  discardDraft(databaseOf(folder));
  const resumable = checkpointDates(folder.path).at(-1);
  return { dir: folder.settle(manifest), manifest, resumable };
}

/**
 * A run that has failed leaves nothing, unless it can be resumed when what stood in its way is out of it.
 *
 * @returns where it is left
 */
function giveUp(folder: RunFolder, manifest: Manifest): string {
  try {
    discardDraft(databaseOf(folder));
    if (checkpointDates(folder.path).length > 0) return folder.settle(manifest);
    folder.discard();
    return folder.target;
  } catch {
    // A full disk may have no room for the manifest either: without it the folder is one that a kill has left.
    return folder.path;
  }
}

/** The manifest as it stands before the run has ended. */
function draftManifest(
  { scenario, scale, core, trace }: RunRequest,
  threads: number,
  origin: Origin | undefined,
  left: Interrupted | null,
): Manifest {
  return {
    format: 1,
    name: scenario.name,
    status: 'partial',
    scenario,
    seed: scenario.seed,
    scale,
    options: { core, trace },
    ...(origin ? { from: origin } : {}),
    ...(left?.at ? { resumed: left.at.checkpoint.date } : {}),
    versions: { mhhsim: VERSION, node: process.versions.node },
    host: { platform: platform(), cpus: cpus().length, memory: Math.round(totalmem() / 2 ** 20) },
    threads,
    wallSeconds: 0,
    peakRssMiB: 0,
    messages: 0,
    points: 0,
    startedAt: new Date().toISOString(),
    digest: null,
    invariantsHold: true,
  };
}

/** @param before seconds that were spent on what is not simulated again */
function spent(begun: number, before: number): { wallSeconds: number; peakRssMiB: number } {
  return {
    wallSeconds: Math.round(before * 1000 + performance.now() - begun) / 1000,
    peakRssMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
