import Table from 'cli-table3';
import type { CommandModule } from 'yargs';
import { MILESTONES, type Milestone } from '../../procedures/index.ts';
import {
  BritishTime,
  byMonth,
  type CalendarDay,
  type CalendarMonth,
  calendarDays,
  type Day,
  DeadlineTable,
  explainDeadline,
  formatDate,
  formatDeadline,
  formatTime,
  HOLIDAYS_KNOWN,
  parseDate,
  parseDeadline,
  parseTime,
  WorkingDays,
  weekdayName,
} from '../../time/index.ts';
import { Faults } from '../faults.ts';

/** The simulated period: what is listed when no dates are given. */
const PERIOD = { from: '2025-09-01', to: '2027-06-30' };
/** Up to this many days are listed one by one, more by month, unless `--by` says otherwise. */
const FEW_DAYS = 62;

interface CalendarArguments {
  from?: string | string[] | undefined;
  to?: string | string[] | undefined;
  by?: string | string[] | undefined;
  due?: string | string[] | undefined;
  at?: string | string[] | undefined;
  json?: boolean | undefined;
}

/** `mhhsim calendar`: working days, bank holidays, clock changes and milestones; or one deadline with its arithmetic. */
export const calendar: CommandModule<object, CalendarArguments> = {
  command: 'calendar',
  describe: 'working days, bank holidays, clock changes and milestones; or when one deadline falls due',
  builder: yargs =>
    yargs
      .option('from', { type: 'string', requiresArg: true, describe: `first date (default ${PERIOD.from})` })
      .option('to', { type: 'string', requiresArg: true, describe: `last date (default ${PERIOD.to})` })
      .option('by', { choices: ['day', 'month'], requiresArg: true, describe: 'a line for each day or each month' })
      .option('due', { type: 'string', requiresArg: true, describe: 'a deadline, e.g. "5 WD", "60 min", "by 18:00"' })
      .option('at', { type: 'string', requiresArg: true, describe: 'when the deadline starts, e.g. 2025-12-19T14:30' })
      .option('json', { type: 'boolean', describe: 'as JSON' })
      .example('$0 calendar --from 2026-03-25 --to 2026-04-10', 'Easter 2026, day by day')
      .example('$0 calendar --due "5 WD" --at 2025-12-19T14:30', 'five working days over Christmas'),
  handler: args => {
    console.log(calendarText(args));
  },
};

/**
 * The command's answer as text.
 * @throws UsageError with one line for each fault of the arguments.
 */
function calendarText(args: CalendarArguments): string {
  return args.due === undefined && args.at === undefined ? listing(args) : oneDeadline(args);
}

function oneDeadline(args: CalendarArguments): string {
  const faults = new Faults();
  if (args.from !== undefined || args.to !== undefined || args.by !== undefined)
    faults.add('--due and --at compute one deadline; --from, --to and --by list days: ask for one or the other');
  if (args.at === undefined) faults.add('--due needs --at, the time the deadline starts, e.g. --at 2025-12-19T14:30');
  if (args.due === undefined) faults.add('--at needs --due, the deadline that starts then, e.g. --due "5 WD"');
  const deadline = faults.read('--due', args.due, parseDeadline);
  const trigger = faults.read('--at', args.at, parseTime);
  if (faults.any || deadline === undefined || trigger === undefined) throw faults.error();

  const day = Math.floor(trigger / 86_400);
  return faults.guard('--at', () => {
    const british = new BritishTime(day, day);
    const workingDays = new WorkingDays(day, day);
    const due = new DeadlineTable(british, workingDays, deadline).due(trigger);
    const arithmetic = explainDeadline(british, workingDays, deadline, trigger);
    if (!args.json) return arithmetic.join('\n');
    return json({
      due: formatTime(due),
      dueLocal: british.localTime(due),
      deadline: formatDeadline(deadline),
      at: formatTime(trigger),
      atLocal: british.localTime(trigger),
      arithmetic,
    });
  });
}

