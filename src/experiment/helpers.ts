import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';

/** Threads that work for the first one of a run, seen from the thread that starts and ends them. */
export class Helpers {
  /** For the first thread: through these it gives its orders. */
  readonly ports: readonly MessagePort[];
  /** Rejects when a thread dies without a word, out of memory for instance: the first one would wait for ever. */
  readonly death: Promise<never>;
  private readonly workers: readonly Worker[];

  /**
   * Starts the threads: they make themselves ready while the market is built.
   *
   * @param name of the module that they run, beside this one @param count how many
   */
  constructor(name: 'follower' | 'scribe', count: number) {
    const channels = Array.from({ length: count }, () => new MessageChannel());
    this.ports = channels.map(channel => channel.port1);
    this.workers = channels.map(
      ({ port2 }) => new Worker(moduleBeside(name), { workerData: port2, transferList: [port2] }),
    );
    this.death = new Promise((_, reject) => {
      for (const worker of this.workers) worker.on('error', reject);
    });
    // Heard of or not: it is no error of its own.
    this.death.catch(() => {});
  }

  async stop(): Promise<void> {
    await Promise.all(this.workers.map(worker => worker.terminate()));
  }
}

/** Where a thread begins: a module of this folder, as it was written or as it was built. */
export function moduleBeside(name: string): URL {
  return new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
}
