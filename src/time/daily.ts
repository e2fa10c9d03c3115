import type { BritishTime } from './british-time.ts';
import type { Seconds } from './day.ts';

/**
 * The next run of something that happens once every day at a local time, e.g. an overnight batch at 22:00.
 * @param secondOfDay local time, 0 to 86,400
 * @returns the first such instant strictly after `t`
 */
export function nextDaily(british: BritishTime, secondOfDay: number, t: Seconds): Seconds {
  const day = british.dayOf(t);
  const today = british.at(day, secondOfDay);
  return today > t ? today : british.at(day + 1, secondOfDay);
}
