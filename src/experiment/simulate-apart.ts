import type { Progress } from '../simulation/index.ts';
import { Helpers } from './helpers.ts';
import { type Ended, Leader } from './leader.ts';
import type { WorkerTask } from './request.ts';

export interface ApartOptions {
  readonly threads: number;
  /** The first of them, where it has been started already. */
  readonly leader?: Leader | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Done by this thread once the others have begun. */
  readonly meanwhile?: () => void;
}

/** How it ended. */
export type Simulated = Ended | { readonly kind: 'stopped' };

/**
 * Simulates and stores a run in threads of their own.
 *
 * @throws RunRefused with what stands in its way; whatever a thread has failed by
 */
export async function simulateApart(
  task: Omit<WorkerTask, 'followers' | 'scribe'>,
  { threads, leader = new Leader(), onProgress, signal, meanwhile }: ApartOptions,
): Promise<Simulated> {
  if (signal?.aborted) {
    await leader.dismiss();
    return { kind: 'stopped' };
  }
  const followers = new Helpers('follower', threads - 1);
  const scribe = new Helpers('scribe', 1);
  const ports = [...followers.ports, ...scribe.ports];
  const told = leader.run({ ...task, followers: followers.ports, scribe: scribe.ports[0]! }, ports, onProgress);
  meanwhile?.();
  let stop = () => {};
  const stopped = new Promise<Simulated>(resolve => {
    stop = () => resolve({ kind: 'stopped' });
    signal?.addEventListener('abort', stop);
  });
  let over = false;
  let stored = false;
  try {
    const ended = await Promise.race([told, stopped, followers.death, scribe.death]);
    over = ended.kind !== 'stopped';
    stored = ended.kind === 'done';
    return ended;
  } finally {
    signal?.removeEventListener('abort', stop);
    await leader.gate.close();
    // Those that have come to their end end by themselves; they may be giving memory back, for which nobody need wait.
    await Promise.all([followers.stop(), ...(stored ? [] : [scribe.leave()]), ...(over ? [] : [leader.stop()])]);
  }
}
