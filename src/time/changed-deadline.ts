import type { BritishTime } from './british-time.ts';
import type { Day, Seconds } from './day.ts';

/** When a step is due, by the time that triggered it. */
export interface DueTimes {
  /** Elapsed seconds allowed, or −1 where it is not as simple. */
  readonly elapsed: Seconds;
  /** The last second at which the step is still in time. @throws RangeError for a trigger outside the days covered */
  due(trigger: Seconds): Seconds;
  /** What {@link due} says for the triggers of a local day; null where {@link due} has to be asked for each. */
  dueOn(day: Day): Seconds | null;
}

/** A deadline that is another one from a day on: what began before it is due as it was then. */
export class ChangedDeadline implements DueTimes {
  readonly elapsed = -1;
  private readonly british: BritishTime;
  private readonly change: Day;
  private readonly before: DueTimes;
  private readonly after: DueTimes;

  constructor(british: BritishTime, change: Day, before: DueTimes, after: DueTimes) {
    this.british = british;
    this.change = change;
    this.before = before;
    this.after = after;
  }

  due(trigger: Seconds): Seconds {
    return this.on(this.british.dayOf(trigger)).due(trigger);
  }

  dueOn(day: Day): Seconds | null {
    return this.on(day).dueOn(day);
  }

  private on(day: Day): DueTimes {
    return day < this.change ? this.before : this.after;
  }
}
