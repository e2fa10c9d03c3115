import type { BritishTime } from './british-time.ts';
import { DAY_SECONDS, type Day, isoWeekday, LATEST, type Seconds } from './day.ts';
import type { WorkingDays } from './working-days.ts';
import type { WorkingHours } from './working-hours.ts';

/**
 * A party's working time as a clock of its own: working seconds since local midnight of its first day. Work is
 * booked on this clock (arrival → working seconds, add the service, → time), so bookings know nothing of
 * nights, weekends, holidays or clock changes.
 *
 * Before its first day nothing is worked; after its last day it runs on as if always open, so that work left
 * over at the end still finishes at some time and nothing overflows.
 */
export class WorkClock {
  private readonly british: BritishTime;
  private readonly first: Day;
  private readonly start: Seconds;
  private readonly end: Seconds;
  /** Working seconds before each day from `first`; one entry more than days. */
  private readonly before: Int32Array;
  /** Number of the first open span of each day; one entry more than days. */
  private readonly spanOf: Int32Array;
  /** Open spans [opens, closes), in order, none across a local midnight, none touching another in its day. */
  private readonly opens: Int32Array;
  private readonly closes: Int32Array;
  /** Never closed: working time is time. Most bookings are on such clocks, and need no look-up. */
  private readonly always: boolean;

  /**
   * @param from first local day of the clock
   * @param to last local day with the party's hours
   */
  constructor(british: BritishTime, workingDays: WorkingDays, hours: WorkingHours, from: Day, to: Day) {
    this.british = british;
    this.first = from;
    this.start = british.midnight(from);
    this.end = british.midnight(to + 1);
    const days = to - from + 1;
    this.before = new Int32Array(days + 1);
    this.spanOf = new Int32Array(days + 1);
    const opens: Seconds[] = [];
    const closes: Seconds[] = [];
    for (let i = 0; i < days; i++) {
      let worked = 0;
      for (const [open, close] of openSpans(from + i, british, workingDays, hours)) {
        opens.push(open);
        closes.push(close);
        worked += close - open;
      }
      this.before[i + 1] = this.before[i]! + worked;
      this.spanOf[i + 1] = opens.length;
    }
    this.opens = Int32Array.from(opens);
    this.closes = Int32Array.from(closes);
    this.always = this.before[days] === this.end - this.start;
  }

  /**
   * Working seconds from the clock's start up to `t`. Never falls; grows at most one second per second.
   * @param day the local day of `t`, where it is known
   */
  worked(t: Seconds, day?: Day): number {
    if (t <= this.start) return 0;
    if (this.always) return t - this.start;
    if (t >= this.end) return this.before[this.before.length - 1]! + (t - this.end);
    const i = (day ?? this.british.dayOf(t)) - this.first;
    let sum = this.before[i]!;
    for (let k = this.spanOf[i]!; k < this.spanOf[i + 1]!; k++) {
      const open = this.opens[k]!;
      if (t <= open) break;
      const close = this.closes[k]!;
      sum += (t < close ? t : close) - open;
    }
    return sum;
  }

  /**
   * The earliest second at which that much work is done; with fractions, the first whole second at which it is.
   * At a closing time that is the closing, not the next opening. A time before 2038 comes as an int32.
   * @param worked working seconds since the clock's start
   * @param hintDay a day not after the answer (the search walks forward from it); any other day is right but slower
   */
  time(worked: number, hintDay: Day): Seconds {
    if (worked <= 0) return this.start;
    const ceiling = Math.ceil(worked);
    const days = this.before.length - 1;
    if (this.always) return int32(this.start + ceiling);
    if (ceiling > this.before[days]!) return int32(this.end + (ceiling - this.before[days]!));
    const whole = ceiling | 0;
    let i = hintDay - this.first;
    if (i < 0) i = 0;
    else if (i > days) i = days;
    while (this.before[i]! >= whole) i--;
    while (this.before[i + 1]! < whole) i++;
    let left = whole - this.before[i]!;
    let k = this.spanOf[i]!;
    for (;;) {
      const length = this.closes[k]! - this.opens[k]!;
      if (left <= length) return this.opens[k]! + left;
      left -= length;
      k++;
    }
  }

  /** How many open spans a day has. */
  spansOn(day: Day): number {
    return this.spanOf[day - this.first + 1]! - this.spanOf[day - this.first]!;
  }

  /** When the first open span of a day opens and closes; of no length where there is none. */
  opensOn(day: Day): Seconds {
    return this.spansOn(day) > 0 ? this.opens[this.spanOf[day - this.first]!]! : this.british.midnight(day);
  }

  closesOn(day: Day): Seconds {
    return this.spansOn(day) > 0 ? this.closes[this.spanOf[day - this.first]!]! : this.british.midnight(day);
  }

  /** Working seconds from the clock's start up to the local midnight at which a day begins. */
  workedBy(day: Day): number {
    return this.before[day - this.first] ?? this.worked(this.british.midnight(day));
  }

  /** Working seconds in that local day. */
  workedOnDay(day: Day): number {
    return this.workedBy(day + 1) - this.workedBy(day);
  }

  /** Whether the second that begins at `t` is working time. */
  isOpen(t: Seconds): boolean {
    return this.worked(t + 1) > this.worked(t);
  }
}

/** The same number, in the form in which it is cheapest if it can have it. */
function int32(t: number): Seconds {
  return t <= LATEST ? t | 0 : t;
}

/** The open spans of one local day in order, overlapping or touching ones joined. */
function openSpans(
  day: Day,
  british: BritishTime,
  workingDays: WorkingDays,
  hours: WorkingHours,
): [open: Seconds, close: Seconds][] {
  const shifts = hours.shifts === 'always' ? [{ days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: DAY_SECONDS }] : hours.shifts;
  const begins = (on: Day, days: readonly number[]) =>
    days.includes(isoWeekday(on)) && (hours.holidays === 'open' || workingDays.holiday(on) === null);
  const spans: [Seconds, Seconds][] = [];
  for (const { days, from, to } of shifts) {
    const overnight = to <= from;
    if (overnight && begins(day - 1, days)) spans.push([british.midnight(day), british.at(day, to)]);
    if (begins(day, days))
      spans.push([british.at(day, from), overnight ? british.midnight(day + 1) : british.at(day, to)]);
  }
  const joined: [Seconds, Seconds][] = [];
  for (const [open, close] of spans.sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && open <= last[1]) last[1] = Math.max(last[1], close);
    else if (open < close) joined.push([open, close]);
  }
  return joined;
}
