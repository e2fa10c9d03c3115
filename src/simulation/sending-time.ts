import type { Day, Seconds, WorkClock } from '../time/index.ts';
import type { MarketCalendar } from './calendar.ts';

/** A second of the sender's hours on a day, by luck; on a day off, of its next hours. */
export function sendingTime(clock: WorkClock, calendar: MarketCalendar, day: Day, u: number): Seconds {
  const before = clock.worked(calendar.british.midnight(day));
  const open = clock.workedOnDay(day);
  if (open === 0) return clock.time(before + 1, day);
  return clock.time(before + 1 + Math.floor((u / 2 ** 32) * open), day) - 1;
}
