import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { BritishTime, formatDate, formatTime, nextDaily, parseDate, parseTime } from '../../src/time/index.ts';

const FIRST = parseDate('2025-01-01');
const LAST = parseDate('2030-12-31');
const british = new BritishTime(FIRST, LAST);
const instants = fc.integer({ min: parseTime('2025-01-01T00:00Z'), max: parseTime('2030-12-31T23:59:59Z') });
const days = fc.integer({ min: FIRST, max: LAST });
const secondsOfDay = fc.integer({ min: 0, max: 86_399 });
/** Days of clock changes and their neighbours, where mistakes hide. */
const changeDays = fc.constantFrom(...british.clockChanges(FIRST, LAST).flatMap(({ day }) => [day - 1, day, day + 1]));

/** Any instant, every other one within a day and a half of a clock change. */
const times = fc.oneof(
  instants,
  fc.tuple(changeDays, secondsOfDay).map(([day, second]) => british.midnight(day) + second),
);

function zoned(t: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(t * 1000).toZonedDateTimeISO('Europe/London');
}

function midnights(...texts: string[]): string[] {
  return texts.map(text => formatTime(british.midnight(parseDate(text))));
}

describe('literals', () => {
  test('midnights around the clock changes of 2026', () => {
    expect(midnights('2026-03-28', '2026-03-29', '2026-03-30')).toEqual([
      '2026-03-28T00:00:00Z',
      '2026-03-29T00:00:00Z',
      '2026-03-29T23:00:00Z',
    ]);
    expect(midnights('2026-10-24', '2026-10-25', '2026-10-26')).toEqual([
      '2026-10-23T23:00:00Z',
      '2026-10-24T23:00:00Z',
      '2026-10-26T00:00:00Z',
    ]);
  });

  test('clock changes 2025 to 2030: last Sundays of March and October at 01:00 UTC', () => {
    expect(
      british.clockChanges(FIRST, LAST).map(({ at, forward }) => `${formatTime(at)} ${forward ? '+' : '-'}`),
    ).toEqual([
      '2025-03-30T01:00:00Z +',
      '2025-10-26T01:00:00Z -',
      '2026-03-29T01:00:00Z +',
      '2026-10-25T01:00:00Z -',
      '2027-03-28T01:00:00Z +',
      '2027-10-31T01:00:00Z -',
      '2028-03-26T01:00:00Z +',
      '2028-10-29T01:00:00Z -',
      '2029-03-25T01:00:00Z +',
      '2029-10-28T01:00:00Z -',
      '2030-03-31T01:00:00Z +',
      '2030-10-27T01:00:00Z -',
    ]);
    const day = parseDate('2026-03-29');
    expect(british.clockChanges(day, day)).toEqual([{ at: parseTime('2026-03-29T01:00Z'), day, forward: true }]);
    expect(british.clockChanges(day + 1, day + 200)).toEqual([]);
  });

  test.each([
    ['2026-03-29', 0, '2026-03-29T00:00:00Z'],
    ['2026-03-29', 3599, '2026-03-29T00:59:59Z'],
    ['2026-03-29', 3600, '2026-03-29T01:00:00Z'], // 01:00 to 01:59:59 do not exist
    ['2026-03-29', 7199, '2026-03-29T01:00:00Z'],
    ['2026-03-29', 7200, '2026-03-29T01:00:00Z'],
    ['2026-03-29', 7201, '2026-03-29T01:00:01Z'],
    ['2026-03-29', 86_400, '2026-03-29T23:00:00Z'],
    ['2026-10-25', 3599, '2026-10-24T23:59:59Z'],
    ['2026-10-25', 3600, '2026-10-25T00:00:00Z'], // 01:00 to 01:59:59 come twice: the first counts
    ['2026-10-25', 7199, '2026-10-25T00:59:59Z'],
    ['2026-10-25', 7200, '2026-10-25T02:00:00Z'],
    ['2026-10-25', 86_400, '2026-10-26T00:00:00Z'],
  ])('at(%s, %d) is %s', (date, second, utc) => {
    expect(formatTime(british.at(parseDate(date), second))).toBe(utc);
  });

  test('localTime shows the clock and which time it is', () => {
    expect(
      [
        '2026-03-29T00:59:59Z',
        '2026-03-29T01:00:00Z',
        '2026-10-25T00:59:59Z',
        '2026-10-25T01:00:00Z',
        '2026-06-30T23:00:00Z',
      ].map(utc => british.localTime(parseTime(utc))),
    ).toEqual([
      '2026-03-29 00:59:59 GMT',
      '2026-03-29 02:00:00 BST',
      '2026-10-25 01:59:59 BST',
      '2026-10-25 01:00:00 GMT',
      '2026-07-01 00:00:00 BST',
    ]);
  });
});

