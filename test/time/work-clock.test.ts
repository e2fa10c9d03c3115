import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  BritishTime,
  formatTime,
  parseDate,
  parseHours,
  parseTime,
  WorkClock,
  WorkingDays,
  type WorkingHours,
} from '../../src/time/index.ts';

const FIRST = parseDate('2025-09-01');
const LAST = parseDate('2027-06-30');
const british = new BritishTime(FIRST, LAST);
const workingDays = new WorkingDays(FIRST, LAST);
const HOUR = 3600;

function clock(hours: string, from = '2025-09-01', to = '2027-06-30'): WorkClock {
  return new WorkClock(british, workingDays, parseHours(hours), parseDate(from), parseDate(to));
}

/** Shifts on whole hours (02:00 for those in the hour that is missing or comes twice). */
const hour = fc.integer({ min: 0, max: 23 });
const shift = fc
  .record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    from: hour,
    to: fc.integer({ min: 0, max: 24 }),
  })
  .map(({ days, from, to }) => ({ days, from: from * HOUR, to: to * HOUR }));
const workingHours: fc.Arbitrary<WorkingHours> = fc.record({
  shifts: fc.oneof(fc.constant('always' as const), fc.array(shift, { minLength: 1, maxLength: 3 })),
  holidays: fc.constantFrom('open' as const, 'closed' as const),
});

describe('parseHours', () => {
  const weekdays = [1, 2, 3, 4, 5];
  test.each<[string, WorkingHours]>([
    ['always', { shifts: 'always', holidays: 'open' }],
    ['always, holidays closed', { shifts: 'always', holidays: 'closed' }],
    ['Mon-Fri 09:00-17:00', { shifts: [{ days: weekdays, from: 32_400, to: 61_200 }], holidays: 'closed' }],
    [
      'Mon-Fri 08:00-18:00, Sat 9:00-13:00, holidays open',
      {
        shifts: [
          { days: weekdays, from: 28_800, to: 64_800 },
          { days: [6], from: 32_400, to: 46_800 },
        ],
        holidays: 'open',
      },
    ],
    ['sat-mon 00:00-24:00', { shifts: [{ days: [6, 7, 1], from: 0, to: 86_400 }], holidays: 'closed' }],
    ['Fri 22:00-06:00', { shifts: [{ days: [5], from: 79_200, to: 21_600 }], holidays: 'closed' }],
  ])('reads %s', (text, hours) => {
    expect(parseHours(text)).toEqual(hours);
  });

  test.each([
    ['', '"" is not a shift; allowed: "always", or shifts like "Mon-Fri 08:00-18:00, Sat 09:00-13:00"'],
    ['holidays open', 'has no working hours'],
    ['9-17', '"9-17" is not a shift'],
    ['Mon-Fri 09:00-17:00, never', '"never" is not a shift'],
    ['Mon-Fry 09:00-17:00', 'names no weekday with "Fry"; allowed: Mon Tue Wed Thu Fri Sat Sun'],
    ['Mon 09:00-25:00', '"25:00" is not a time of day'],
    ['Mon 24:00-09:00', '"24:00" is not a time of day'],
    ['always, Mon 09:00-17:00', '"always" is not a shift'],
  ])('refuses %j with a reason', (text, reason) => {
    expect(() => parseHours(text)).toThrow(reason);
  });
});

