/** Bits of an event's two words: queue and second of the day in the first, id and branch in the second. */
export const SECOND_BITS = 17;
export const BRANCH_BITS = 6;
export const MAX_QUEUES = 1 << (31 - SECOND_BITS);
/** How many entities an event can name. */
export const MAX_IDS = 2 ** (32 - BRANCH_BITS);
/** Flipped in the second word, so that the order of the words is that of the ids up to the last. */
export const SIGN = -(2 ** 31);

/** Where pending arrivals are kept until their time comes. */
export interface Agenda {
  /**
   * Adds an arrival.
   *
   * @param queue number of the queue it arrives at
   * @param time Unix seconds
   * @param id number of the entity
   * @param branch which of an entity's parallel threads, 0 to 63
   * @param since Unix seconds: when what it answers to began
   */
  push(queue: number, time: number, id: number, branch: number, since: number): void;
  /** How many arrivals are pending. */
  readonly size: number;
}
