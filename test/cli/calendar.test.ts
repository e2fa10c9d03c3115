import { describe, expect, test, vi } from 'vitest';
import yargs from 'yargs';
import { calendar } from '../../src/cli/commands/calendar.ts';
import { UsageError } from '../../src/cli/faults.ts';

/** Runs the command line after `mhhsim` and gives back what it prints. */
async function run(...args: string[]): Promise<string> {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    await yargs(['calendar', ...args])
      .command(calendar)
      .strict()
      .fail(false)
      .parseAsync();
    return print.mock.calls.map(([line]) => String(line)).join('\n');
  } finally {
    print.mockRestore();
  }
}

/** The faults the user is told, a line each. */
async function faults(...args: string[]): Promise<string[]> {
  try {
    await run(...args);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message.split('\n');
  }
  throw new Error('the command found no fault');
}

describe('listing', () => {
  test('a few days are listed one by one, working days counted, other days named', async () => {
    expect(await run('--from', '2026-04-01', '--to', '2026-04-07')).toBe(
      [
        'date        day  WD',
        '2026-04-01  Wed   1',
        '2026-04-02  Thu   2',
        '2026-04-03  Fri   –  Good Friday',
        '2026-04-04  Sat   –',
        '2026-04-05  Sun   –',
        '2026-04-06  Mon   –  Easter Monday',
        '2026-04-07  Tue   3',
        '',
        '2026-04-01 to 2026-04-07: 7 days, 3 working days.',
      ].join('\n'),
    );
  });

  test('without dates the simulated period is told by month, with holidays, clock changes and all milestones', async () => {
    const lines = (await run()).split('\n');
    expect(lines).toContain('2025-11    30  20');
    expect(lines).toContain('2025-12    31  21  Thu 25  Christmas Day');
    expect(lines).toContain('2026-03    31  22  Sun 29  clocks go forward, 23 hours (2026-03-29T01:00:00Z)');
    expect(lines.at(-1)).toBe('2025-09-01 to 2027-06-30: 668 days, 463 working days.');
    const milestones = lines.flatMap(line => /(M\d+):/.exec(line)?.[1] ?? []);
    expect(milestones).toEqual(['M8', 'M10', 'M13', 'M11', 'M12', 'M14', 'M15']);
  });

  test('--by chooses days or months against the default', async () => {
    expect(await run('--from', '2026-04-01', '--to', '2026-04-30', '--by', 'month')).toContain(
      '2026-04    30  20  Fri 03  Good Friday',
    );
    expect((await run('--by', 'day')).match(/^20\d\d-\d\d-\d\d {2}[A-Z]/gm)).toHaveLength(668);
  });

  test('--json gives the same by day and by month', async () => {
    const days = JSON.parse(await run('--from', '2025-10-26', '--to', '2025-10-27', '--json'));
    expect(days).toEqual({
      from: '2025-10-26',
      to: '2025-10-27',
      workingDays: 1,
      days: [
        {
          date: '2025-10-26',
          weekday: 'Sun',
          workingDay: false,
          holiday: null,
          clockChange: { at: '2025-10-26T01:00:00Z', forward: false },
          milestones: [],
        },
        { date: '2025-10-27', weekday: 'Mon', workingDay: true, holiday: null, clockChange: null, milestones: [] },
      ],
    });
    const { months } = JSON.parse(await run('--json'));
    expect(months).toHaveLength(22);
    expect(months[1]).toMatchObject({ month: '2025-10', days: 31, workingDays: 23 });
    expect(months[1].notable.map((day: { date: string }) => day.date)).toEqual(['2025-10-22', '2025-10-26']);
  });
});

describe('one deadline', () => {
  test('is told with its arithmetic', async () => {
    const lines = (await run('--due', '5 WD', '--at', '2025-12-19T14:30')).split('\n');
    expect(lines[0]).toBe('Fri 2025-12-19  trigger: 2025-12-19 14:30:00 GMT (2025-12-19T14:30:00Z)');
    expect(lines).toContain('Thu 2025-12-25  not counted: Christmas Day');
    expect(lines.at(-1)).toBe('due 5 WD: 2025-12-31 00:00:00 GMT (2025-12-31T00:00:00Z), the end of Tue 2025-12-30');
  });

  test('--json has the due time in UTC', async () => {
    const answer = JSON.parse(await run('--due', '1 WD', '--at', '2026-06-30T23:30:00Z', '--json'));
    expect(answer).toMatchObject({
      due: '2026-07-02T23:00:00Z',
      dueLocal: '2026-07-03 00:00:00 BST',
      deadline: '1 WD',
      at: '2026-06-30T23:30:00Z',
      atLocal: '2026-07-01 00:30:00 BST',
    });
    expect(answer.arithmetic).toHaveLength(3);
  });
});

describe('bad usage is told in a line for each fault', () => {
  test.each<[string[], (string | RegExp)[]]>([
    [
      ['--from', '2026-02-30', '--to', 'soon'],
      [
        '--from: "2026-02-30" is not a date: February 2026 has days 01 to 28',
        '--to: "soon" is not a date; allowed: YYYY-MM-DD, e.g. 2026-03-29',
      ],
    ],
    [
      ['--from', '2026-05-01', '--to', '2026-04-01'],
      ['--from 2026-05-01 is after --to 2026-04-01; the first date comes first'],
    ],
    [['--to', '2031-01-01'], ['--to: bank holidays are not known for 2031-01-01; allowed: 2025-01-01 to 2030-12-31']],
    [['--from', '2026-01-01', '--from', '2026-01-02'], ['--from is given 2 times; once is enough']],
    [['--by', 'day', '--by', 'month'], ['--by is given 2 times; once is enough']],
    [
      ['--due', '5 DW'],
      [/^--due needs --at/, /^--due: "5 DW" is not a deadline; allowed: "5 WD"/],
    ],
    [
      ['--at', '2025-12-19'],
      [/^--at needs --due/, /^--at: "2025-12-19" is not a time; allowed: 2026-03-29T14:30:00Z/],
    ],
    [['--due', '1 WD', '--at', '2026-01-01T00:00', '--from', '2026-01-01'], [/ask for one or the other$/]],
    [['--due', '1 WD', '--at', '2035-01-01T00:00'], [/^--at: bank holidays are not known for 2035-01-01/]],
    [['--due', '300 WD', '--at', '2030-06-01T00:00'], [/^--at: "300 WD" from 2030-06-01 leaves the calendar/]],
  ])('%j', async (args, expected) => {
    const told = await faults(...args);
    expect(told).toHaveLength(expected.length);
    for (const [i, text] of expected.entries()) expect(told[i]).toMatch(text);
  });
});
