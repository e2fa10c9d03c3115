// The thread in which a run is simulated; the main thread stays free for progress and interruption.
import { parentPort } from 'node:worker_threads';
import { RunFolderError } from '../results/index.ts';
import { UnknownPoint } from '../simulation/index.ts';
import { RunDatabase } from './database.ts';
import { Followers } from './followers.ts';
import type { RunNews, WorkerTask } from './request.ts';
import { runMarket } from './run-market.ts';

const { request, journey, facts, ...rest } = await new Promise<WorkerTask>(resolve =>
  parentPort!.once('message', resolve),
);
const { core, ...task } = request;
const tell = (news: RunNews) => parentPort!.postMessage(news);
const followers = rest.followers.length > 0 ? new Followers(rest.followers) : null;
const database = new RunDatabase(rest.scribe, rest.database);

try {
  const outcome = await runMarket(
    { ...task, journey },
    {
      core,
      followers,
      onDay: progress => tell({ kind: 'progress', progress }),
      onMessages: rows => database.append(rows),
      // They take 100 MiB, which the tables can have.
      onLived: () => followers?.dismiss(),
    },
  );
  if (!outcome) tell({ kind: 'halted' });
  else {
    const { points, messages, invariantsHold } = outcome;
    const { digest } = database.fill(outcome.tables);
    await database.finish({
      ...facts,
      digest,
      points: String(points),
      messages: String(messages),
      invariantsHold: String(invariantsHold),
      status: invariantsHold ? 'complete' : 'invariant broken',
    });
    tell({ kind: 'done', points, messages, digest, invariantsHold });
  }
} catch (error) {
  if (!(error instanceof UnknownPoint || error instanceof RunFolderError)) throw error;
  tell({ kind: 'refused', why: error.message });
} finally {
  followers?.dismiss();
  database.dismiss();
}
