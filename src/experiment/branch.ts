import { type Origin, RunFolderError, readManifest } from '../results/index.ts';
import { resolveScenario } from '../scenario/index.ts';
import { layoutDifferences, layoutOf } from '../simulation/index.ts';
import { type Checkpoint, checkpointDates, checkpointFolder, readCheckpoint } from './checkpoints/checkpoint.ts';
import { differences } from './differences.ts';
import { RunRefused } from './refused.ts';
import type { RunRequest } from './request.ts';

/** Where a run branches off: another run, as a date begins. */
export interface BranchPoint {
  /** Run folder. */
  readonly run: string;
  readonly date: string;
}

/** A checkpoint with which a run begins. */
export interface Beginning {
  /** Its folder. */
  readonly folder: string;
  readonly checkpoint: Checkpoint;
}

/**
 * The checkpoint with which a branch begins.
 *
 * @throws RunRefused where there is none of the date, or the request cannot go on from it; RunFolderError where it is damaged
 */
export function branchPoint({ run, date }: BranchPoint, request: RunRequest): Beginning {
  const dates = checkpointDates(run);
  if (!dates.includes(date)) throw new RunRefused(withoutCheckpoint(run, date, dates));
  const folder = checkpointFolder(run, date);
  const checkpoint = readCheckpoint(folder);
  const faults = layoutDifferences(
    layoutOf(resolveScenario(checkpoint.scenario), checkpoint.scale),
    layoutOf(request.scenario, request.scale),
  );
  // Another scale gives other counts of everything; one sentence tells it.
  if (checkpoint.scale !== request.scale)
    faults.splice(0, Infinity, `its scale is ${request.scale}, that of the run ${checkpoint.scale}`);
  if (differences(checkpoint.trace, request.trace).length > 0)
    faults.push(`it traces ${words(request.trace)}, the run ${words(checkpoint.trace)}`);
  if (faults.length > 0) throw new RunRefused(`the scenario cannot go on from ${run}: ${faults.join('; ')}`);
  return { folder, checkpoint };
}

/** What the manifest says of where a branch begins. */
export function originOf({ date, scenario, from }: Checkpoint): Origin {
  return { date, scenario, ...(from ? { from } : {}) };
}

function withoutCheckpoint(run: string, date: string, dates: readonly string[]): string {
  // Says so itself where there is no run at all.
  if (dates.length === 0) {
    try {
      readManifest(run);
    } catch (error) {
      if (!(error instanceof RunFolderError) || !/was stopped while/.test(error.message)) throw error;
    }
  }
  const there = dates.length > 0 ? `; there are ${dates.join(', ')}` : '';
  return `${run} has no checkpoint of ${date}${there}; --checkpoint-at ${date} takes one when it is run`;
}

function words(trace: number | readonly string[]): string {
  return typeof trace === 'number' ? `${trace} points` : trace.join(',');
}
