import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BritishTime,
  type Deadline,
  DeadlineTable,
  explainDeadline,
  formatDate,
  formatDeadline,
  formatTime,
  parseDate,
  parseDeadline,
  parseTime,
  WorkingDays,
} from '../../src/time/index.ts';

const FIRST = parseDate('2025-01-01');
const LAST = parseDate('2030-12-31');
const british = new BritishTime(FIRST, LAST);
const workingDays = new WorkingDays(FIRST, LAST);
const triggers = fc.integer({ min: parseTime('2025-01-01T00:00Z'), max: parseTime('2029-06-30T00:00Z') });
const deadlines: fc.Arbitrary<Deadline> = fc.oneof(
  fc.record({ kind: fc.constant('WD' as const), n: fc.integer({ min: 1, max: 300 }) }),
  fc.record({ kind: fc.constant('minutes' as const), n: fc.integer({ min: 1, max: 20_000 }) }),
  fc.record({ kind: fc.constant('days' as const), n: fc.integer({ min: 1, max: 60 }) }),
  fc.constant({ kind: 'midnight' as const }),
  fc.record({ kind: fc.constant('time' as const), secondOfDay: fc.integer({ min: 0, max: 86_399 }) }),
);

function due(deadline: string, trigger: string): string {
  return formatTime(new DeadlineTable(british, workingDays, parseDeadline(deadline)).due(parseTime(trigger)));
}

describe('parseDeadline', () => {
  test.each<[string, Deadline]>([
    ['5 WD', { kind: 'WD', n: 5 }],
    ['1wd', { kind: 'WD', n: 1 }],
    ['60 min', { kind: 'minutes', n: 60 }],
    ['60 minutes', { kind: 'minutes', n: 60 }],
    ['2 h', { kind: 'minutes', n: 120 }],
    ['8 days', { kind: 'days', n: 8 }],
    ['1 day', { kind: 'days', n: 1 }],
    ['midnight', { kind: 'midnight' }],
    ['by local midnight', { kind: 'midnight' }],
    ['by 18:00', { kind: 'time', secondOfDay: 64_800 }],
    ['by 06:30:15', { kind: 'time', secondOfDay: 23_415 }],
  ])('reads %s', (text, deadline) => {
    expect(parseDeadline(text)).toEqual(deadline);
  });

  test.each([
    ['', 'is not a deadline; allowed: "5 WD", "60 min", "2 h", "8 days", "by local midnight" or "by 18:00"'],
    ['5', 'is not a deadline'],
    ['5 working days', 'is not a deadline'],
    ['1.5 WD', 'is not a deadline'],
    ['-1 WD', 'is not a deadline'],
    ['18:00', 'is not a deadline'],
    ['by 25:00', '"25:00" is not a time of day'],
    ['0 WD', 'leaves no time; for the end of the same day say "by local midnight"'],
    ['301 WD', 'is too long a deadline; the most is 300'],
    ['451 days', 'the most is 450'],
    ['10801 h', 'the most is 10800'],
  ])('refuses %j with a reason', (text, reason) => {
    expect(() => parseDeadline(text)).toThrow(reason);
  });

  test('reads back whatever formatDeadline writes', () => {
    fc.assert(
      fc.property(deadlines, deadline => {
        expect(parseDeadline(formatDeadline(deadline))).toEqual(deadline);
      }),
    );
  });
});

describe('due, by hand', () => {
  test.each([
    // 22, 23, 24, 29, 30 December: two holidays and two weekends do not count.
    ['5 WD', '2025-12-19T14:30Z', '2025-12-31T00:00:00Z'],
    ['5 WD', '2025-12-19T00:00:00Z', '2025-12-31T00:00:00Z'],
    ['5 WD', '2025-12-18T23:59:59Z', '2025-12-30T00:00:00Z'],
    // Easter: 30, 31 March, 1, 2, 7 April; summer time has begun meanwhile.
    ['5 WD', '2026-03-27T09:00Z', '2026-04-07T23:00:00Z'],
    ['2 WD', '2026-04-02T09:00Z', '2026-04-08T23:00:00Z'],
    // A weekend trigger counts from Monday.
    ['1 WD', '2026-02-07T10:00Z', '2026-02-10T00:00:00Z'],
    // 23:30 UTC is half past midnight of 1 July in Britain.
    ['1 WD', '2026-06-30T23:30Z', '2026-07-02T23:00:00Z'],
    // Over the autumn change: Friday, then Monday's end is GMT.
    ['1 WD', '2026-10-23T09:00Z', '2026-10-27T00:00:00Z'],
    ['60 min', '2026-03-29T00:30Z', '2026-03-29T01:30:00Z'],
    ['2 h', '2026-12-25T23:00Z', '2026-12-26T01:00:00Z'],
    ['8 days', '2026-03-25T12:00Z', '2026-04-02T23:00:00Z'],
    ['1 day', '2026-12-25T12:00Z', '2026-12-27T00:00:00Z'],
    ['midnight', '2026-03-29T00:00Z', '2026-03-29T23:00:00Z'],
    ['midnight', '2026-10-24T23:00Z', '2026-10-26T00:00:00Z'],
    ['by 18:00', '2026-03-28T18:00:00Z', '2026-03-28T18:00:00Z'],
    ['by 18:00', '2026-03-28T18:00:01Z', '2026-03-29T17:00:00Z'],
    ['by 01:30', '2026-10-25T00:45Z', '2026-10-26T01:30:00Z'], // the first 01:30 of the night has passed
  ])('%s from %s is %s', (deadline, trigger, expected) => {
    expect(due(deadline, trigger)).toBe(expected);
  });
});

