import { availableParallelism } from 'node:os';
import type { MessagePort } from 'node:worker_threads';
import type { Kept, Memory, State } from '../engine/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Journey } from './journey.ts';

/** What a market is to be built from and run through; plain data, as every thread gets it. */
export interface MarketTask {
  readonly scenario: Scenario;
  readonly scale: number;
  readonly trace: number | readonly string[];
  /** Seconds to a window of the folded core, where it is not a day. */
  readonly window?: number;
  readonly journey: Journey;
}

/** What a following thread is told when the first one has built the market. */
export interface ThreadOrders {
  readonly task: MarketTask;
  readonly memory: readonly Kept[];
  readonly thread: number;
  readonly threads: number;
  readonly spins: number;
}

/** What a following thread has to say in the end. */
export type ThreadReport =
  | { readonly kind: 'done'; readonly part: Readonly<Record<string, State>> }
  /** Another thread has failed. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly why: string | null };

/**
 * Looks for the others, some 5 µs of them, before a thread goes to sleep; none where threads share cores. With ten times as
 * many a run takes no less time, and 1.04 times the processor's: the thread that writes waits for a core.
 */
const SPINS = 2_000;

/** The threads that run a market together with this one, which leads. */
export class Followers {
  readonly threads: number;
  /** How often a thread looks for the others before it sleeps: see Crew. */
  readonly spins: number;
  private readonly ports: readonly MessagePort[];

  /** @param spins see Crew; left out, as many as pay on this machine */
  constructor(ports: readonly MessagePort[], spins?: number) {
    this.ports = ports;
    this.threads = ports.length + 1;
    this.spins = spins ?? (this.threads <= availableParallelism() ? SPINS : 0);
  }

  /**
   * Has them build the market over the memory that it has been built in here, and run it.
   *
   * @returns what each has to say in the end; it is not there before this thread has nothing to do
   */
  begin(task: MarketTask, memory: Memory): Promise<ThreadReport[]> {
    const { threads, spins } = this;
    return Promise.all(
      this.ports.map((port, i) => {
        const orders: ThreadOrders = { task, memory: memory.contents(), thread: i + 1, threads, spins };
        const report = new Promise<ThreadReport>(resolve => port.once('message', resolve));
        port.postMessage(orders);
        return report;
      }),
    );
  }

  /** They have nothing more to do. */
  dismiss(): void {
    for (const port of this.ports) port.close();
  }
}
