import { BritishTime } from './british-time.ts';
import { parseDate, type Seconds } from './day.ts';

const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:?\d{2})?$/;
const TIME_ALLOWED =
  'allowed: 2026-03-29T14:30:00Z, with an offset 2026-03-29T14:30+01:00, or British time without either 2026-03-29T14:30';

/**
 * Reads an ISO 8601 time with `Z` or an offset; without either it is British time (in the spring gap the first
 * instant after it, in the autumn overlap the first occurrence).
 * @throws Error saying what is wrong and what is allowed.
 */
export function parseTime(text: string): Seconds {
  const parts = TIME.exec(text.trim());
  if (!parts) throw new Error(`"${text}" is not a time; ${TIME_ALLOWED}`);
  const day = parseDate(parts[1]!);
  const second = parseTimeOfDay(parts[2]!);
  const zone = parts[3];
  if (zone === undefined) return new BritishTime(day, day).at(day, second);
  return day * 86_400 + second - parseOffset(zone, text);
}

/**
 * Reads `HH:MM` or `HH:MM:SS`, 00:00 to 23:59:59.
 * @returns the second of the day, 0 to 86,399.
 */
export function parseTimeOfDay(text: string): number {
  const parts = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text.trim());
  const [hour, minute, second] = parts ? [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0)] : [24, 0, 0];
  if (hour > 23 || minute > 59 || second > 59)
    throw new Error(`"${text}" is not a time of day; allowed: HH:MM or HH:MM:SS from 00:00 to 23:59:59`);
  return hour * 3600 + minute * 60 + second;
}

/** Seconds east of UTC. */
function parseOffset(zone: string, text: string): number {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 14 || minutes > 59) throw new Error(`"${text}" has no such offset as ${zone}; ${TIME_ALLOWED}`);
  return (zone[0] === '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}
