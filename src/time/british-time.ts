import { britishOffsets } from './clock-changes.ts';
import { DAY_SECONDS, type Day, formatDate, formatTime, type Seconds } from './day.ts';
import { lookUp } from './look-up.ts';

/** A night on which the clocks change. */
export interface ClockChange {
  /** The instant of the change. */
  readonly at: Seconds;
  /** The local day on which it happens. */
  readonly day: Day;
  /** True in spring (GMT to BST, a day of 23 hours), false in autumn (BST to GMT, a day of 25 hours). */
  readonly forward: boolean;
}

/** Days covered beyond the range asked for, so that deadlines and effective dates after its end still have a midnight. */
const MARGIN_BEFORE = 40;
const MARGIN_AFTER = 460;
/** First and last day whose midnights, before and after, are non-negative Int32 seconds: 1971-01-01 and 2037-12-31. */
const FIRST_DAY = 365;
const LAST_DAY = 24_836;

/**
 * British civil time (Europe/London) as tables: one table of local midnights, computed once, so that
 * neither finding a day nor a wall-clock time costs more than a look-up.
 */
export class BritishTime {
  /** First and last local day covered, margins included. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** UTC second at which the local day begins. @throws RangeError outside the days covered. */
  readonly midnight: (day: Day) => Seconds;
  /** Local day of a UTC time. @throws RangeError outside the days covered. */
  readonly dayOf: (t: Seconds) => Day;
  /** Most times that are asked for next are of this day: {@link dayOf} knows them at sight. */
  readonly turnTo: (day: Day) => void;
  private readonly changes: ClockChange[] = [];
  private readonly changeOn = new Map<Day, ClockChange>();

  /**
   * Covers at least the local days `from` to `to`, with a margin of 40 days before and 460 after.
   * @throws RangeError if `from` is after `to` or the range leaves 1971 to 2037.
   */
  constructor(from: Day, to: Day) {
    if (!(from <= to)) throw new RangeError(`a calendar cannot run from ${formatDate(from)} back to ${formatDate(to)}`);
    if (from < FIRST_DAY || to > LAST_DAY)
      throw new RangeError(
        `no British time from ${formatDate(from)} to ${formatDate(to)}; allowed: ${formatDate(FIRST_DAY)} to ${formatDate(LAST_DAY)}`,
      );
    this.firstDay = Math.max(from - MARGIN_BEFORE, FIRST_DAY) | 0;
    this.lastDay = Math.min(to + MARGIN_AFTER, LAST_DAY) | 0;

    const { initial, changes } = britishOffsets((this.firstDay - 1) * DAY_SECONDS, (this.lastDay + 1) * DAY_SECONDS);
    // UTC second of local midnight by day from `firstDay`; one entry more than days, the end of the last.
    const midnights = new Int32Array(this.lastDay - this.firstDay + 2);
    let offset = initial;
    let next = 0;
    for (let day = this.firstDay; day <= this.lastDay + 1; day++) {
      while (next < changes.length && changes[next]!.at < day * DAY_SECONDS - offset) {
        const change = changes[next++]!;
        this.addChange({ at: change.at, day: day - 1, forward: change.offset > offset });
        offset = change.offset;
      }
      midnights[day - this.firstDay] = day * DAY_SECONDS - offset;
    }

    // Every event asks for these: closures over constants, as engine/cursor.ts has it.
    const { firstDay } = this;
    this.midnight = day => {
      const t = midnights[day - firstDay];
      if (t === undefined) throw this.notCovered(formatDate(day));
      return t;
    };
    // The day that was turned to: when it begins, when it ends, and which it is.
    const present = lookUp([0, 0, 0]);
    this.turnTo = day => present.set([this.midnight(day), this.midnight(day + 1), day]);
    this.dayOf = t => {
      if (t >= present[0]! && t < present[1]!) return present[2]!;
      // Britain is never behind UTC, so the local day is the UTC day or the one after it.
      const utcDay = (t / DAY_SECONDS) | 0;
      const nextMidnight = midnights[utcDay + 1 - firstDay];
      if (nextMidnight === undefined) throw this.notCovered(formatTime(t));
      return t >= nextMidnight ? utcDay + 1 : utcDay;
    };
  }

  private addChange(change: ClockChange): void {
    if (change.day < this.firstDay) return;
    this.changes.push(change);
    this.changeOn.set(change.day, change);
  }

  /**
   * The instant of a wall-clock time on a local day. A time in the spring gap gives the first instant after the
   * gap, a time in the autumn overlap its first occurrence.
   * @param secondOfDay 0 to 86,400 on the clock's face (86,400 is the next midnight).
   */
  at(day: Day, secondOfDay: number): Seconds {
    if (!(secondOfDay >= 0 && secondOfDay <= DAY_SECONDS))
      throw new RangeError(`${secondOfDay} is not a second of the day; allowed: 0 to ${DAY_SECONDS}`);
    const midnight = this.midnight(day);
    const plain = midnight + secondOfDay;
    if (this.midnight(day + 1) - midnight === DAY_SECONDS) return plain;
    const change = this.changeOn.get(day)!;
    if (plain < change.at) return plain;
    if (change.forward) return Math.max(change.at, plain - 3600) | 0;
    return plain + 3600;
  }

  /** `YYYY-MM-DD HH:MM:SS GMT` or `… BST`, as British clocks show it. */
  localTime(t: Seconds): string {
    const day = this.dayOf(t);
    const change = this.changeOn.get(day);
    let wall = t - this.midnight(day);
    if (change && t >= change.at) wall += change.forward ? 3600 : -3600;
    const summer = day * DAY_SECONDS + wall !== t;
    return `${formatTime(day * DAY_SECONDS + wall)
      .replace('T', ' ')
      .replace('Z', '')} ${summer ? 'BST' : 'GMT'}`;
  }

  /** Clock changes on the local days `from` to `to`, in order. */
  clockChanges(from: Day, to: Day): ClockChange[] {
    this.midnight(from);
    this.midnight(to);
    return this.changes.filter(change => change.day >= from && change.day <= to);
  }

  private notCovered(what: string): RangeError {
    return new RangeError(
      `${what} is outside this calendar, which covers ${formatDate(this.firstDay)} to ${formatDate(this.lastDay)}`,
    );
  }
}
