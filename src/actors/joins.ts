import type { Day, Seconds } from '../time/index.ts';
import { NumberMap } from './number-map.ts';

/** What a registration waits for until several things have come. */
export const JOIN = {
  legacyAgents: 0,
  legacyEnd: 1,
  switchRead: 2,
  relatedLegacy: 3,
  forwardDetails: 4,
} as const;

/** The things of one kind that a registration may wait for together; the number of a join is below this. */
const JOINS = 8;

/**
 * Things that a registration waits for and that may come on one day in any order of the folds: when the last of them
 * did. What came on an earlier day is before all that comes today, so a day's notes go when the next one begins.
 */
export class Joins {
  private day: Day = 0;
  private readonly lasts = new NumberMap();

  /** One of several things has come: when the last of those did that are here by now. */
  came(id: number, join: number, at: Seconds, day: Day): Seconds {
    if (day !== this.day) {
      this.lasts.clear();
      this.day = day;
    }
    const key = id * JOINS + join;
    const last = Math.max(at, this.lasts.get(key, at));
    this.lasts.set(key, last);
    return last;
  }

  /** Whether one has come on a day, which is the present one. */
  cameOn(id: number, join: number, day: Day): boolean {
    return day === this.day && this.lasts.has(id * JOINS + join);
  }
}