function listing(args: CalendarArguments): string {
  const faults = new Faults();
  const from = faults.read('--from', args.from ?? PERIOD.from, knownDate);
  const to = faults.read('--to', args.to ?? PERIOD.to, knownDate);
  const by = faults.read('--by', args.by, text => text);
  if (from !== undefined && to !== undefined && from > to)
    faults.add(`--from ${formatDate(from)} is after --to ${formatDate(to)}; the first date comes first`);
  if (faults.any || from === undefined || to === undefined) throw faults.error();

  const days = calendarDays(new BritishTime(from, to), new WorkingDays(from, to), from, to);
  const months = byMonth(days);
  const byDay = (by ?? (days.length <= FEW_DAYS ? 'day' : 'month')) === 'day';
  const workingDays = months.reduce((sum, month) => sum + month.workingDays, 0);
  if (args.json)
    return json({
      from: formatDate(from),
      to: formatDate(to),
      workingDays,
      ...(byDay ? { days: days.map(dayJson) } : { months: months.map(monthJson) }),
    });
  const total = `${formatDate(from)} to ${formatDate(to)}: ${days.length} days, ${workingDays} working days.`;
  return `${byDay ? dayTable(days) : monthTable(months)}\n\n${total}`;
}

/** A date whose bank holidays are known. */
function knownDate(text: string): Day {
  const day = parseDate(text);
  if (day < HOLIDAYS_KNOWN.from || day > HOLIDAYS_KNOWN.to)
    throw new Error(
      `bank holidays are not known for ${text}; allowed: ${formatDate(HOLIDAYS_KNOWN.from)} to ${formatDate(HOLIDAYS_KNOWN.to)}`,
    );
  return day;
}

function dayTable(days: readonly CalendarDay[]): string {
  let count = 0;
  return table(
    ['date', 'day', 'WD', ''],
    days.map(day => [
      formatDate(day.day),
      weekdayName(day.day),
      day.workingDay ? String(++count) : '–',
      events(day).join('\n'),
    ]),
  );
}

function monthTable(months: readonly CalendarMonth[]): string {
  return table(
    ['month', 'days', 'WD', ''],
    months.map(({ month, days, workingDays }) => [
      month,
      String(days.length),
      String(workingDays),
      days
        .flatMap(day => events(day).map(event => `${weekdayName(day.day)} ${formatDate(day.day).slice(8)}  ${event}`))
        .join('\n'),
    ]),
  );
}

/** What is worth knowing about a day, a phrase each. */
function events({ day, holiday, clockChange }: CalendarDay): string[] {
  const list = milestonesOn(day).map(({ name, title }) => `${name}: ${title}`);
  if (holiday !== null) list.unshift(holiday);
  if (clockChange !== null)
    list.push(
      `clocks go ${clockChange.forward ? 'forward, 23 hours' : 'back, 25 hours'} (${formatTime(clockChange.at)})`,
    );
  return list;
}

function milestonesOn(day: Day): Milestone[] {
  return MILESTONES.filter(milestone => milestone.day === day);
}

function dayJson({ day, workingDay, holiday, clockChange }: CalendarDay) {
  return {
    date: formatDate(day),
    weekday: weekdayName(day),
    workingDay,
    holiday,
    clockChange: clockChange && { at: formatTime(clockChange.at), forward: clockChange.forward },
    milestones: milestonesOn(day).map(({ name, title }) => ({ name, title })),
  };
}

function monthJson({ month, days, workingDays }: CalendarMonth) {
  const notable = days.filter(day => events(day).length > 0);
  return { month, days: days.length, workingDays, notable: notable.map(dayJson) };
}

function json(value: object): string {
  return JSON.stringify(value, null, 2);
}

/** Columns without borders; the second and third are numbers or short words, the last may have several lines. */
function table(head: string[], rows: string[][]): string {
  const none = ['top', 'bottom', 'left', 'right', 'mid'].flatMap(edge => [
    edge,
    `${edge}-mid`,
    `${edge}-left`,
    `${edge}-right`,
  ]);
  const made = new Table({
    head,
    chars: { ...Object.fromEntries(none.map(part => [part, ''])), middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: ['left', 'right', 'right', 'left'],
  });
  made.push(...rows);
  return made
    .toString()
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n');
}
