/** A point in time: whole seconds since 1970-01-01T00:00:00Z. Fits an Int32 until January 2038. */
export type Seconds = number;

/** The last second that fits an Int32: in January 2038. What would come later, if ever, is put here. */
export const LATEST: Seconds = 2 ** 31 - 1;

/** A local (British) calendar date: whole days since 1970-01-01. */
export type Day = number;

/** Seconds in a day without a clock change. */
export const DAY_SECONDS = 86_400;

/** The years in which every second of the calendar fits an Int32. */
const FIRST_YEAR = 1971;
const LAST_YEAR = 2037;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/**
 * Reads a date `YYYY-MM-DD`, from 1971 to 2037.
 * @throws Error saying what is wrong with the text, also for dates no calendar has (30 February).
 */
export function parseDate(text: string): Day {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (!parts) throw new Error(`"${text}" is not a date; allowed: YYYY-MM-DD, e.g. 2026-03-29`);
  const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < FIRST_YEAR || year > LAST_YEAR)
    throw new Error(`"${text}" is too far away; allowed: years from ${FIRST_YEAR} to ${LAST_YEAR}`);
  if (month < 1 || month > 12) throw new Error(`"${text}" is not a date: months run from 01 to 12`);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (dayOfMonth < 1 || dayOfMonth > length)
    throw new Error(`"${text}" is not a date: ${MONTHS[month - 1]} ${year} has days 01 to ${length}`);
  // Made an int32 for certain: all days are counted from this one, and a double spreads.
  return (Date.UTC(year, month - 1, dayOfMonth) / (DAY_SECONDS * 1000)) | 0;
}

/** The date as `YYYY-MM-DD`. */
export function formatDate(day: Day): string {
  return new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10);
}

/** The instant in ISO 8601, UTC: `YYYY-MM-DDTHH:MM:SSZ`. Fractions of a second are cut off. */
export function formatTime(t: Seconds): string {
  return `${new Date(t * 1000).toISOString().slice(0, 19)}Z`;
}

/** ISO weekday: 1 = Monday to 7 = Sunday (1970-01-01 was a Thursday). */
export function isoWeekday(day: Day): number {
  return ((day + 3) % 7) + 1;
}

/** Short name of the day's weekday, `Mon` to `Sun`. */
export function weekdayName(day: Day): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[isoWeekday(day) - 1]!;
}
