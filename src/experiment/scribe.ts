// The thread that writes the database of a run while it is simulated.
import { workerData } from 'node:worker_threads';
import { DatabaseWriter, RunFolderError } from '../results/index.ts';
import type { ScribeOrder, ScribeReport } from './database.ts';
import type { HelperData } from './helpers.ts';

const { port, over } = workerData as HelperData;
let writer: DatabaseWriter | null = null;
let idle = false;

port.on('message', (order: ScribeOrder) => {
  if (Atomics.load(over, 0) === 1) abandon();
  // Whoever gives the orders hears of a failure when it asks in the end.
  if (idle) return;
  try {
    follow(order);
  } catch (error) {
    idle = true;
    report({ kind: 'failed', error, why: error instanceof RunFolderError ? error.message : null });
  }
});
port.on('close', abandon);

function follow(order: ScribeOrder): void {
  if (order.kind === 'begin') writer = new DatabaseWriter(order.path);
  else if (order.kind === 'append') writer!.append(order.rows);
  else if (order.kind === 'add') writer!.add(order.table);
  else if (order.kind === 'complete') writer!.complete();
  else {
    writer!.finish(order.facts);
    idle = true;
    report({ kind: 'done' });
  }
}

/** Nobody wants the database any more, unless it is finished. */
function abandon(): void {
  if (!idle) writer?.discard();
  idle = true;
}

function report(what: ScribeReport): void {
  port.postMessage(what);
}
