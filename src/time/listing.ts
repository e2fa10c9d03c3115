import type { BritishTime, ClockChange } from './british-time.ts';
import { type Day, formatDate } from './day.ts';
import type { WorkingDays } from './working-days.ts';

/** What the calendar says about one local day. */
export interface CalendarDay {
  readonly day: Day;
  readonly workingDay: boolean;
  /** Name of the bank holiday, if it is one. */
  readonly holiday: string | null;
  /** The clock change that happens on it, if one does. */
  readonly clockChange: ClockChange | null;
}

/** The days of one calendar month, or the part of them that was asked for. */
export interface CalendarMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly days: readonly CalendarDay[];
  readonly workingDays: number;
}

/** The days `from` to `to`, both included, in order. @throws RangeError where bank holidays are not known. */
export function calendarDays(british: BritishTime, workingDays: WorkingDays, from: Day, to: Day): CalendarDay[] {
  const changes = new Map(british.clockChanges(from, to).map(change => [change.day, change]));
  return Array.from({ length: to - from + 1 }, (_, i) => ({
    day: from + i,
    workingDay: workingDays.isWorkingDay(from + i),
    holiday: workingDays.holiday(from + i),
    clockChange: changes.get(from + i) ?? null,
  }));
}

/** Days put together by month, in order. */
export function byMonth(days: readonly CalendarDay[]): CalendarMonth[] {
  return [...Map.groupBy(days, ({ day }) => formatDate(day).slice(0, 7))].map(([month, list]) => ({
    month,
    days: list,
    workingDays: list.filter(({ workingDay }) => workingDay).length,
  }));
}
