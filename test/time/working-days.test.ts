import Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BANK_HOLIDAYS, formatDate, isoWeekday, parseDate, WorkingDays } from '../../src/time/index.ts';

const FIRST = parseDate('2025-01-01');
const LAST = parseDate('2030-12-31');
const workingDays = new WorkingDays(FIRST, LAST);
const days = fc.integer({ min: FIRST, max: parseDate('2029-06-30') });

function add(date: string, n: number): string {
  return formatDate(workingDays.add(parseDate(date), n));
}

test('the list of bank holidays is what date-holidays computes for England, without the replaced weekend days', () => {
  const england = new Holidays('GB', 'ENG');
  const computed = [2025, 2026, 2027, 2028, 2029, 2030]
    .flatMap(year => england.getHolidays(year))
    .filter(({ type, date }) => type === 'public' && isoWeekday(parseDate(date.slice(0, 10))) <= 5)
    .map(({ date, name }) => `${date.slice(0, 10)} ${name}`);
  expect(BANK_HOLIDAYS.map(({ day, name }) => `${formatDate(day)} ${name}`)).toEqual(computed);
});

describe('literals', () => {
  test('Christmas 2025: 22, 23, 24, 29 and 30 December are the five working days after Friday 19', () => {
    expect([1, 2, 3, 4, 5, 6].map(n => add('2025-12-19', n))).toEqual([
      '2025-12-22',
      '2025-12-23',
      '2025-12-24',
      '2025-12-29',
      '2025-12-30',
      '2025-12-31',
    ]);
    expect(add('2025-12-31', 1)).toBe('2026-01-02');
  });

  test('Easter 2026: Thursday 2 April is followed by Tuesday 7', () => {
    expect([1, 2].map(n => add('2026-04-02', n))).toEqual(['2026-04-07', '2026-04-08']);
    expect(['2026-04-03', '2026-04-04', '2026-04-06'].map(date => add(date, 1))).toEqual(Array(3).fill('2026-04-07'));
  });

  test('n = 0 is the day itself, next the first working day from it on', () => {
    expect(add('2026-04-04', 0)).toBe('2026-04-04');
    expect(formatDate(workingDays.next(parseDate('2026-04-03')))).toBe('2026-04-07');
    expect(formatDate(workingDays.next(parseDate('2026-04-07')))).toBe('2026-04-07');
  });

  test('holidays have names, weekends have none', () => {
    expect(workingDays.holiday(parseDate('2026-12-28'))).toBe('Boxing Day (substitute day)');
    expect(workingDays.holiday(parseDate('2026-12-26'))).toBeNull();
    expect(workingDays.isWorkingDay(parseDate('2026-12-26'))).toBe(false);
    expect(workingDays.isWorkingDay(parseDate('2026-12-24'))).toBe(true);
  });

  test('2026 has 261 weekdays and 8 bank holidays, all on weekdays', () => {
    expect(workingDays.ordinal(parseDate('2027-01-01')) - workingDays.ordinal(parseDate('2026-01-01'))).toBe(253);
  });

  test('ordinal counts from the start of the range, back as well as on', () => {
    const range = new WorkingDays(parseDate('2025-09-01'), parseDate('2027-06-30'));
    expect(range.ordinal(parseDate('2025-09-01'))).toBe(0);
    expect(range.ordinal(parseDate('2025-09-08'))).toBe(5);
    expect(range.ordinal(parseDate('2025-08-25'))).toBe(-4); // a bank holiday Monday, then four days
  });
});

describe('properties', () => {
  test('add finds a working day with exactly n working days after the first day up to it', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 300 }), (day, n) => {
        const found = workingDays.add(day, n);
        expect(workingDays.isWorkingDay(found)).toBe(true);
        let count = 0;
        for (let d = day + 1; d <= found; d++) if (workingDays.isWorkingDay(d)) count++;
        expect(count).toBe(n);
      }),
    );
  });

  test('adding a and then b is adding both', () => {
    const count = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(days, count, count, (day, a, b) => {
        expect(workingDays.add(workingDays.add(day, a), b)).toBe(workingDays.add(day, a + b));
      }),
    );
  });

  test('ordinal rises by one after a working day and next skips only days that are none', () => {
    fc.assert(
      fc.property(days, day => {
        expect(workingDays.ordinal(day + 1) - workingDays.ordinal(day)).toBe(workingDays.isWorkingDay(day) ? 1 : 0);
        const next = workingDays.next(day);
        expect(workingDays.ordinal(next)).toBe(workingDays.ordinal(day));
        expect(workingDays.isWorkingDay(next)).toBe(true);
      }),
    );
  });
});

describe('extra holidays and limits', () => {
  test('an extra holiday is a day off with its name, on top of a bank holiday both names are told', () => {
    const more = new WorkingDays(FIRST, LAST, [
      { day: parseDate('2026-06-15'), name: 'World Cup' },
      { day: parseDate('2026-12-25'), name: 'Office party' },
    ]);
    expect(more.isWorkingDay(parseDate('2026-06-15'))).toBe(false);
    expect(more.holiday(parseDate('2026-06-15'))).toBe('World Cup');
    expect(more.holiday(parseDate('2026-12-25'))).toBe('Christmas Day, Office party');
    expect(formatDate(more.add(parseDate('2026-06-12'), 1))).toBe('2026-06-16');
  });

  test('where bank holidays are not known it says so instead of counting on', () => {
    const known = 'allowed: 2025-01-01 to 2030-12-31';
    expect(() => new WorkingDays(FIRST - 1, LAST)).toThrow(`not known for 2024-12-31; ${known}`);
    expect(() => new WorkingDays(FIRST, LAST + 1)).toThrow(`not known for 2031-01-01; ${known}`);
    expect(() => new WorkingDays(FIRST, LAST, [{ day: LAST + 5, name: 'late' }])).toThrow(known);
    expect(() => new WorkingDays(LAST, FIRST)).toThrow('back to 2025-01-01');
    expect(() => workingDays.isWorkingDay(LAST + 1)).toThrow(known);
    expect(() => workingDays.holiday(FIRST - 1)).toThrow(known);
    expect(() => workingDays.holiday(LAST + 1)).toThrow(known);
    expect(() => workingDays.next(LAST + 1)).toThrow(known);
    expect(() => workingDays.add(LAST - 7, 30)).toThrow('no working day number 30 after 2030-12-24');
    expect(() => workingDays.add(FIRST, -1)).toThrow('no working day number -1');
  });
});
