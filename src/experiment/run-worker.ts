// The thread in which a run is simulated and stored; the main thread stays free for progress and interruption.
import { parentPort, workerData } from 'node:worker_threads';
import { RunFolderError, writeDatabase } from '../results/index.ts';
import { simulate, UnknownPoint } from '../simulation/index.ts';
import type { RunNews, WorkerTask } from './request.ts';

const { request, database, facts } = workerData as WorkerTask;
const tell = (news: RunNews) => parentPort!.postMessage(news);

try {
  const outcome = simulate(request.scenario, {
    scale: request.scale,
    core: request.core,
    trace: request.trace,
    onDay: progress => tell({ kind: 'progress', progress }),
  });
  const { points, messages, invariantsHold } = outcome;
  const { digest } = writeDatabase(database, outcome.tables, {
    ...facts,
    points: String(points),
    messages: String(messages),
    invariantsHold: String(invariantsHold),
    status: invariantsHold ? 'complete' : 'invariant broken',
  });
  tell({ kind: 'done', points, messages, digest, invariantsHold });
} catch (error) {
  if (!(error instanceof UnknownPoint || error instanceof RunFolderError)) throw error;
  tell({ kind: 'refused', why: error.message });
}