describe('literals', () => {
  test('office hours over Christmas 2025: 22, 23, 24 December, then 29', () => {
    const office = clock('Mon-Fri 09:00-17:00', '2025-12-22');
    const day = parseDate('2025-12-22');
    expect(office.worked(parseTime('2025-12-24T12:00Z'))).toBe(2 * 8 * HOUR + 3 * HOUR);
    expect(office.worked(parseTime('2025-12-29T08:00Z'))).toBe(24 * HOUR);
    expect(formatTime(office.time(24 * HOUR, day))).toBe('2025-12-24T17:00:00Z');
    expect(formatTime(office.time(24 * HOUR + 0.0625, day))).toBe('2025-12-29T09:00:01Z');
    expect(formatTime(office.time(24 * HOUR + 1, day))).toBe('2025-12-29T09:00:01Z');
    expect(formatTime(office.time(24 * HOUR + 1.5, day))).toBe('2025-12-29T09:00:02Z');
    expect(formatTime(office.time(0, day))).toBe('2025-12-22T00:00:00Z');
  });

  test('summer time moves the office by an hour of UTC: Friday 27 and Monday 30 March 2026', () => {
    const office = clock('Mon-Fri 09:00-17:00');
    const open = (text: string) => office.isOpen(parseTime(text));
    expect(
      ['2026-03-27T08:59:59Z', '2026-03-27T09:00:00Z', '2026-03-27T16:59:59Z', '2026-03-27T17:00:00Z'].map(open),
    ).toEqual([false, true, true, false]);
    expect(
      ['2026-03-30T07:59:59Z', '2026-03-30T08:00:00Z', '2026-03-30T15:59:59Z', '2026-03-30T16:00:00Z'].map(open),
    ).toEqual([false, true, true, false]);
    expect(open('2026-04-06T10:00:00Z')).toBe(false); // Easter Monday
    expect(clock('Mon-Fri 09:00-17:00, holidays open').isOpen(parseTime('2026-04-06T10:00:00Z'))).toBe(true);
  });

  test.each([
    ['always', '2026-03-28', 24],
    ['always', '2026-03-29', 23],
    ['always', '2026-10-25', 25],
    ['Sun 00:00-08:00', '2026-03-29', 7],
    ['Sun 00:00-08:00', '2026-10-25', 9],
    ['Sat 22:00-06:00', '2026-03-28', 2],
    ['Sat 22:00-06:00', '2026-03-29', 5],
    ['Sat 22:00-06:00', '2026-10-25', 7],
    ['Sun 01:00-02:00', '2026-03-29', 0], // the hour that is missing
    ['Sun 01:00-02:00', '2026-10-25', 2], // the hour that comes twice
    ['Sun 01:15-01:45', '2026-10-25', 0.5], // its first occurrence
    ['Sun 01:30-03:00', '2026-03-29', 1],
    ['Thu 22:00-06:00', '2025-12-26', 0], // Christmas Day's night shift does not begin
    ['Wed 22:00-06:00', '2025-12-25', 6], // Christmas Eve's ends on Christmas morning
    ['Mon 09:00-12:00, Mon 11:00-13:00', '2026-06-01', 4], // overlapping shifts count once
    ['Mon 09:00-12:00, Mon 12:00-13:00, Mon 14:00-15:00', '2026-06-01', 5],
    ['Mon 09:00-09:00', '2026-06-02', 9],
  ])('%s on %s: %d hours', (hours, date, expected) => {
    expect(clock(hours).workedOnDay(parseDate(date))).toBe(expected * HOUR);
  });

  test('a week of nights ends after 40 working hours on Saturday morning', () => {
    const nights = clock('Mon-Fri 22:00-06:00', '2026-06-01', '2026-06-30');
    expect(formatTime(nights.time(40 * HOUR, parseDate('2026-06-01')))).toBe('2026-06-06T05:00:00Z');
  });

  test('before its first day nothing is worked, after its last it is always open', () => {
    const short = clock('Mon-Fri 09:00-17:00', '2026-01-05', '2026-01-09');
    expect(short.worked(parseTime('2026-01-01T12:00Z'))).toBe(0);
    expect(short.isOpen(parseTime('2026-01-02T12:00Z'))).toBe(false);
    expect(short.workedOnDay(parseDate('2026-01-02'))).toBe(0);
    expect(short.worked(parseTime('2026-01-10T01:00Z'))).toBe(41 * HOUR);
    expect(formatTime(short.time(40 * HOUR, parseDate('2026-01-05')))).toBe('2026-01-09T17:00:00Z');
    expect(formatTime(short.time(41 * HOUR, parseDate('2026-01-05')))).toBe('2026-01-10T01:00:00Z');
    expect(short.isOpen(parseTime('2026-01-11T03:00Z'))).toBe(true);
    expect(short.workedOnDay(parseDate('2026-01-11'))).toBe(24 * HOUR);
    expect(short.time(1e9, parseDate('2026-01-05'))).toBe(parseTime('2026-01-10T00:00Z') + 1e9 - 40 * HOUR);
  });
});

