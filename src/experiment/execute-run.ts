import { cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { loadRenderer } from '../charts/index.ts';
import { writeReport } from '../reports/index.ts';
import { createRunFolder, type Manifest, manifestFacts, openRun } from '../results/index.ts';
import type { Progress } from '../simulation/index.ts';
import type { RunNews, RunRequest, WorkerTask } from './request.ts';
import { VERSION } from './version.ts';

export interface ExecuteOptions {
  /** The run folder to be made. */
  readonly out: string;
  /** Replace a run that is already there, once the new one has ended. */
  readonly force?: boolean;
  /** Write report.html and charts. Default true. */
  readonly report?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the run; its folder is kept and marked partial. */
  readonly signal?: AbortSignal;
}

/** How a run ended. */
export interface Executed {
  /** Where the run folder is. */
  readonly dir: string;
  readonly manifest: Manifest;
}

/** What was asked for cannot be run; nothing was written. */
export class RunRefused extends Error {}

/** The run is finished and stored, its report could not be made. */
export class ReportFailed extends Error {
  constructor(dir: string, cause: Error) {
    super(`the results are complete in ${dir}, but the report could not be made: ${cause.message}`, { cause });
  }
}

/**
 * V8 gives up inlining long before a handler's small functions are used up. With more of it the kernel runs
 * 1.3 to 1.8 times as fast; workers take over what is set before they start.
 */
const INLINING = ['--max-inlined-bytecode-size-cumulative=4000', '--max-inlined-bytecode-size=2000'];

/**
 * Simulates a scenario in a thread of its own and makes its run folder: database, report, charts, manifest.
 * The folder is complete or it does not pass for finished.
 *
 * @throws RunFolderError where the folder cannot be made, RunRefused where the request asks for what is not there
 */
export async function executeRun(request: RunRequest, options: ExecuteOptions): Promise<Executed> {
  const folder = createRunFolder(options.out, { force: options.force ?? false });
  const begun = performance.now();
  const draft = draftManifest(request);
  try {
    const news = await simulateInWorker(request, join(folder.path, 'results.sqlite'), draft, options);
    if (news === 'stopped') {
      const manifest = { ...draft, ...spent(begun) };
      return { dir: folder.settle(manifest), manifest };
    }
    if (news.kind === 'refused') throw new RunRefused(news.why);
    const manifest: Manifest = {
      ...draft,
      status: news.invariantsHold ? 'complete' : 'invariant broken',
      points: news.points,
      messages: news.messages,
      digest: news.digest,
      invariantsHold: news.invariantsHold,
      ...spent(begun),
    };
    const unreported = (options.report ?? true) ? await report(folder.path, manifest) : undefined;
    const finished = { ...manifest, ...spent(begun) };
    const dir = folder.settle(finished);
    if (unreported) throw new ReportFailed(dir, unreported);
    return { dir, manifest: finished };
  } catch (error) {
    if (!(error instanceof ReportFailed)) folder.discard();
    throw error;
  }
}

/** Makes the report of a run that is simulated and stored; returns what stood in its way. */
async function report(dir: string, manifest: Manifest): Promise<Error | undefined> {
  try {
    const run = openRun(dir, manifest);
    try {
      await writeReport(run);
    } finally {
      run.close();
    }
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

async function simulateInWorker(
  request: RunRequest,
  database: string,
  draft: Manifest,
  { onProgress, signal, report = true }: ExecuteOptions,
): Promise<Exclude<RunNews, { kind: 'progress' }> | 'stopped'> {
  if (signal?.aborted) return 'stopped';
  for (const flag of INLINING) setFlagsFromString(flag);
  const file = import.meta.url.endsWith('.ts') ? './run-worker.ts' : './run-worker.js';
  const task: WorkerTask = { request, database, facts: manifestFacts(draft) };
  const worker = new Worker(new URL(file, import.meta.url), { workerData: task });
  if (report) void loadRenderer();
  return await new Promise((resolve, reject) => {
    const stop = () => {
      worker.terminate().then(() => resolve('stopped'), reject);
    };
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (news: RunNews) => {
      if (news.kind === 'progress') onProgress?.(news.progress);
      else {
        signal?.removeEventListener('abort', stop);
        resolve(news);
      }
    });
    worker.on('error', reject);
  });
}

/** The manifest as it stands before the run has ended. */
function draftManifest({ scenario, scale, core, trace }: RunRequest): Manifest {
  return {
    format: 1,
    name: scenario.name,
    status: 'partial',
    scenario,
    seed: scenario.seed,
    scale,
    options: { core, trace },
    versions: { mhhsim: VERSION, node: process.versions.node },
    host: { platform: platform(), cpus: cpus().length, memory: Math.round(totalmem() / 2 ** 20) },
    threads: 1,
    wallSeconds: 0,
    peakRssMiB: 0,
    messages: 0,
    points: 0,
    startedAt: new Date().toISOString(),
    digest: null,
    invariantsHold: true,
  };
}

function spent(begun: number): { wallSeconds: number; peakRssMiB: number } {
  return {
    wallSeconds: Math.round(performance.now() - begun) / 1000,
    peakRssMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
