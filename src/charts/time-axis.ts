import type { RunContext } from './run-context.ts';

const msPerDay = 86_400_000;

/** Days from one local date to another, both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / msPerDay);
}

/** The date some days after another. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * msPerDay).toISOString().slice(0, 10);
}

/** The Monday of a date's week. */
export function mondayOf(date: string): string {
  return daysAfter(date, -((new Date(Date.parse(date)).getUTCDay() + 6) % 7));
}

/**
 * The x encoding of a chart over the run's days: one day is one UTC day (local dates carry no time), the domain is the
 * whole run in every chart, ticks are months (in a short run weeks or days), the year stands below the first and each January.
 */
export function timeAxis(run: RunContext, labels = true): object {
  const days = daysBetween(run.first, run.last) + 1;
  const interval = days <= 16 ? 'day' : days <= 75 ? 'week' : 'month';
  const label =
    interval !== 'month'
      ? "utcFormat(datum.value, '%-d %b')"
      : "datum.index === 0 || utcmonth(datum.value) === 0 ? [utcFormat(datum.value, '%b'), utcFormat(datum.value, '%Y')] : utcFormat(datum.value, '%b')";
  return {
    field: 'date',
    type: 'temporal',
    scale: { type: 'utc', domain: [dateTime(run.first), dateTime(daysAfter(run.last, 1))], nice: false },
    axis: {
      title: null,
      labels,
      ticks: labels,
      tickCount: { interval, step: 1 },
      labelExpr: label,
      labelOverlap: 'greedy',
      labelFlush: false,
    },
  };
}

/** A date as Vega-Lite writes it in a scale's domain. */
function dateTime(date: string): object {
  const [year, month, day] = date.split('-').map(Number);
  return { year, month, date: day, utc: true };
}

/**
 * Days as steps: each value of the last day again at that day's end, so that a line or area in steps shows the last day
 * as wide as the others.
 */
export function toTheEnd<T extends { readonly date: string }>(values: readonly T[], run: RunContext): T[] {
  const end = daysAfter(run.last, 1);
  return [...values, ...values.filter(value => value.date === run.last).map(value => ({ ...value, date: end }))];
}
