import {
  BANK_HOLIDAYS,
  HOLIDAYS_KNOWN,
  isoWeekday,
  parseDate,
  parseDuration,
  parseHours,
  type WorkingHours,
} from '../../time/index.ts';
import { NETWORKS } from '../roles.ts';
import type { Scenario } from '../schema.ts';
import { didYouMean, listed } from '../suggest.ts';
import type { Path } from '../tree.ts';
import { type Check, mappings, type Say } from './check.ts';

type Distribution = Scenario['networks']['DIP']['latency'];

const DAY = 86_400;
const FAMILIES_WITH_ENDS = 'fixed, uniform, triangular or empirical';

/** The least and the greatest value of a distribution in seconds; null for one without a greatest value. */
function support(distribution: Distribution): readonly [number, number] | null {
  if ('fixed' in distribution) return [parseDuration(distribution.fixed), parseDuration(distribution.fixed)];
  if ('uniform' in distribution)
    return [parseDuration(distribution.uniform[0]), parseDuration(distribution.uniform[1])];
  if ('triangular' in distribution)
    return [parseDuration(distribution.triangular.min), parseDuration(distribution.triangular.max)];
  if ('empirical' in distribution) {
    const values = distribution.empirical.map(([value]) => parseDuration(value));
    return [Math.min(...values), Math.max(...values)];
  }
  return null;
}

/** An EFD lies 1 to 28 days after the IF-031 (BSCP708 §3.1.1). */
export const lead: Check = {
  needs: ['suppliers!'],
  run(scenario, say, sound) {
    const source = ' (BSCP708 §3.1.1)';
    if (sound(['behaviour', 'lead'])) checkNotice(scenario.behaviour.lead, ['behaviour', 'lead'], say, source);
    for (const [code, { behaviour }] of mappings(scenario.suppliers)) {
      const path = ['suppliers', code, 'behaviour', 'lead'];
      if (sound(path) && behaviour?.lead) checkNotice(behaviour.lead, path, say, source);
    }
  },
};

/** Notes a fault where the days from a request to its EFD may be fewer than 1 or more than 28. */
export function checkNotice(distribution: Distribution, path: Path, say: Say, source = ''): void {
  const family = Object.keys(distribution)[0]!;
  const ends = support(distribution);
  if (!ends) {
    const message = `${family} has no greatest value, so an EFD could lie more than 28 days ahead`;
    say(path, message, `1 d to 28 d by ${FAMILIES_WITH_ENDS}`);
  } else if (ends[0] < DAY || ends[1] > 28 * DAY) {
    const days = (seconds: number) => `${Number((seconds / DAY).toFixed(3))} d`;
    say(path, `${family} can give ${days(ends[0] < DAY ? ends[0] : ends[1])}`, `1 d to 28 d${source}`);
  }
}

/** Two messages of this length, and a switch requested late in the evening is still routed on the night after next. */
const LONGEST_CSS = 6 * 3600;

/** Both networks store and forward: no message takes less than a minute. A switch must be known of within a day of its request. */
export const latency: Check = {
  needs: ['networks!', 'switching!'],
  run({ networks, switching }, say, sound) {
    for (const name of NETWORKS) {
      const path = ['networks', name, 'latency'];
      const ends = sound(path) ? support(networks[name].latency) : null;
      if (ends && ends[0] < 60) say(path, `can give ${ends[0]} s; a message takes a minute or more`, '60 s or more');
      if (name !== 'CSS' || !switching || !sound(path) || (ends && ends[1] <= LONGEST_CSS)) continue;
      const wrong = ends ? `can give ${ends[1] / 3600} h` : 'has no greatest value';
      say(path, `${wrong}; a switch could be heard of after its objection window`, '60 s to 6 h');
    }
  },
};

/** Calendars are open at some time in the period, and `always` is what it says. */
export const calendars: Check = {
  needs: ['calendars!', 'period'],
  run({ calendars, period }, say, sound) {
    for (const [name, text] of Object.entries(calendars)) {
      if (!sound(['calendars', name])) continue;
      const hours = parseHours(text);
      if (name === 'always' && hours.shifts !== 'always')
        say(['calendars', name], `"${text}" is not always`, 'always; another name for other hours');
      else if (!opens(hours, parseDate(period.from), parseDate(period.to)))
        say(['calendars', name], `"${text}" never opens in the period ${period.from} to ${period.to}`, 'hours that do');
    }
  },
};

function opens({ shifts, holidays }: WorkingHours, from: number, to: number): boolean {
  // Periods that make no sense have a fault of their own.
  if (from > to || from < HOLIDAYS_KNOWN.from || to > HOLIDAYS_KNOWN.to) return true;
  for (let day = from; day <= to; day++) {
    const closed = holidays === 'closed' && BANK_HOLIDAYS.some(holiday => holiday.day === day);
    if (!closed && (shifts === 'always' || shifts.some(shift => shift.days.includes(isoWeekday(day))))) return true;
  }
  return false;
}

/** Calendars that are named exist. */
export const sending: Check = {
  needs: ['calendars!', 'suppliers!'],
  run(scenario, say, sound) {
    const named: [Path, string | undefined][] = [[['behaviour', 'sending'], scenario.behaviour?.sending]];
    for (const [code, { behaviour }] of mappings(scenario.suppliers))
      named.push([['suppliers', code, 'behaviour', 'sending'], behaviour?.sending]);
    for (const [path, name] of named) if (name !== undefined && sound(path)) checkCalendar(scenario, name, path, say);
  },
};

/** Notes a fault where a calendar is named that is not there. */
export function checkCalendar({ calendars }: Scenario, name: string, path: Path, say: Say): void {
  const known = [...new Set(['always', ...Object.keys(calendars)])];
  if (!known.includes(name)) say(path, `there is no calendar "${name}"${didYouMean(name, known)}`, listed(known));
}

/** Where there are rejections there are reasons. */
export const refusals: Check = {
  needs: ['refusals!'],
  run({ refusals }, say, sound) {
    for (const [role, { share, reasons }] of mappings(refusals)) {
      if (!sound(['refusals', role]) || share === 0 || Object.values(reasons).some(weight => weight > 0)) continue;
      const wrong = Object.keys(reasons).length === 0 ? 'there is no reason' : 'all weights are 0';
      say(
        ['refusals', role, 'reasons'],
        `${wrong}, but ${share * 100} % of requests are rejected`,
        'a reason with a weight above 0',
      );
    }
  },
};
