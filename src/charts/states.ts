import type { SegmentProgress } from '../results/index.ts';
import { type ChartSpec, emptyFrame, frame, type Wording } from './frame.ts';
import { milestoneRules } from './milestone-rules.ts';
import type { RunContext } from './run-context.ts';
import { chartWidth, stateColours } from './theme.ts';
import { timeAxis, toTheEnd } from './time-axis.ts';
import { counted, countText, dateText } from './wording.ts';

const states = ['mhhs', 'forward', 'reverse', 'legacy'] as const;
const names = { mhhs: 'MHHS', forward: 'migrating', reverse: 'reversing', legacy: 'legacy' } as const;

/** MSIDs by state at each day's end, all segments together, stacked to the population. */
export function statesOverTime(rows: readonly SegmentProgress[], run: RunContext): ChartSpec {
  const wording: Wording = {
    title: 'No metering points',
    subtitle: 'MSIDs by state at the end of each day',
    description: 'Areas over time, stacked to the population: MSIDs under MHHS, migrating, reversing and legacy.',
  };
  if (rows.length === 0) return emptyFrame(run, wording, 'No metering point is in the run.');
  const days = new Map<string, Record<(typeof states)[number], number>>();
  for (const row of rows) {
    const day = days.get(row.date) ?? { mhhs: 0, forward: 0, reverse: 0, legacy: 0 };
    for (const state of states) day[state] += row[state];
    days.set(row.date, day);
  }
  const [last, end] = [...days].at(-1)!;
  const [peak, most] = [...days].reduce((a, b) => (b[1].forward > a[1].forward ? b : a));
  const title =
    `${counted(end.legacy + end.forward + end.reverse, 'MSID')} not under MHHS at the end of ${dateText(last)}; ` +
    `at most ${countText(most.forward)} migrating at once (${dateText(peak)})`;
  const values = [...days].flatMap(([date, day]) =>
    states.map((state, order) => ({ date, state: names[state], order, msids: day[state] })),
  );
  const plotWidth = chartWidth - 100;
  const milestones = milestoneRules(run, plotWidth);
  return frame(
    run,
    { ...wording, title, description: `${wording.description} ${title}.` },
    {
      width: plotWidth,
      height: 260,
      layer: [
        {
          data: { values: toTheEnd(values, run) },
          mark: { type: 'area', interpolate: 'step-after' },
          encoding: {
            x: timeAxis(run),
            y: {
              field: 'msids',
              type: 'quantitative',
              stack: 'zero',
              scale: { nice: false },
              axis: { title: null, format: ',.0f', tickCount: 5, grid: true },
            },
            color: {
              field: 'state',
              scale: { domain: states.map(state => names[state]), range: states.map(state => stateColours[state]) },
              legend: { offset: 12 + milestones.height },
            },
            order: { field: 'order' },
          },
        },
        ...milestones.layers,
      ],
    },
  );
}
