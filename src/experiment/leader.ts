import { setFlagsFromString } from 'node:v8';
import { type Transferable, Worker } from 'node:worker_threads';
import type { Progress } from '../simulation/index.ts';
import { Gate } from './gate.ts';
import { moduleBeside } from './helpers.ts';
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

/** How a run ended in its thread. */
export type Ended = Exclude<RunNews, { kind: 'progress' | 'refused' }>;

/**
 * The first thread of a run, seen from the one that starts it: it makes itself ready at once, while what it is to run may
 * still have to be read.
 */
export class Leader {
  /** Passed by this thread and those that are started after it. */
  readonly gate: Gate;
  private readonly worker: Worker;
  private readonly death: Promise<never>;
  private idle = true;

  constructor() {
    for (const flag of [...INLINING, ...PATIENCE, ...NURSERY, ...GROWTH]) setFlagsFromString(flag);
    this.gate = new Gate();
    this.worker = new Worker(moduleBeside('run-worker'));
    this.death = new Promise((_, reject) => this.worker.on('error', reject));
    // It may die before anybody asks for it.
    this.death.catch(() => {});
  }

  /**
   * Has it simulate and store a run; once only.
   *
   * @throws RunRefused with what stands in the way of the run; whatever the thread has failed by
   */
  run(task: WorkerTask, transferred: Transferable[], onProgress?: (progress: Progress) => void): Promise<Ended> {
    const told = new Promise<Ended>((resolve, reject) => {
      this.worker.on('message', (news: RunNews) => {
        if (news.kind === 'progress') onProgress?.(news.progress);
        else if (news.kind === 'refused') reject(new RunRefused(news.why));
        else resolve(news);
      });
    });
    this.idle = false;
    this.worker.postMessage(task, transferred);
    return Promise.race([told, this.death]);
  }

  /** Ends it if it has been given nothing to do. */
  async dismiss(): Promise<void> {
    if (this.idle) await this.stop();
  }

  /** Ends it wherever it is. */
  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}
