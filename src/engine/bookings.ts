import type { Seconds } from '../time/index.ts';

/** Jobs in the order in which they are booked, and what becomes of them. */
export interface Bookings {
  /** The second of the day on which each arrives, above its queue: the first words of sorted jobs. */
  readonly arrivals: Int32Array;
  /** 32 random bits each, for jobs that take a time by luck. */
  readonly luck: Int32Array;
  /** Unix seconds at which each is started, and finished; LATEST if that or later. */
  readonly started: Int32Array;
  readonly finished: Int32Array;
}

/** Room for so many jobs at a time; it takes memory only as it is used. */
export function bookingsFor(most: number): Bookings {
  const words = () => new Int32Array(most);
  return { arrivals: words(), luck: words(), started: words(), finished: words() };
}

/** When one job is started and finished. */
export interface Booked {
  readonly started: Seconds;
  readonly finished: Seconds;
}
