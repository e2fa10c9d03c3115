import { interruptedRuns, type Origin } from '../results/index.ts';
import type { Beginning } from './branch.ts';
import { checkpointDates, checkpointFolder, DamagedCheckpoint, readCheckpoint } from './checkpoints/checkpoint.ts';
import { differences } from './differences.ts';
import { RunRefused } from './refused.ts';
import type { RunRequest } from './request.ts';

/** A run that was broken off, and where it goes on. */
export interface Interrupted {
  /** Its folder. */
  readonly path: string;
  /** Its latest complete checkpoint; null where it has to begin anew. */
  readonly at: Beginning | null;
  /** What the user is to know: a sentence each. */
  readonly notes: readonly string[];
}

/**
 * The interrupted run for a target: if there are several, the one with the latest checkpoint.
 *
 * @param from where the request branches off, if it does
 * @throws RunRefused where there is none, it is still being run, or is not what is asked for
 */
export function interruptedRun(target: string, request: RunRequest, from: Origin | undefined): Interrupted {
  const found = interruptedRuns(target);
  if (found.length === 0) throw new RunRefused(`there is nothing to resume: no interrupted run was left for ${target}`);
  const busy = found.find(run => run.process !== null);
  if (busy) throw new RunRefused(`${busy.path} cannot be resumed: process ${busy.process} is still at work on it`);
  const latest = found
    .map(({ path }) => ({ path, date: checkpointDates(path).at(-1) ?? '' }))
    .reduce((best, one) => (one.date > best.date ? one : best));
  const { at, notes } = latestCheckpoint(latest.path);
  if (at) refuseAnother(latest.path, at, request, from);
  else notes.push(`${latest.path} holds no checkpoint to go on from: the run begins anew`);
  return { path: latest.path, at, notes };
}

/** The latest checkpoint that is whole. */
function latestCheckpoint(run: string): { at: Beginning | null; notes: string[] } {
  const notes: string[] = [];
  for (const date of checkpointDates(run).reverse()) {
    const folder = checkpointFolder(run, date);
    try {
      return { at: { folder, checkpoint: readCheckpoint(folder) }, notes };
    } catch (error) {
      if (!(error instanceof DamagedCheckpoint)) throw error;
      notes.push(`${error.message}; it is passed over`);
    }
  }
  return { at: null, notes };
}

/** @throws RunRefused where what was broken off is not what is asked for */
function refuseAnother(path: string, { checkpoint }: Beginning, request: RunRequest, from: Origin | undefined): void {
  const { scenario, scale, trace } = checkpoint;
  const was = { ...scenario, scale, trace, from: checkpoint.from };
  const is = { ...request.scenario, scale: request.scale, trace: request.trace, from };
  const all = differences(was, JSON.parse(JSON.stringify(is)));
  if (all.length === 0) return;
  const first = all.slice(0, 3).map(({ path, left, right }) => `${path} was ${brief(left)}, is ${brief(right)}`);
  const more = all.length > 3 ? `, and ${all.length - 3} more` : '';
  throw new RunRefused(
    `${path} cannot be resumed with another scenario or other options: ${first.join('; ')}${more}; resume it with those it had`,
  );
}

function brief(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
