import { BANK_HOLIDAYS, HOLIDAYS_KNOWN, type Holiday } from './bank-holidays.ts';
import { type Day, formatDate, isoWeekday } from './day.ts';

/**
 * The Working Days (WD) in which BSCP708 counts: Monday to Friday, bank holidays in England and Wales excepted.
 * Every question is answered from tables.
 */
export class WorkingDays {
  /** First and last day that can be asked about: the days whose bank holidays are known. */
  readonly firstDay: Day = HOLIDAYS_KNOWN.from;
  readonly lastDay: Day = HOLIDAYS_KNOWN.to;
  private readonly holidays = new Map<Day, string>();
  /** Working days before each day, counted from `firstDay`; one entry more than days. */
  private readonly before: Int32Array;
  /** The working days in order. */
  private readonly list: Int32Array;
  private readonly origin: number;

  /**
   * A calendar for the days `from` to `to`; it answers for every day whose bank holidays are known (2025 to 2030).
   * @param extraHolidays days off besides the bank holidays, e.g. one proclaimed for a coronation.
   * @throws RangeError if the range or an extra holiday lies where bank holidays are not known.
   */
  constructor(from: Day, to: Day, extraHolidays: readonly Holiday[] = []) {
    if (!(from <= to))
      throw new RangeError(`working days cannot run from ${formatDate(from)} back to ${formatDate(to)}`);
    for (const day of [from, to, ...extraHolidays.map(holiday => holiday.day)])
      if (!(day >= this.firstDay && day <= this.lastDay)) throw this.notKnown(day);
    for (const { day, name } of [...BANK_HOLIDAYS, ...extraHolidays]) {
      const other = this.holidays.get(day);
      this.holidays.set(day, other === undefined || other === name ? name : `${other}, ${name}`);
    }

    const days = this.lastDay - this.firstDay + 1;
    const list: Day[] = [];
    this.before = new Int32Array(days + 1);
    for (let day = this.firstDay; day <= this.lastDay; day++) {
      if (isoWeekday(day) <= 5 && !this.holidays.has(day)) list.push(day);
      this.before[day + 1 - this.firstDay] = list.length;
    }
    this.list = Int32Array.from(list);
    this.origin = this.before[from - this.firstDay]!;
  }

  /** Whether the day is a Working Day. @throws RangeError for days whose bank holidays are not known. */
  isWorkingDay(day: Day): boolean {
    return this.workedBefore(day + 1) > this.workedBefore(day);
  }

  /** Name of the bank holiday or extra holiday on that day, null if there is none (weekends are none). */
  holiday(day: Day): string | null {
    if (!(day >= this.firstDay && day <= this.lastDay)) throw this.notKnown(day);
    return this.holidays.get(day) ?? null;
  }

  /**
   * The n-th Working Day after `day`; n = 0 is the day itself, working or not.
   * @throws RangeError if it lies beyond the days whose bank holidays are known.
   */
  add(day: Day, n: number): Day {
    const upTo = this.workedBefore(day + 1);
    if (n === 0) return day;
    const found = n > 0 ? this.list[upTo + n - 1] : undefined;
    if (found === undefined)
      throw new RangeError(
        `there is no working day number ${n} after ${formatDate(day)} up to ${formatDate(this.lastDay)}`,
      );
    return found;
  }

  /** The first Working Day on or after `day`. */
  next(day: Day): Day {
    const found = this.list[this.workedBefore(day)];
    if (found === undefined) throw this.notKnown(day);
    return found;
  }

  /** Number of Working Days from the start of the range up to, not including, `day`; negative before the start. */
  ordinal(day: Day): number {
    return this.workedBefore(day) - this.origin;
  }

  /** Working days from `firstDay` up to, not including, `day`. */
  private workedBefore(day: Day): number {
    const count = this.before[day - this.firstDay];
    if (count === undefined) throw this.notKnown(day);
    return count;
  }

  private notKnown(day: Day): RangeError {
    return new RangeError(
      `bank holidays are not known for ${formatDate(day)}; allowed: ${formatDate(this.firstDay)} to ${formatDate(this.lastDay)}`,
    );
  }
}
