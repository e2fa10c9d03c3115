import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatDate,
  formatTime,
  isoWeekday,
  parseDate,
  parseDuration,
  parseTime,
  parseTimeOfDay,
  weekdayName,
} from '../../src/time/index.ts';

describe('dates', () => {
  test('parseDate counts days from 1970-01-01', () => {
    expect(parseDate('1971-01-01')).toBe(365);
    expect(parseDate('2025-09-01')).toBe(20332);
    expect(parseDate('2028-02-29') + 1).toBe(parseDate('2028-03-01'));
  });

  test.each([
    ['2026-02-29', 'February 2026 has days 01 to 28'],
    ['2026-04-31', 'April 2026 has days 01 to 30'],
    ['2026-01-00', 'January 2026 has days 01 to 31'],
    ['2026-13-01', 'months run from 01 to 12'],
    ['26-03-29', 'allowed: YYYY-MM-DD'],
    ['29/03/2026', 'allowed: YYYY-MM-DD'],
    ['', 'allowed: YYYY-MM-DD'],
    ['1970-12-31', 'years from 1971 to 2037'],
    ['2062-01-01', 'years from 1971 to 2037'],
  ])('parseDate says what is wrong with %j', (text, reason) => {
    expect(() => parseDate(text)).toThrow(reason);
  });

  test('formatDate gives back what parseDate read, and weekdays go round', () => {
    fc.assert(
      fc.property(fc.integer({ min: 365, max: 24_836 }), day => {
        expect(parseDate(formatDate(day))).toBe(day);
        expect(isoWeekday(day + 1)).toBe((isoWeekday(day) % 7) + 1);
      }),
    );
    expect(weekdayName(parseDate('2025-12-25'))).toBe('Thu');
    expect(isoWeekday(parseDate('2027-05-07'))).toBe(5);
  });
});

describe('times', () => {
  test.each([
    ['2026-03-29T00:59:59Z', '2026-03-29T00:59:59Z'],
    ['2026-07-01T12:00:00+01:00', '2026-07-01T11:00:00Z'],
    ['2026-07-01T12:00+0530', '2026-07-01T06:30:00Z'],
    ['2026-07-01T12:00-01:00', '2026-07-01T13:00:00Z'],
    ['2026-07-01T12:00', '2026-07-01T11:00:00Z'],
    ['2026-07-01 12:00', '2026-07-01T11:00:00Z'],
    ['2026-12-01T12:00:30', '2026-12-01T12:00:30Z'],
    ['2026-03-29T01:30', '2026-03-29T01:00:00Z'],
    ['2026-10-25T01:30', '2026-10-25T00:30:00Z'],
  ])('parseTime reads %s as %s', (text, utc) => {
    expect(formatTime(parseTime(text))).toBe(utc);
  });

  test.each([
    '2026-03-29',
    '14:30',
    '2026-03-29T24:00Z',
    '2026-03-29T14:60',
    '2026-02-30T12:00Z',
    '2026-03-29T12:00+15:00',
    '',
  ])('parseTime refuses %j', text => {
    expect(() => parseTime(text)).toThrow(/^".*" (is not|has no)/);
  });

  test('parseTime gives back every time formatTime writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 365 * 86_400, max: 2 ** 31 - 86_400 * 19 }), t => {
        expect(parseTime(formatTime(t))).toBe(t);
      }),
    );
  });

  test('parseTimeOfDay gives seconds since the clock showed 00:00', () => {
    expect(parseTimeOfDay('00:00')).toBe(0);
    expect(parseTimeOfDay('9:30')).toBe(34_200);
    expect(parseTimeOfDay('23:59:59')).toBe(86_399);
    for (const text of ['24:00', '12:60', '12:00:60', '12', 'noon', '12:5'])
      expect(() => parseTimeOfDay(text)).toThrow('allowed: HH:MM');
  });
});

describe('durations', () => {
  test.each([
    ['90 s', 90],
    ['0.5 s', 0.5],
    ['15 min', 900],
    ['1.1 min', 66],
    ['2h', 7200],
    ['1 hour', 3600],
    ['3 d', 259_200],
    ['10 days', 864_000],
    ['0 s', 0],
  ])('parseDuration reads %s as %d seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  test('parseDuration says what is allowed, and that working days are no elapsed time', () => {
    for (const text of ['', '5', '5 weeks', '-5 min', '1e3 s', 'min', '5 constructor'])
      expect(() => parseDuration(text)).toThrow('is not a duration; allowed: a number and s, min, h or d');
    expect(() => parseDuration('2 WD')).toThrow('"2 WD" counts working days');
  });
});
