// The thread that writes the database of a run while it is simulated.
import { type MessagePort, workerData } from 'node:worker_threads';
import { DatabaseWriter, RunFolderError } from '../results/index.ts';
import type { ScribeOrder, ScribeReport } from './database.ts';

const port = workerData as MessagePort;
let writer: DatabaseWriter | null = null;
let failed = false;

port.on('message', (order: ScribeOrder) => {
  // Whoever gives the orders hears of it when it asks in the end.
  if (failed) return;
  try {
    follow(order);
  } catch (error) {
    failed = true;
    report({ kind: 'failed', error, why: error instanceof RunFolderError ? error.message : null });
  }
});

function follow(order: ScribeOrder): void {
  if (order.kind === 'begin') writer = new DatabaseWriter(order.path);
  else if (order.kind === 'append') writer!.append(order.rows);
  else if (order.kind === 'fill') writer!.fill(order.tables);
  else {
    writer!.finish(order.facts);
    report({ kind: 'done' });
  }
}

function report(what: ScribeReport): void {
  port.postMessage(what);
}
