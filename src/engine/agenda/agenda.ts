import type { Divided, State } from '../memory/state.ts';

/** Bits of an event's two words: queue and second of the day in the first, id and branch in the second. */
export const SECOND_BITS = 17;
export const BRANCH_BITS = 6;
export const QUEUE_BITS = 31 - SECOND_BITS;
export const MAX_QUEUES = 1 << QUEUE_BITS;
/** Second and branch, out of the word that holds them below the rest. */
export const SECONDS = (1 << SECOND_BITS) - 1;
export const BRANCHES = (1 << BRANCH_BITS) - 1;
/** How many entities an event can name. */
export const MAX_IDS = 2 ** (32 - BRANCH_BITS);
/** Flipped in the second word, so that the order of the words is that of the ids up to the last. */
export const SIGN = -(2 ** 31);

/** Where pending arrivals are kept until their time comes. */
export interface Agenda extends Divided {
  /**
   * Adds an arrival.
   *
   * @param queue number of the queue it arrives at
   * @param time Unix seconds
   * @param id number of the entity
   * @param branch which of an entity's parallel threads, 0 to 63
   * @param since Unix seconds: when what it answers to began
   */
  readonly push: (queue: number, time: number, id: number, branch: number, since: number) => void;
  /** How many arrivals are pending. */
  readonly size: number;
}

/** Words of an arrival as it is saved: queue, time, id, branch, since. */
const WORDS = 5;
/** In place of the time of an arrival after the last simulated day. */
export const BEYOND = -1;

/** Arrivals as a state. @param each shows every one */
export function savedArrivals(
  size: number,
  each: (visit: (queue: number, time: number, id: number, branch: number, since: number) => void) => void,
): State {
  const arrivals = new Int32Array(size * WORDS);
  let at = 0;
  each((queue, time, id, branch, since) => {
    arrivals.set([queue, time, id, branch, since], at);
    at += WORDS;
  });
  return { arrivals };
}

/** Shows each arrival of a state. */
export function eachArrival(
  { arrivals }: State,
  visit: (queue: number, time: number, id: number, branch: number, since: number) => void,
): void {
  for (let at = 0; at < arrivals!.length; at += WORDS) {
    const [queue, time, id, branch, since] = arrivals!.subarray(at, at + WORDS);
    visit(queue!, time!, id!, branch!, since!);
  }
}
