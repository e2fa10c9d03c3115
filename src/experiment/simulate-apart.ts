import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Progress } from '../simulation/index.ts';
import { Gate } from './gate.ts';
import { Helpers, moduleBeside } from './helpers.ts';
import { RunRefused } from './refused.ts';
import type { RunNews, WorkerTask } from './request.ts';

/**
 * V8 gives up inlining long before a handler's small functions are used up. With more of it the kernel runs
 * 1.3 to 1.8 times as fast; the flags are of the whole process, and so of every thread that starts after them.
 */
const INLINING = ['--max-inlined-bytecode-size-cumulative=4000', '--max-inlined-bytecode-size=2000'];

/**
 * What is run a few thousand times in a small market is not worth its optimisation, and what runs on is optimised better
 * with more to go by: at 1:100 a sixth of all processor time is saved, at 1:10 and beyond nothing is lost.
 */
const PATIENCE = ['--invocation-count-for-turbofan=20000'];

/** The kernel makes no garbage: a nursery of 1 MiB in each thread instead of 32 saves 70 MiB, and no time is lost. */
const NURSERY = ['--max-semi-space-size=1'];

/**
 * What garbage there is comes so slowly that a thread of a long run would keep all of it to the end, 90 MiB, and the buffers
 * that it holds: a heap is collected when it has grown by a half since the last time.
 */
const GROWTH = ['--heap-growing-percent=50'];

export interface ApartOptions {
  readonly threads: number;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Done by this thread once the others have begun. */
  readonly meanwhile?: () => void;
}

/** How it ended. */
export type Simulated = Exclude<RunNews, { kind: 'progress' | 'refused' }> | { readonly kind: 'stopped' };

/**
 * Simulates and stores a run in threads of their own.
 *
 * @throws RunRefused with what stands in its way; whatever a thread has failed by
 */
export async function simulateApart(
  task: Omit<WorkerTask, 'followers' | 'scribe'>,
  { threads, onProgress, signal, meanwhile }: ApartOptions,
): Promise<Simulated> {
  if (signal?.aborted) return { kind: 'stopped' };
  for (const flag of [...INLINING, ...PATIENCE, ...NURSERY, ...GROWTH]) setFlagsFromString(flag);
  const gate = new Gate();
  const followers = new Helpers('follower', threads - 1);
  const scribe = new Helpers('scribe', 1);
  const workerData: WorkerTask = { ...task, followers: followers.ports, scribe: scribe.ports[0]! };
  const transferList = [...followers.ports, ...scribe.ports];
  const leader = new Worker(moduleBeside('run-worker'), { workerData, transferList });
  meanwhile?.();
  const told = new Promise<Simulated>((resolve, reject) => {
    leader.on('error', reject);
    leader.on('message', (news: RunNews) => {
      if (news.kind === 'progress') onProgress?.(news.progress);
      else if (news.kind === 'refused') reject(new RunRefused(news.why));
      else resolve(news);
    });
  });
  let stop = () => {};
  const stopped = new Promise<Simulated>(resolve => {
    stop = () => resolve({ kind: 'stopped' });
    signal?.addEventListener('abort', stop);
  });
  let over = false;
  try {
    const ended = await Promise.race([told, stopped, followers.death, scribe.death]);
    over = ended.kind !== 'stopped';
    return ended;
  } finally {
    signal?.removeEventListener('abort', stop);
    await gate.close();
    // One that has come to its end ends by itself; it may be giving its memory back, for which nobody need wait.
    await Promise.all([followers.stop(), scribe.leave(), ...(over ? [] : [leader.terminate()])]);
  }
}
