import { parseTimeOfDay } from './parse-time.ts';

/**
 * How long a step may take. A type of its own, so that working days are never taken for hours:
 * - `WD`: up to the end (24:00 local) of the n-th Working Day after the trigger's local day;
 * - `minutes`: n minutes of elapsed time, any day, any hour;
 * - `days`: up to the end of the n-th calendar day after the trigger's local day;
 * - `midnight`: up to the end of the trigger's local day;
 * - `time`: up to a local time on the trigger's day, or on the next day if it has passed.
 */
export type Deadline =
  | { readonly kind: 'WD'; readonly n: number }
  | { readonly kind: 'minutes'; readonly n: number }
  | { readonly kind: 'days'; readonly n: number }
  | { readonly kind: 'midnight' }
  | { readonly kind: 'time'; readonly secondOfDay: number };

/** The longest deadline in calendar days; 300 Working Days (the final settlement run has 292) stay below it. */
const MOST_DAYS = 450;
const MOST = { WD: 300, minutes: MOST_DAYS * 1440, days: MOST_DAYS } as const;
const ALLOWED = 'allowed: "5 WD", "60 min", "2 h", "8 days", "by local midnight" or "by 18:00"';

/**
 * Reads `5 WD`, `60 min`, `2 h`, `8 days`, `by local midnight` (`midnight`) or `by 18:00`.
 * @throws Error saying what is wrong and what is allowed.
 */
export function parseDeadline(text: string): Deadline {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (/^(by )?(local )?midnight$/.test(words)) return { kind: 'midnight' };
  const time = /^by (\d{1,2}:.*)$/.exec(words);
  if (time) return { kind: 'time', secondOfDay: parseTimeOfDay(time[1]!) };
  const counted = /^(\d+) ?(wd|min|minutes?|h|hours?|d|days?)$/.exec(words);
  if (!counted) throw new Error(`"${text}" is not a deadline; ${ALLOWED}`);
  const unit = counted[2]!;
  if (unit === 'wd') return { kind: 'WD', n: count(counted[1]!, MOST.WD, text) };
  if (unit.startsWith('d')) return { kind: 'days', n: count(counted[1]!, MOST.days, text) };
  if (unit.startsWith('m')) return { kind: 'minutes', n: count(counted[1]!, MOST.minutes, text) };
  return { kind: 'minutes', n: count(counted[1]!, MOST.minutes / 60, text) * 60 };
}

function count(digits: string, most: number, text: string): number {
  const n = Number(digits);
  if (n < 1) throw new Error(`"${text}" leaves no time; for the end of the same day say "by local midnight"`);
  if (n > most) throw new Error(`"${text}" is too long a deadline; the most is ${most}`);
  return n;
}

/** The deadline in the form `parseDeadline` reads, e.g. `5 WD`, `60 min`, `by 18:00`. */
export function formatDeadline(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'WD':
      return `${deadline.n} WD`;
    case 'minutes':
      return `${deadline.n} min`;
    case 'days':
      return `${deadline.n} ${deadline.n === 1 ? 'day' : 'days'}`;
    case 'midnight':
      return 'by local midnight';
    case 'time':
      return `by ${formatTimeOfDay(deadline.secondOfDay)}`;
  }
}

/** `HH:MM`, with seconds only where there are any. */
function formatTimeOfDay(second: number): string {
  const parts = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
  return (parts[2] === 0 ? parts.slice(0, 2) : parts).map(part => String(part).padStart(2, '0')).join(':');
}
