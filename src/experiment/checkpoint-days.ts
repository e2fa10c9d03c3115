import type { Scenario } from '../scenario/index.ts';
import { type Day, formatDate, parseDate } from '../time/index.ts';
import { RunRefused } from './refused.ts';

/** When a run takes checkpoints: every so many days from its first, and as given dates begin. */
export interface Checkpoints {
  readonly every?: number | undefined;
  /** `YYYY-MM-DD` */
  readonly at?: readonly string[] | undefined;
}

/**
 * The days as which begin a run takes checkpoints.
 *
 * @param from the date as which it begins, where that is not its first day
 * @throws RunRefused for dates that are not within it
 */
export function checkpointDays({ every, at = [] }: Checkpoints, { period }: Scenario, from = period.from): Day[] {
  const first = parseDate(from);
  const last = parseDate(period.to);
  const outside = at.filter(date => parseDate(date) <= first || parseDate(date) > last);
  if (outside.length > 0) {
    throw new RunRefused(
      `no checkpoint can be taken at ${outside.join(', ')}: checkpoints can be taken from ${formatDate(first + 1)} to ${period.to}`,
    );
  }
  const days = new Set(at.map(parseDate));
  if (every !== undefined) for (let day = parseDate(period.from) + every; day <= last; day += every) days.add(day);
  return [...days].sort((a, b) => a - b);
}
