// A thread that draws some charts of a run beside those that the thread which asks for them draws itself.
import { parentPort } from 'node:worker_threads';
import { loadRenderer } from '../charts/index.ts';
import { openRun } from '../results/index.ts';
import type { DrawingOrder } from './draughtsman.ts';
import { draw } from './draw.ts';

// Listens at once, and makes itself ready while there is nothing to draw yet.
parentPort!.once('message', async ({ dir, manifest, names }: DrawingOrder) => {
  const run = openRun(dir, manifest);
  try {
    parentPort!.postMessage(await draw(run, names));
  } finally {
    run.close();
  }
});
await loadRenderer();
