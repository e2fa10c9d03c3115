import { capital, countText, dateText, type RunContext, shareText, spanText, stepTimes } from '../charts/index.ts';
import {
  breachesByDay,
  busiestQueues,
  latencies,
  migrationDays,
  networkDays,
  progressBySegment,
  type Run,
  type SegmentProgress,
  steps,
  switchRoutes,
} from '../results/index.ts';
import type { Summary } from './summary.ts';
import type { Table } from './table.ts';

const queuesShown = 40;

/** The figures behind each chart: time series by month, the rest in full. The keys are the names of the charts. */
export function chartTables(run: Run, answers: Summary): Record<string, Table> {
  const context = answers.run;
  const segmentDays = progressBySegment(run).filter(row => isMonthEnd(row.date, context) || isAsked(row.date, answers));
  return {
    progress: shares(segmentDays),
    states: states(segmentDays),
    suppliers: {
      caption: 'Share of MSIDs under MHHS, and MSIDs left at the end by state',
      columns: ['Supplier', 'MSIDs', 'M14', 'M15', 'end', 'left', 'legacy', 'migrating', 'reversing', 'mainly'],
      words: ['mainly'],
      rows: answers.suppliers.map(row => [
        row.supplier,
        countText(row.msids),
        ...[row.m14, row.m15, row.end].map(shareText),
        ...[row.left, row.legacy, row.forward, row.reverse].map(countText),
        row.mainReason ?? '',
      ]),
    },
    'starts-and-completions': monthly(migrationDays(run), context, [
      ['planned', row => row.planned],
      ['started', row => row.started],
      ['completed', row => row.completed],
      ['rejected', row => row.rejected],
      ['cancelled', row => row.cancelled],
      ['reversed', row => row.reversed],
    ]),
    switches: {
      caption: 'Switches by what they go by; one that could not migrate after all takes effect as legacy',
      columns: ['Route', 'routed', 'took effect', 'objected to', 'withdrawn'],
      words: [],
      rows: switchRoutes(run).map(row => [
        capital(row.route),
        ...[row.routed, row.effective, row.objected, row.withdrawn].map(countText),
      ]),
    },
    'breaches-by-step': {
      caption: 'Deadlines by step, most missed first',
      words: ['due'],
      columns: ['Step', 'due', 'met', 'missed', 'share missed', 'open'],
      rows: answers.steps.map(row => [
        `${row.step} ${row.title ?? ''}`,
        row.due ?? '',
        countText(row.met),
        countText(row.missed),
        shareText(row.share),
        countText(row.open),
      ]),
    },
    'breaches-by-day': monthly(breachesByDay(run), context, [
      ['deadlines met', row => row.met],
      ['missed', row => row.missed],
    ]),
    latency: {
      caption: 'Time from trigger to act, elapsed',
      words: ['due'],
      columns: ['Step', 'due', 'acts', 'median', '90th percentile', '99th percentile', 'longest'],
      rows: stepTimes(latencies(run), steps(run)).map(row => [
        `${row.step} ${row.title ?? ''}`,
        row.due ?? '',
        countText(row.count),
        ...[row.p50, row.p90, row.p99, row.max].map(spanText),
      ]),
    },
    backlog: queues(run, 'backlog'),
    utilisation: queues(run, 'utilisation'),
    messages: messages(run, context),
  };
}

/** The last day of a month, or of the run. */
function isMonthEnd(date: string, run: RunContext): boolean {
  const next = new Date(Date.parse(date) + 86_400_000).toISOString();
  return date === run.last || next.slice(0, 7) !== date.slice(0, 7);
}

function isAsked(date: string, answers: Summary): boolean {
  return date === answers.m14 || date === answers.m15;
}

function shares(rows: readonly SegmentProgress[]): Table {
  const segments = [...new Set(rows.map(row => row.segment))];
  const days = Map.groupBy(rows, row => row.date);
  return {
    caption: 'Share of MSIDs under MHHS at the ends of months and on the days of M14 and M15',
    columns: ['End of', ...segments.map(capital)],
    rows: [...days].map(([date, of]) => [
      dateText(date),
      ...segments.map(segment => shareText(of.find(row => row.segment === segment)?.share ?? null)),
    ]),
  };
}

function states(rows: readonly SegmentProgress[]): Table {
  const days = Map.groupBy(rows, row => row.date);
  const sum = (of: readonly SegmentProgress[], state: 'legacy' | 'forward' | 'mhhs' | 'reverse') =>
    countText(of.reduce((total, row) => total + row[state], 0));
  return {
    caption: 'MSIDs by state at the ends of months and on the days of M14 and M15',
    columns: ['End of', 'MHHS', 'migrating', 'reversing', 'legacy'],
    rows: [...days].map(([date, of]) => [
      dateText(date),
      sum(of, 'mhhs'),
      sum(of, 'forward'),
      sum(of, 'reverse'),
      sum(of, 'legacy'),
    ]),
  };
}

/** Sums by calendar month over the run's days. */
function monthly<T extends { readonly date: string }>(
  rows: readonly T[],
  run: RunContext,
  figures: readonly (readonly [string, (row: T) => number])[],
): Table {
  const months = Map.groupBy(
    rows.filter(row => row.date <= run.last),
    row => dateText(row.date).replace(/^\d+ /, ''),
  );
  return {
    caption: 'Sums by month',
    columns: ['Month', ...figures.map(([name]) => name)],
    rows: [...months].map(([month, of]) => [
      month,
      ...figures.map(([, figure]) => countText(of.reduce((sum, row) => sum + figure(row), 0))),
    ]),
  };
}

function queues(run: Run, by: 'backlog' | 'utilisation'): Table {
  return {
    caption: `The ${queuesShown} queues with the highest ${by === 'backlog' ? 'backlog' : 'mean utilisation'}`,
    words: ['work'],
    columns: ['Party', 'work', 'highest backlog', 'on', 'mean utilisation', 'highest of a day', 'longest wait', 'done'],
    rows: busiestQueues(run, by, queuesShown).map(row => [
      row.label ?? `party ${row.party_id}`,
      row.work,
      countText(row.max_backlog),
      row.max_backlog > 0 ? dateText(row.max_backlog_date) : '',
      shareText(row.mean_utilisation),
      shareText(row.max_utilisation),
      row.max_wait_min === null ? '–' : spanText(row.max_wait_min),
      countText(row.done),
    ]),
  };
}

function messages(run: Run, context: RunContext): Table {
  const days = networkDays(run);
  const networks = [...new Set(days.map(row => row.network))];
  return monthly(
    days,
    context,
    networks.map(network => [network, row => (row.network === network ? row.messages : 0)] as const),
  );
}
