import type { MissedDay } from '../results/index.ts';
import { type ChartSpec, emptyFrame, frame, type Wording } from './frame.ts';
import type { RunContext } from './run-context.ts';
import { chartWidth, otherColour, rankColours } from './theme.ts';
import { daysAfter, daysBetween, mondayOf, timeAxis } from './time-axis.ts';
import { type DailyAmount, topAndOther, total } from './top-and-other.ts';
import { counted, countText, cut, dateText } from './wording.ts';

/** Above so many days the bars are weeks: a bar of a pixel is no bar. */
const daysAsDays = 200;

/** Deadlines missed by the local day (in a long run: the week) on which they fell due, stacked by step. */
export function breachesByDay(rows: readonly MissedDay[], run: RunContext): ChartSpec {
  const weekly = daysBetween(run.first, run.last) >= daysAsDays;
  const wording: Wording = {
    title: 'No breaches',
    subtitle: `Deadlines missed per ${weekly ? 'week (Monday to Sunday)' : 'day'} on which they fell due, by step`,
    description: `Bars over time: deadlines missed per ${weekly ? 'week' : 'day'}, stacked by step.`,
  };
  const missed = rows.filter(row => row.missed > 0 && row.date >= run.first && row.date <= run.last);
  if (missed.length === 0) return emptyFrame(run, wording, 'No deadline was missed.');
  const label = (row: MissedDay) => cut(`${row.step} ${row.title ?? ''}`.trim(), 40);
  const { names, rows: kept } = topAndOther(
    missed.map(row => ({ date: row.date, name: label(row), amount: row.missed })),
    rankColours.length,
    'other steps',
    total,
  );
  const days = new Map<string, number>();
  for (const row of missed) days.set(row.date, (days.get(row.date) ?? 0) + row.missed);
  const [worst, count] = [...days].reduce((a, b) => (b[1] > a[1] ? b : a));
  const title = `Worst day ${dateText(worst)}: ${counted(count, 'deadline')} missed; misses on ${counted(days.size, 'day')}`;
  const values = stacked(kept, names, weekly, run);
  const colours = names.map((name, i) => (name === 'other steps' ? otherColour : rankColours[i]!));
  return frame(
    run,
    {
      ...wording,
      title,
      description: `${wording.description} ${title}, ${countText(total([...days.values()]))} in all.`,
    },
    {
      width: chartWidth - 100,
      height: 240,
      data: { values },
      mark: { type: 'rect', stroke: 'white', strokeWidth: weekly ? 0.6 : 0 },
      encoding: {
        x: timeAxis(run),
        x2: { field: 'to', type: 'temporal' },
        y: {
          field: 'from',
          type: 'quantitative',
          axis: { title: null, format: ',.0f', tickCount: 5, tickMinStep: 1, grid: true },
        },
        y2: { field: 'upTo' },
        color: { field: 'step', scale: { domain: names, range: colours }, legend: { columns: 3 } },
      },
    },
  );
}

/** The bars of each day or week, one step upon the other in the order of `names`, cut to the run's days. */
function stacked(rows: readonly DailyAmount[], names: readonly string[], weekly: boolean, run: RunContext): object[] {
  const end = daysAfter(run.last, 1);
  const amounts = new Map<string, number[]>();
  for (const row of rows) {
    const start = weekly ? mondayOf(row.date) : row.date;
    const bar = amounts.get(start) ?? names.map(() => 0);
    bar[names.indexOf(row.name)]! += row.amount;
    amounts.set(start, bar);
  }
  return [...amounts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([start, bar]) => {
      const next = daysAfter(start, weekly ? 7 : 1);
      let height = 0;
      return bar.flatMap((missed, i) => {
        if (missed === 0) return [];
        const from = height;
        height += missed;
        return [
          {
            date: start < run.first ? run.first : start,
            to: next > end ? end : next,
            step: names[i],
            missed,
            from,
            upTo: height,
          },
        ];
      });
    });
}