describe('properties', () => {
  const [begin, end] = [british.midnight(FIRST), british.midnight(LAST + 1) + 86_400];
  const instants = fc.integer({ min: begin, max: end });
  const hints = fc.integer({ min: FIRST, max: LAST + 1 });
  const clocks = workingHours.map(hours => new WorkClock(british, workingDays, hours, FIRST, LAST));

  test('worked never falls and grows at most a second per second', () => {
    fc.assert(
      fc.property(clocks, instants, fc.integer({ min: 0, max: 300_000 }), (work, t, later) => {
        const grown = work.worked(t + later) - work.worked(t);
        expect(grown).toBeGreaterThanOrEqual(0);
        expect(grown).toBeLessThanOrEqual(later);
      }),
    );
  });

  test('time is the earliest second at which that much is worked, from any hint', () => {
    fc.assert(
      fc.property(clocks, instants, hints, fc.double({ min: 0, max: 1, noNaN: true }), (work, t, hint, fraction) => {
        const amount = work.worked(t) + fraction;
        fc.pre(amount > 0);
        const done = work.time(amount, hint);
        expect(Number.isInteger(done)).toBe(true);
        expect(work.worked(done)).toBeGreaterThanOrEqual(amount);
        expect(work.worked(done - 1)).toBeLessThan(amount);
      }),
    );
  });

  test('time undoes worked: never after the instant itself, and at it where work was being done', () => {
    fc.assert(
      fc.property(clocks, instants, (work, t) => {
        const back = work.time(work.worked(t), FIRST);
        expect(back).toBeLessThanOrEqual(t);
        expect(work.worked(back)).toBe(work.worked(t));
        if (t > begin && work.isOpen(t - 1)) expect(back).toBe(t);
      }),
    );
  });

  test('the days add up to the whole', () => {
    fc.assert(
      fc.property(clocks, work => {
        let sum = 0;
        for (let day = FIRST; day <= LAST; day++) sum += work.workedOnDay(day);
        expect(sum).toBe(work.worked(british.midnight(LAST + 1)));
      }),
      { numRuns: 20 },
    );
  });

  test('hour by hour it is open exactly when the wall clock says so, in weeks of clock changes and holidays too', () => {
    const weeks = fc.constantFrom(
      '2026-03-23',
      '2026-10-19',
      '2025-10-20',
      '2027-03-22',
      '2025-12-22',
      '2026-04-01',
      '2026-07-06',
    );
    fc.assert(
      fc.property(workingHours, weeks, (hours, week) => {
        const work = new WorkClock(british, workingDays, hours, FIRST, LAST);
        const start = british.midnight(parseDate(week));
        for (let t = start; t < start + 8 * 86_400; t += HOUR) {
          const open = openByTheWallClock(hours, t);
          expect({ at: formatTime(t), open: work.isOpen(t) }).toEqual({ at: formatTime(t), open });
          expect(work.worked(t + HOUR) - work.worked(t)).toBe(open ? HOUR : 0);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** The definition of working hours on whole hours, on Temporal and without tables. */
function openByTheWallClock({ shifts, holidays }: WorkingHours, t: number): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(t * 1000).toZonedDateTimeISO('Europe/London');
  const second = local.hour * HOUR;
  const begins = (date: Temporal.PlainDate, days: readonly number[]) =>
    days.includes(date.dayOfWeek) && (holidays === 'open' || workingDays.holiday(parseDate(date.toString())) === null);
  const today = local.toPlainDate();
  const all = shifts === 'always' ? [{ days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 86_400 }] : shifts;
  return all.some(({ days, from, to }) => {
    if (from < to) return begins(today, days) && second >= from && second < to;
    return (begins(today, days) && second >= from) || (begins(today.subtract({ days: 1 }), days) && second < to);
  });
}
