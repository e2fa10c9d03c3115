import { DAY_SECONDS } from './day.ts';
import { parseTimeOfDay } from './parse-time.ts';

/** A span of local time on certain weekdays. */
export interface Shift {
  /** ISO weekdays on which it begins, 1 = Monday to 7 = Sunday. */
  readonly days: readonly number[];
  /** Second of the day at which it begins. */
  readonly from: number;
  /** Second of the day at which it ends, up to 86,400; not after `from` is a night shift ending on the next day. */
  readonly to: number;
}

/**
 * When a party works. A shift belongs to the day it begins on: a night shift from the eve of a holiday
 * runs on into the holiday, and on a holiday that is `closed` none begins.
 */
export interface WorkingHours {
  readonly shifts: readonly Shift[] | 'always';
  /** What bank holidays do to the shifts. */
  readonly holidays: 'open' | 'closed';
}

const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const ALLOWED =
  'allowed: "always", or shifts like "Mon-Fri 08:00-18:00, Sat 09:00-13:00" ("Fri 22:00-06:00" runs into the next day), then if wanted ", holidays open"';

/**
 * Reads `always`, `Mon-Fri 09:00-17:00`, `Mon-Fri 08:00-18:00, Sat 09:00-13:00, holidays open` and the like.
 * Shifts are closed on bank holidays and `always` is open on them, unless the text ends otherwise.
 * @throws Error saying which part is wrong and what is allowed.
 */
export function parseHours(spec: string): WorkingHours {
  const parts = spec.split(',').map(part => part.trim().replace(/\s+/g, ' '));
  const suffix = /^holidays (open|closed)$/i.exec(parts.at(-1)!);
  if (suffix) parts.pop();
  const stated = suffix?.[1]?.toLowerCase() as WorkingHours['holidays'] | undefined;
  if (parts.length === 1 && parts[0]!.toLowerCase() === 'always')
    return { shifts: 'always', holidays: stated ?? 'open' };
  if (parts.length === 0) throw new Error(`"${spec}" has no working hours; ${ALLOWED}`);
  return { shifts: parts.map(parseShift), holidays: stated ?? 'closed' };
}

function parseShift(part: string): Shift {
  const found = /^([a-z]{3})(?:-([a-z]{3}))? (\d{1,2}:\d{2})-(\d{1,2}:\d{2})$/i.exec(part);
  if (!found) throw new Error(`"${part}" is not a shift; ${ALLOWED}`);
  const first = weekday(found[1]!, part);
  const last = found[2] === undefined ? first : weekday(found[2], part);
  const length = ((last - first + 7) % 7) + 1;
  const to = found[4] === '24:00' ? DAY_SECONDS : parseTimeOfDay(found[4]!);
  return {
    days: Array.from({ length }, (_, i) => ((first + i) % 7) + 1),
    from: parseTimeOfDay(found[3]!),
    to,
  };
}

/** 0 = Monday. */
function weekday(name: string, part: string): number {
  const index = NAMES.indexOf(name.toLowerCase());
  if (index < 0) throw new Error(`"${part}" names no weekday with "${name}"; allowed: Mon Tue Wed Thu Fri Sat Sun`);
  return index;
}