describe('properties', () => {
  test('dayOf, localTime and midnight agree with Temporal at any instant', () => {
    fc.assert(
      fc.property(times, t => {
        const truth = zoned(t);
        expect(formatDate(british.dayOf(t))).toBe(truth.toPlainDate().toString());
        expect(british.localTime(t)).toBe(
          `${truth.toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ')} ${truth.offset === '+01:00' ? 'BST' : 'GMT'}`,
        );
        expect(british.midnight(british.dayOf(t))).toBe(truth.startOfDay().epochMilliseconds / 1000);
      }),
      { numRuns: 500 },
    );
  });

  test('at agrees with Temporal, but for the gap, which it leaves at its end', () => {
    fc.assert(
      fc.property(fc.oneof(days, changeDays), secondsOfDay, (day, second) => {
        const local = Temporal.PlainDate.from(formatDate(day)).toPlainDateTime(
          new Temporal.PlainTime().add({ seconds: second }),
        );
        const truth = local.toZonedDateTime('Europe/London');
        const inGap = !truth.toPlainDateTime().equals(local);
        const expected = inGap ? truth.subtract({ seconds: second - 3600 }) : truth;
        expect(british.at(day, second)).toBe(expected.epochMilliseconds / 1000);
      }),
      { numRuns: 500 },
    );
  });

  test('a day holds the seconds from its midnight up to the next, and no others', () => {
    fc.assert(
      fc.property(fc.oneof(days, changeDays), day => {
        const [begin, end] = [british.midnight(day), british.midnight(day + 1)];
        expect([british.dayOf(begin - 1), british.dayOf(begin), british.dayOf(end - 1), british.dayOf(end)]).toEqual([
          day - 1,
          day,
          day,
          day + 1,
        ]);
      }),
    );
  });

  test('at never falls as the wall clock advances and stays within its day', () => {
    fc.assert(
      fc.property(fc.oneof(days, changeDays), secondsOfDay, secondsOfDay, (day, a, b) => {
        expect(british.at(day, Math.min(a, b))).toBeLessThanOrEqual(british.at(day, Math.max(a, b)));
        expect(british.dayOf(british.at(day, a))).toBe(day);
      }),
    );
  });

  test('a small calendar says the same as a large one, margins included', () => {
    fc.assert(
      fc.property(fc.oneof(days, changeDays), day => {
        const small = new BritishTime(day, day);
        for (const other of [day - 40, day, day + 460]) expect(small.midnight(other)).toBe(british.midnight(other));
      }),
      { numRuns: 30 },
    );
  });
});

describe('limits', () => {
  test('outside its days a calendar refuses rather than guesses', () => {
    const small = new BritishTime(FIRST, FIRST + 9);
    expect(() => small.midnight(FIRST + 9 + 462)).toThrow('outside this calendar');
    expect(() => small.midnight(FIRST - 41)).toThrow('outside this calendar');
    expect(() => small.dayOf(parseTime('2029-01-01T00:00Z'))).toThrow('2029-01-01T00:00:00Z is outside this calendar');
    expect(() => small.at(FIRST, 86_401)).toThrow('not a second of the day');
    expect(() => small.at(FIRST, Number.NaN)).toThrow('not a second of the day');
    expect(() => new BritishTime(FIRST, FIRST - 1)).toThrow('from 2025-01-01 back to 2024-12-31');
    expect(() => new BritishTime(FIRST, parseDate('2037-12-31') + 1)).toThrow('allowed: 1971-01-01 to 2037-12-31');
  });

  test('the first and the last year that fit an Int32 are right', () => {
    const whole = new BritishTime(parseDate('1971-01-01'), parseDate('2037-12-31'));
    // British Standard Time: an hour ahead all year until October 1971.
    expect(formatTime(whole.midnight(parseDate('1971-01-01')))).toBe('1970-12-31T23:00:00Z');
    expect(
      whole.clockChanges(parseDate('1971-01-01'), parseDate('1971-12-31')).map(({ at }) => formatTime(at)),
    ).toEqual(['1971-10-31T02:00:00Z']);
    expect(formatTime(whole.midnight(parseDate('2037-12-31') + 1))).toBe('2038-01-01T00:00:00Z');
  });
});

describe('nextDaily', () => {
  test('gives the first run strictly after a time, on the local clock', () => {
    const at22 = (text: string) => formatTime(nextDaily(british, 22 * 3600, parseTime(text)));
    expect(at22('2026-03-28T21:59:59Z')).toBe('2026-03-28T22:00:00Z');
    expect(at22('2026-03-28T22:00:00Z')).toBe('2026-03-29T21:00:00Z');
    expect(at22('2026-10-24T21:00:00Z')).toBe('2026-10-25T22:00:00Z');
  });

  test('runs once a night, also where 01:30 is missing or comes twice', () => {
    const runs = (text: string) => {
      const first = nextDaily(british, 5400, parseTime(text));
      const second = nextDaily(british, 5400, first);
      return [first, second, nextDaily(british, 5400, second)].map(formatTime);
    };
    expect(runs('2026-03-28T00:00Z')).toEqual(['2026-03-28T01:30:00Z', '2026-03-29T01:00:00Z', '2026-03-30T00:30:00Z']);
    expect(runs('2026-10-24T00:00Z')).toEqual(['2026-10-24T00:30:00Z', '2026-10-25T00:30:00Z', '2026-10-26T01:30:00Z']);
  });

  test('is strictly later and at most 25 hours away', () => {
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 86_400 }), (t, second) => {
        const next = nextDaily(british, second, t);
        expect(next).toBeGreaterThan(t);
        expect(next - t).toBeLessThanOrEqual(25 * 3600);
      }),
    );
  });
});

test('turnTo changes nothing of what dayOf says, on whichever day', () => {
  const turned = new BritishTime(FIRST, LAST);
  fc.assert(
    fc.property(fc.oneof(days, changeDays), times, (day, t) => {
      turned.turnTo(day);
      for (const at of [t, turned.midnight(day) - 1, turned.midnight(day), turned.midnight(day + 1) - 1])
        expect(turned.dayOf(at)).toBe(british.dayOf(at));
    }),
  );
});
