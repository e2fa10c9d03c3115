import type { Day } from '../time/index.ts';

/** How often something happens to the metering points of a class: so many times a year, by month. */
export interface HazardClass {
  /** Events a year for each point, 0 or more. */
  readonly rate: number;
  /** Weights of January to December; 12 in all make every month alike. */
  readonly months: readonly number[];
}

const DAYS_A_YEAR = 365.25;
/** Entries of the guide to a class's days. */
const GUIDE = 1024;

/**
 * On which day something happens to a metering point that may happen on any: a chance for each day, drawn by one
 * random number. Only multiplications and comparisons, so every machine finds the same day.
 */
export class Hazard {
  private readonly first: Day;
  private readonly days: number;
  /** By class and day: the chance that nothing has happened from the first day on, this one included. */
  private readonly survival: Float64Array[];
  /** By class: about where in the days a chance is reached, by equal steps from 1 down to that of the last day. */
  private readonly guides: Int16Array[];
  /** By class: steps per chance. */
  private readonly steps: Float64Array;

  /**
   * @param first first simulated day @param days how many
   * @param monthOf month of a day, 0 to 11
   */
  constructor(classes: readonly HazardClass[], first: Day, days: number, monthOf: (day: Day) => number) {
    this.first = first;
    this.days = days;
    this.survival = classes.map(({ rate, months }) => {
      const mean = months.reduce((a, b) => a + b, 0) / months.length;
      const survival = new Float64Array(days);
      let left = 1;
      for (let d = 0; d < days; d++) {
        const weight = mean > 0 ? months[monthOf(first + d)]! / mean : 0;
        left *= 1 - Math.min(0.5, (rate * weight) / DAYS_A_YEAR);
        survival[d] = left;
      }
      return survival;
    });
    this.steps = Float64Array.from(this.survival, survival => (GUIDE - 1) / Math.max(1e-9, 1 - survival[days - 1]!));
    this.guides = this.survival.map((survival, kind) => {
      let day = 0;
      return Int16Array.from({ length: GUIDE + 1 }, (_, step) => {
        while (day < days - 1 && (1 - survival[day]!) * this.steps[kind]! < step) day++;
        return day;
      });
    });
  }

  /** Luck of this or more (32 random bits) means that nothing happens to a point of the class in the whole period. */
  below(kind: number): number {
    return (1 - this.survival[kind]![this.days - 1]!) * 2 ** 32;
  }

  /**
   * The next day on which it happens, after a day.
   *
   * @param after the day before the first that counts; one day before the first simulated day for the first event
   * @param u 32 random bits
   * @returns the day, or −1 if it is beyond the period
   */
  next(kind: number, after: Day, u: number): Day {
    const survival = this.survival[kind]!;
    const from = after - this.first;
    if (from >= this.days - 1) return -1;
    const limit = (from < 0 ? 1 : survival[from]!) * (1 - u / 2 ** 32);
    if (survival[this.days - 1]! >= limit) return -1;
    // The guide is about right; what is compared decides.
    const least = from < 0 ? 0 : from + 1;
    let day = Math.max(least, this.guides[kind]![((1 - limit) * this.steps[kind]!) | 0]!);
    while (day > least && survival[day - 1]! < limit) day--;
    while (survival[day]! >= limit) day++;
    return this.first + day;
  }
}
