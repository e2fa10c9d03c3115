import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Manifest, readManifest, writeManifest } from './manifest.ts';
import { runsSince } from './process-since.ts';
import { explaining, RunFolderError } from './run-folder-error.ts';

export interface RunFolderOptions {
  /** Replace a run that is already there, once the new one has ended. */
  readonly force?: boolean;
}

/**
 * A run folder in the making. Its files go into `path`, a neighbour of the target called `<target>.partial-<process>`, and take the
 * target's place only when the manifest is in: whatever happens before, nothing passes for a finished run.
 */
export interface RunFolder {
  /** Where the run will be found. */
  readonly target: string;
  /** Where its files are written until then. */
  readonly path: string;
  /**
   * Writes the manifest as the last file and moves the folder to the target; returns where the run is. An interrupted run
   * (status `partial`) does not displace a finished one: it stays where it is.
   */
  settle(manifest: Manifest): string;
  /** Throws everything away. */
  discard(): void;
}

/** Begins a run folder at `target`, making missing folders above it. Throws `RunFolderError` where that cannot be. */
export function createRunFolder(target: string, { force = false }: RunFolderOptions = {}): RunFolder {
  const place = resolve(target);
  return explaining(target, () => {
    refuseToOverwrite(target, force);
    mkdirSync(dirname(place), { recursive: true });
    const path = freePath(place);
    mkdirSync(path);
    return folderAt(path, place, target, force);
  });
}

/** What is left of a run that was broken off. */
export interface InterruptedRun {
  readonly path: string;
  /** The number of the process that is still at work on it: it is not broken off at all. */
  readonly process: number | null;
}

/**
 * The runs for a target that were broken off: what stands there marked partial, or what a process that was killed has left
 * beside it.
 */
export function interruptedRuns(target: string): InterruptedRun[] {
  const place = resolve(target);
  return explaining(target, () => {
    const all: InterruptedRun[] = [];
    if (standing(place) === 'interrupted') all.push({ path: target, process: null });
    for (const name of existsSync(dirname(place)) ? readdirSync(dirname(place)) : []) {
      const [, of, number] = /^(.*)\.partial-(\d+)(?:-\d+)?$/.exec(name) ?? [];
      if (of !== basename(place)) continue;
      const path = join(dirname(target), name);
      const pid = Number(number);
      const busy = pid !== process.pid && runsSince(pid, statSync(path).ctimeMs);
      all.push({ path, process: busy ? pid : null });
    }
    return all;
  });
}

/**
 * Takes up the folder of a run that was broken off, with its checkpoints; what else there is in it goes. Throws
 * `RunFolderError` where another run stands at the target that is not to be replaced.
 */
export function reopenRunFolder(left: string, target: string, { force = false }: RunFolderOptions = {}): RunFolder {
  const place = resolve(target);
  return explaining(left, () => {
    if (resolve(left) !== place) refuseToOverwrite(target, force);
    const path = freePath(place);
    // Only one can have it: for a second one it is no longer there.
    renameSync(left, path);
    for (const name of readdirSync(path))
      if (name !== 'checkpoints') rmSync(join(path, name), { recursive: true, force: true });
    return folderAt(path, place, target, force);
  });
}

function folderAt(path: string, place: string, target: string, force: boolean): RunFolder {
  return {
    target,
    path,
    settle: manifest => explaining(target, () => settle(path, place, target, manifest, force)),
    discard: () => rmSync(path, { recursive: true, force: true }),
  };
}

type Standing = 'nothing' | 'interrupted' | 'finished';

/** What stands at a run folder's place; throws where it is something else than a run and holds anything. */
function standing(target: string): Standing {
  const stat = lstatSync(target, { throwIfNoEntry: false });
  if (!stat) return 'nothing';
  if (!statSync(target).isDirectory()) throw new RunFolderError(`${target} is a file; a run needs a folder`);
  if (readdirSync(target).length === 0) return 'nothing';
  try {
    return readManifest(target).status === 'partial' ? 'interrupted' : 'finished';
  } catch (error) {
    if (!(error instanceof RunFolderError)) throw error;
    throw new RunFolderError(`${target} holds files that are not a run's; choose another place with --out`);
  }
}

function refuseToOverwrite(target: string, force: boolean): void {
  const found = standing(target);
  if (force || found === 'nothing') return;
  throw new RunFolderError(
    found === 'finished'
      ? `${target} already holds a run; replace it with --force or choose another place with --out`
      : `${target} holds an interrupted run; go on with it by --resume, replace it with --force or choose another place with --out`,
  );
}

function settle(path: string, place: string, target: string, manifest: Manifest, force: boolean): string {
  writeManifest(path, manifest);
  const found = standing(place);
  if (found === 'finished' && manifest.status === 'partial') return path;
  if (found !== 'nothing' && !force)
    throw new RunFolderError(`${target} was made by another run in the meantime; this one is kept in ${path}`);
  if (!existsSync(place)) renameSync(path, place);
  else replace(path, place);
  return target;
}

/** Moves the old folder aside and the new one in; the old one goes only when the new one is in its place. */
function replace(path: string, place: string): void {
  const aside = `${path}.old`;
  renameSync(place, aside);
  try {
    renameSync(path, place);
  } catch (error) {
    renameSync(aside, place);
    throw error;
  }
  rmSync(aside, { recursive: true, force: true });
}

/** In containers process numbers come back: a second run of the same number gets a second name. */
function freePath(place: string): string {
  const first = `${place}.partial-${process.pid}`;
  for (let n = 1; ; n++) {
    const path = n === 1 ? first : `${first}-${n}`;
    if (!existsSync(path)) return path;
  }
}
