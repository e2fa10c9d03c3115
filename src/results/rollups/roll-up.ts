import type { Column } from '../../simulation/index.ts';
import { BritishTime, formatDate, isoWeekday, parseDate } from '../../time/index.ts';
import type { ArrangedTable } from '../arrange.ts';
import { group, maxima, means, sums, taken, valuesOf, wordsOf } from './grouping.ts';
import { rollupTables } from './tables.ts';

type Of = (name: string) => ArrangedTable;
type Columns = readonly Column[];

/** The rollup tables of a run, from its result tables. */
export function rollUp(tables: readonly ArrangedTable[]): ArrangedTable[] {
  const of: Of = name => tables.find(table => table.schema.name === name)!;
  const made: Record<string, (of: Of) => Columns> = {
    segment_daily: segmentDaily,
    network_daily: networkDaily,
    deadline_total: deadlineTotal,
    deadline_by_day: deadlineByDay,
    queue_total: queueTotal,
    backlog_daily: backlogDaily,
    utilisation_weekly: utilisationWeekly,
    switch_total: switchTotal,
  };
  return rollupTables.map(schema => {
    const columns = made[schema.name]!(of);
    const [first] = columns;
    return { schema, length: (first!.kind === 'text' ? first!.codes : first!.values).length, columns };
  });
}

const integers = (name: string, values: Float64Array): Column => ({ name, kind: 'integer', values });
const reals = (name: string, values: Float64Array): Column => ({ name, kind: 'real', values });

/** The columns of one table summed over the rows that agree in others. */
function summed(table: ArrangedTable, by: readonly string[], what: readonly string[]): Columns {
  const groups = group(
    by.map(name => valuesOf(table, name)),
    table.length,
  );
  return [
    ...by.map(name => taken(table, name, groups.firstRows)),
    ...what.map(name => integers(name, sums(groups, valuesOf(table, name)))),
  ];
}

function segmentDaily(of: Of): Columns {
  return summed(of('state_daily'), ['date', 'segment'], ['legacy', 'forward', 'mhhs', 'reverse']);
}

function deadlineTotal(of: Of): Columns {
  return summed(of('deadline_daily'), ['step', 'party_id'], ['met', 'missed', 'open']);
}

function deadlineByDay(of: Of): Columns {
  return summed(of('deadline_daily'), ['date'], ['met', 'missed', 'open']);
}

function networkDaily(of: Of): Columns {
  const hourly = of('network_hourly');
  const dates = wordsOf(of('day'), 'date');
  const dayOf = wordsOf(hourly, 'hour').map(dayNumbers(dates));
  const days = valuesOf(hourly, 'hour').map(hour => dayOf[hour]!);
  const within = (row: number) => days[row]! >= 0 && days[row]! < dates.length;
  const groups = group([days, valuesOf(hourly, 'network')], hourly.length, within);
  return [
    { name: 'date', kind: 'text', codes: Int32Array.from(groups.firstRows, row => days[row]!), words: dates },
    taken(hourly, 'network', groups.firstRows),
    integers('offered', sums(groups, valuesOf(hourly, 'offered'))),
    integers('delivered', sums(groups, valuesOf(hourly, 'delivered'))),
  ];
}

/** Which of the days of the run, from 0, an hour is on; −1 or beyond the last one where it is on none of them. */
function dayNumbers(dates: readonly string[]): (hour: string) => number {
  if (dates.length === 0) return () => -1;
  const first = parseDate(dates[0]!);
  const british = new BritishTime(first, parseDate(dates.at(-1)!));
  return hour => british.dayOf(Date.parse(hour) / 1000) - first;
}

function queueTotal(of: Of): Columns {
  const daily = of('capacity_daily');
  const groups = group([valuesOf(daily, 'party_id'), valuesOf(daily, 'work')], daily.length);
  const backlog = valuesOf(daily, 'backlog');
  const utilisation = valuesOf(daily, 'utilisation');
  const largest = maxima(groups, backlog);
  // Rows are in order of dates.
  const largestRows = [...groups.firstRows];
  for (let row = daily.length - 1; row >= 0; row--) {
    const g = groups.groupOf[row]!;
    if (backlog[row] === largest[g]) largestRows[g] = row;
  }
  return [
    taken(daily, 'party_id', groups.firstRows),
    taken(daily, 'work', groups.firstRows),
    integers('max_backlog', largest),
    { ...taken(daily, 'date', largestRows), name: 'max_backlog_date' },
    reals('mean_utilisation', means(groups, utilisation)),
    reals('max_utilisation', maxima(groups, utilisation)),
    reals('max_wait_min', maxima(groups, valuesOf(daily, 'wait_max_min'))),
    integers('done', sums(groups, valuesOf(daily, 'done'))),
  ];
}

function backlogDaily(of: Of): Columns {
  const daily = of('capacity_daily');
  const party = valuesOf(daily, 'party_id');
  const backlog = valuesOf(daily, 'backlog');
  const queues = group([party, valuesOf(daily, 'work')], daily.length);
  const before = new Float64Array(queues.firstRows.length);
  const changes = new Float64Array(daily.length);
  for (let row = 0; row < daily.length; row++) {
    const queue = queues.groupOf[row]!;
    changes[row] = backlog[row]! - before[queue]!;
    before[queue] = backlog[row]!;
  }
  const groups = group([valuesOf(daily, 'date'), party], daily.length, row => changes[row] !== 0);
  const change = sums(groups, changes);
  const standing = new Map<number, number>();
  const totals = change.map((n, g) => {
    const who = party[groups.firstRows[g]!]!;
    const total = (standing.get(who) ?? 0) + n;
    standing.set(who, total);
    return total;
  });
  return [
    taken(daily, 'date', groups.firstRows),
    taken(daily, 'party_id', groups.firstRows),
    integers('backlog', totals),
    integers('change', change),
  ];
}

function utilisationWeekly(of: Of): Columns {
  const daily = of('capacity_daily');
  const party = valuesOf(daily, 'party_id');
  const utilisation = valuesOf(daily, 'utilisation');
  const weekOfDate = wordsOf(daily, 'date').map(mondayOf);
  const mondays = [...new Set(weekOfDate)];
  const weekOf = weekOfDate.map(monday => mondays.indexOf(monday));
  const weeks = valuesOf(daily, 'date').map(date => weekOf[date]!);
  const works = (row: number) => !Number.isNaN(utilisation[row]!);
  const byWork = group([weeks, party, valuesOf(daily, 'work')], daily.length, works);
  const byParty = group([weeks, party], daily.length, works);
  // The mean of a party's kind of work stands at the first row of both.
  const mean = new Float64Array(daily.length).fill(Number.NaN);
  means(byWork, utilisation).forEach((value, g) => {
    mean[byWork.firstRows[g]!] = value;
  });
  return [
    { name: 'week', kind: 'text', codes: Int32Array.from(byParty.firstRows, row => weeks[row]!), words: mondays },
    taken(daily, 'party_id', byParty.firstRows),
    reals('utilisation', maxima(byParty, mean)),
  ];
}

function switchTotal(of: Of): Columns {
  return summed(of('switch_daily'), ['route', 'outcome'], ['count']);
}

/** The Monday of a date's week. */
function mondayOf(date: string): string {
  const day = parseDate(date);
  return formatDate(day + 1 - isoWeekday(day));
}
