import type { BacklogDay } from '../results/index.ts';
import { type ChartSpec, emptyFrame, frame, type Wording } from './frame.ts';
import type { RunContext } from './run-context.ts';
import { chartWidth, otherColour, rankColours } from './theme.ts';
import { daysAfter, timeAxis } from './time-axis.ts';
import { counted, dateText } from './wording.ts';

const others = 'all others';

/** Backlog of the parties with the highest peaks, the others summed, at each day's end. */
export function backlog(rows: readonly BacklogDay[], run: RunContext): ChartSpec {
  const wording: Wording = {
    title: 'No backlog: no work waits at the end of any day',
    subtitle: 'Backlog: jobs waiting or in hand at the end of each day; parties with the highest peaks, others summed',
    description: 'Lines over time: the backlog of the parties with the highest peaks, and of all others together.',
  };
  const names = ranked(rows);
  if (names.length === 0) return emptyFrame(run, wording, 'Nothing waits overnight.');
  const peak = rows.reduce((a, b) => (b.backlog > a.backlog ? b : a));
  const atEnd = rows.reduce((sum, row) => sum + row.change, 0);
  const values = lines(rows, names, run);
  const title =
    `Largest backlog: ${counted(peak.backlog, 'job')} at ${peak.party} (${dateText(peak.date)}); ` +
    `${atEnd === 0 ? 'nothing' : counted(atEnd, 'job')} left in all queues at the end`;
  return frame(
    run,
    { ...wording, title, description: `${wording.description} ${title}.` },
    {
      width: chartWidth - 100,
      height: 260,
      data: { values },
      mark: { type: 'line', interpolate: 'step-after', strokeWidth: 1.5 },
      encoding: {
        x: timeAxis(run),
        y: {
          field: 'backlog',
          type: 'quantitative',
          axis: { title: null, format: ',.0f', tickCount: 5, tickMinStep: 1, grid: true },
        },
        color: {
          field: 'party',
          scale: {
            domain: names,
            range: names.map((name, i) => (name === others ? otherColour : rankColours[i]!)),
          },
          legend: { columns: 3, labelLimit: 240, symbolType: 'stroke', symbolStrokeWidth: 3 },
        },
      },
    },
  );
}

/** The parties with the highest peaks, highest first, and `others` where there are more that ever had a backlog. */
function ranked(rows: readonly BacklogDay[]): string[] {
  const peaks = new Map<string, number>();
  for (const row of rows) peaks.set(row.party, Math.max(peaks.get(row.party) ?? 0, row.backlog));
  const names = [...peaks]
    .filter(([, peak]) => peak > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([party]) => party);
  return names.length > rankColours.length ? [...names.slice(0, rankColours.length), others] : names;
}

/** A line for each name from the run's first day to the end of its last, with a point where it changes. */
function lines(rows: readonly BacklogDay[], names: readonly string[], run: RunContext): object[] {
  return names.flatMap(name => {
    const changes = new Map([[run.first, 0]]);
    for (const row of rows)
      if (name === others ? !names.includes(row.party) : row.party === name)
        changes.set(row.date, (changes.get(row.date) ?? 0) + row.change);
    let backlog = 0;
    const points = [...changes].map(([date, change]) => {
      backlog += change;
      return { date, party: name, backlog };
    });
    return [...points, { date: daysAfter(run.last, 1), party: name, backlog }];
  });
}
