import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';

/** What a helping thread is started with. */
export interface HelperData {
  /** Through this it gets its orders. */
  readonly port: MessagePort;
  /** 1 from when on its help is not wanted any more: it leaves what is still to be done. */
  readonly over: Int32Array;
}

/** Threads that work for the first one of a run, seen from the thread that starts and ends them. */
export class Helpers {
  /** For the first thread: through these it gives its orders. */
  readonly ports: readonly MessagePort[];
  /** Rejects when a thread dies without a word, out of memory for instance: the first one would wait for ever. */
  readonly death: Promise<never>;
  private readonly workers: readonly Worker[];
  private readonly ended: Promise<unknown>;
  private readonly over = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

  /**
   * Starts the threads: they make themselves ready while the market is built.
   *
   * @param name of the module that they run, beside this one @param count how many
   */
  constructor(name: 'follower' | 'scribe', count: number) {
    const channels = Array.from({ length: count }, () => new MessageChannel());
    this.ports = channels.map(channel => channel.port1);
    this.workers = channels.map(({ port2 }) => {
      const workerData: HelperData = { port: port2, over: this.over };
      return new Worker(moduleBeside(name), { workerData, transferList: [port2] });
    });
    this.ended = Promise.all(this.workers.map(worker => new Promise(resolve => worker.once('exit', resolve))));
    this.death = new Promise((_, reject) => {
      for (const worker of this.workers) worker.on('error', reject);
    });
    // Heard of or not: it is no error of its own.
    this.death.catch(() => {});
  }

  /** Ends the threads wherever they are. */
  async stop(): Promise<void> {
    await Promise.all(this.workers.map(worker => worker.terminate()));
  }

  /**
   * Waits until the threads have ended by themselves, as they do when the first one is gone or gives no more orders: who is
   * in the midst of SQLite must not be ended from outside, or the process may crash.
   */
  async leave(): Promise<void> {
    Atomics.store(this.over, 0, 1);
    await this.ended;
  }
}

/** Where a thread begins: a module of this folder, as it was written or as it was built. */
export function moduleBeside(name: string): URL {
  return new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
}
