import { setTimeout as pause } from 'node:timers/promises';
import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';

/** How many threads are in the midst of something, and whether they are about to be ended. */
const BUSY = 0;
const ENDING = 1;
const NAME = 'mhhsim gate';
/** Milliseconds: what must not be cut short takes some of them. */
const PATIENCE = 2000;

/** Keeps threads from being ended in the midst of what must not be cut short. Made before they are started. */
export class Gate {
  private readonly words = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));

  constructor() {
    setEnvironmentData(NAME, this.words);
  }

  /** Waits until no thread is in the midst of anything, but not for one that has died of it; from then on none begins. */
  async close(): Promise<void> {
    Atomics.store(this.words, ENDING, 1);
    for (let waited = 0; waited < PATIENCE && Atomics.load(this.words, BUSY) > 0; waited++) await pause(1);
  }
}

/**
 * Does something that must not be cut short. A thread that is ended while it makes a compressor takes the whole process
 * with it (Node 24: "close before init").
 */
export function undisturbed<T>(act: () => T): T {
  const words = isMainThread ? undefined : (getEnvironmentData(NAME) as Int32Array | undefined);
  if (!words) return act();
  Atomics.add(words, BUSY, 1);
  if (Atomics.load(words, ENDING) === 1) {
    Atomics.sub(words, BUSY, 1);
    // Until the end.
    Atomics.wait(words, ENDING, 1);
  }
  try {
    return act();
  } finally {
    Atomics.sub(words, BUSY, 1);
  }
}
