import type { SwitchRoute, SwitchWeek } from '../results/index.ts';
import { type ChartSpec, emptyFrame, frame, type Wording } from './frame.ts';
import type { RunContext } from './run-context.ts';
import { chartWidth, colourOf, stateColours } from './theme.ts';
import { daysAfter, timeAxis } from './time-axis.ts';
import { countText, roundCountText } from './wording.ts';

/** What a switch's route means for the metering point, in the order in which the routes are stacked. */
const ROUTES: Readonly<Record<string, { readonly label: string; readonly colour: string }>> = {
  mhhs: { label: 'MHHS to MHHS', colour: colourOf(stateColours, 'mhhs') },
  forward: { label: 'migrates with the switch', colour: colourOf(stateColours, 'forward') },
  reverse: { label: 'goes back to legacy', colour: colourOf(stateColours, 'reverse') },
  refused: { label: 'refused', colour: '#882255' },
  legacy: { label: 'legacy to legacy', colour: colourOf(stateColours, 'legacy') },
};

/** Switches that took effect, or were refused, week by week and by what they meant for the metering point. */
export function switches(weeks: readonly SwitchWeek[], routes: readonly SwitchRoute[], run: RunContext): ChartSpec {
  const wording: Wording = {
    title: 'No switches',
    subtitle:
      'MSIDs that changed supplier per week, by what the switch meant for them (by EFD; refused ones by refusal)',
    description: 'A stacked bar chart over time: switches per week, by the procedure that they went by.',
  };
  if (weeks.length === 0) return emptyFrame(run, wording, 'Nobody switches in this run.');
  const names = Object.keys(ROUTES);
  const of = (name: string) => routes.find(row => row.route === name);
  const done = routes.reduce((sum, row) => sum + row.effective, 0);
  const told = [
    ['forward', 'migrated with the switch'],
    ['reverse', 'went back to legacy'],
  ].map(([name, words]) => `${countText(of(name!)?.effective ?? 0)} ${words}`);
  const title = `${roundCountText(done)} switches took effect: ${told.join(', ')}; ${countText(of('refused')?.routed ?? 0)} refused`;
  return frame(
    run,
    { ...wording, title, description: `${wording.description} ${title}.` },
    {
      width: chartWidth - 100,
      height: 260,
      data: {
        values: weeks
          .filter(row => names.includes(row.route))
          .map(row => ({
            from: row.date,
            to: daysAfter(row.date, 7),
            route: ROUTES[row.route]!.label,
            order: names.indexOf(row.route),
            count: row.count,
          })),
      },
      mark: { type: 'bar', clip: true },
      encoding: {
        x: { ...timeAxis(run), field: 'from' },
        x2: { field: 'to', type: 'temporal' },
        y: {
          field: 'count',
          type: 'quantitative',
          stack: true,
          axis: { title: null, format: ',.0f', tickCount: 5, grid: true, minExtent: 60 },
        },
        color: {
          field: 'route',
          scale: { domain: names.map(n => ROUTES[n]!.label), range: names.map(n => ROUTES[n]!.colour) },
          legend: { columns: 5 },
        },
        order: { field: 'order', type: 'quantitative' },
      },
    },
  );
}
