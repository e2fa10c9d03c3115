import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Manifest, Run } from '../results/index.ts';
import type { Figure } from './draw.ts';

/** What the thread is told. */
export interface DrawingOrder {
  readonly dir: string;
  readonly manifest: Manifest;
  readonly names: readonly string[];
}

/**
 * A thread that draws half of a report's charts. It makes itself ready at once, so that it is best started while there is
 * nothing to be drawn yet.
 */
export class Draughtsman {
  private readonly worker = new Worker(new URL(`./draw-worker${extname(import.meta.url)}`, import.meta.url));
  private readonly death: Promise<never>;
  private idle = true;

  constructor() {
    this.death = new Promise((_, reject) => this.worker.on('error', reject));
    // It may die before anybody asks for it.
    this.death.catch(() => {});
  }

  /** Has it draw charts of a run; once only. It ends by itself then. */
  draw({ dir, manifest }: Run, names: readonly string[]): Promise<Figure[]> {
    this.idle = false;
    const drawn = new Promise<Figure[]>(resolve => this.worker.once('message', resolve));
    this.worker.postMessage({ dir, manifest, names } satisfies DrawingOrder);
    return Promise.race([drawn, this.death]);
  }

  /** Ends it if it has been given nothing to do. */
  async dismiss(): Promise<void> {
    if (this.idle) await this.worker.terminate();
  }
}