describe('due, always', () => {
  test('never before its trigger, and never earlier for a later trigger', () => {
    fc.assert(
      fc.property(deadlines, triggers, fc.integer({ min: 0, max: 200_000 }), (deadline, trigger, later) => {
        const table = new DeadlineTable(british, workingDays, deadline);
        expect(table.due(trigger)).toBeGreaterThanOrEqual(trigger);
        expect(table.due(trigger + later)).toBeGreaterThanOrEqual(table.due(trigger));
      }),
    );
  });

  test('n WD ends at the midnight after the n-th working day, whatever the hour of the trigger', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), triggers, (n, trigger) => {
        const at = new DeadlineTable(british, workingDays, { kind: 'WD', n }).due(trigger);
        expect(at).toBe(british.midnight(workingDays.add(british.dayOf(trigger), n) + 1));
      }),
    );
  });

  test('a time of day is that time on the clock, at most a day and an hour away', () => {
    const afterTheGap = fc.integer({ min: 7200, max: 86_399 });
    fc.assert(
      fc.property(afterTheGap, triggers, (secondOfDay, trigger) => {
        const at = new DeadlineTable(british, workingDays, { kind: 'time', secondOfDay }).due(trigger);
        expect(british.at(british.dayOf(at), secondOfDay)).toBe(at);
        expect(at - trigger).toBeLessThan(25 * 3600);
      }),
    );
  });

  test('beyond the known calendar it refuses with the days it covers', () => {
    expect(() => due('300 WD', '2030-06-01T00:00Z')).toThrow(
      '"300 WD" from 2030-06-01 leaves the calendar, which runs from 2025-01-01 to 2030-12-31',
    );
    expect(() => due('midnight', '2024-12-30T12:00Z')).toThrow('from 2024-12-30 leaves the calendar');
    expect(() => due('by 18:00', '2030-12-31T18:01Z')).toThrow('leaves the calendar');
    expect(due('by 18:00', '2030-12-31T17:59Z')).toBe('2030-12-31T18:00:00Z');
    expect(due('1 WD', '2030-12-30T12:00Z')).toBe('2031-01-01T00:00:00Z');
  });
});

describe('explainDeadline', () => {
  const explain = (deadline: string, trigger: string) =>
    explainDeadline(british, workingDays, parseDeadline(deadline), parseTime(trigger));

  test('shows every day that counts or does not, and why', () => {
    expect(explain('2 WD', '2026-03-27T17:00Z')).toEqual([
      'Fri 2026-03-27  trigger: 2026-03-27 17:00:00 GMT (2026-03-27T17:00:00Z)',
      'Sat 2026-03-28  not counted: Saturday',
      'Sun 2026-03-29  not counted: Sunday; clocks go forward: 23 hours',
      'Mon 2026-03-30  working day 1',
      'Tue 2026-03-31  working day 2',
      'due 2 WD: 2026-04-01 00:00:00 BST (2026-03-31T23:00:00Z), the end of Tue 2026-03-31',
    ]);
    expect(explain('1 WD', '2026-04-02T17:00+01:00')[1]).toBe('Fri 2026-04-03  not counted: Good Friday');
  });

  test('shows the other kinds: elapsed time over a clock change, calendar days, a time of day', () => {
    expect(explain('90 min', '2026-03-29T00:30')).toEqual([
      'Sun 2026-03-29  trigger: 2026-03-29 00:30:00 GMT (2026-03-29T00:30:00Z)',
      'Sun 2026-03-29  clocks go forward: 23 hours',
      'due 90 min: 2026-03-29 03:00:00 BST (2026-03-29T02:00:00Z)',
    ]);
    expect(explain('2 days', '2026-12-25T09:00')).toEqual([
      'Fri 2026-12-25  trigger: 2026-12-25 09:00:00 GMT (2026-12-25T09:00:00Z)',
      'Sat 2026-12-26  day 1',
      'Sun 2026-12-27  day 2',
      'due 2 days: 2026-12-28 00:00:00 GMT (2026-12-28T00:00:00Z), the end of Sun 2026-12-27',
    ]);
    expect(explain('by 18:00', '2026-06-01T18:30')).toEqual([
      'Mon 2026-06-01  trigger: 2026-06-01 18:30:00 BST (2026-06-01T17:30:00Z)',
      'due by 18:00: 2026-06-02 18:00:00 BST (2026-06-02T17:00:00Z)',
    ]);
  });

  test('its last line always tells the due time that the table gives', () => {
    fc.assert(
      fc.property(deadlines, triggers, (deadline, trigger) => {
        const at = new DeadlineTable(british, workingDays, deadline).due(trigger);
        const lines = explainDeadline(british, workingDays, deadline, trigger);
        expect(lines.at(-1)).toContain(`${british.localTime(at)} (${formatTime(at)})`);
        if (deadline.kind === 'WD') expect(lines.at(-2)).toContain(`working day ${deadline.n}`);
        expect(lines[0]).toContain(formatDate(british.dayOf(trigger)));
      }),
      { numRuns: 50 },
    );
  });
});
