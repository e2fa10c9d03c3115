import type { Seconds } from './day.ts';

const UNITS: Readonly<Record<string, Seconds>> = {
  s: 1,
  second: 1,
  seconds: 1,
  min: 60,
  minute: 60,
  minutes: 60,
  h: 3600,
  hour: 3600,
  hours: 3600,
  d: 86_400,
  day: 86_400,
  days: 86_400,
};
const ALLOWED = 'allowed: a number and s, min, h or d, e.g. "90 s", "15 min", "2 h", "3 days"';

/**
 * Reads an elapsed time such as `90 s`, `15 min`, `2 h`, `3 d`; a day is 24 hours here.
 * @returns seconds, to the microsecond (`0.5 s` is 0.5).
 * @throws Error naming what is allowed; for working days it says that they are no elapsed time.
 */
export function parseDuration(text: string): Seconds {
  const parts = /^(\d+(?:\.\d+)?)\s*([a-z]+)$/i.exec(text.trim());
  const unit = parts?.[2]?.toLowerCase() ?? '';
  if (unit === 'wd') throw new Error(`"${text}" counts working days, which are no elapsed time; ${ALLOWED}`);
  if (!parts || !Object.hasOwn(UNITS, unit)) throw new Error(`"${text}" is not a duration; ${ALLOWED}`);
  return Math.round(Number(parts[1]) * UNITS[unit]! * 1e6) / 1e6;
}
