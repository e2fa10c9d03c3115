import type { SwitchRoute, SwitchWeek } from '../results/index.ts';
import { type ChartSpec, emptyFrame, frame, type Wording } from './frame.ts';
import type { RunContext } from './run-context.ts';
import { chartWidth, colourOf, stateColours } from './theme.ts';
import { daysAfter, mondayOf, timeAxis } from './time-axis.ts';
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
  if (weeks.length === 0) return emptyFrame(run, wording, 'No customer changes supplier in this run.');
  const of = (name: string) => routes.find(row => row.route === name);
  const done = routes.reduce((sum, row) => sum + row.effective, 0);
  const told = [
    ['forward', 'migrated with the switch'],
    ['reverse', 'went back to legacy'],
  ].map(([name, words]) => `${countText(of(name!)?.effective ?? 0)} ${words}`);
  const meanings = Object.values(ROUTES);
  const title = `${roundCountText(done)} switches took effect: ${told.join(', ')}; ${countText(of('refused')?.routed ?? 0)} refused`;
  return frame(
    run,
    { ...wording, title, description: `${wording.description} ${title}.` },
    {
      width: chartWidth - 100,
      height: 260,
      data: { values: stacked(weeks, run) },
      mark: { type: 'area', interpolate: 'step-after' },
      encoding: {
        x: timeAxis(run),
        y: {
          field: 'count',
          type: 'quantitative',
          stack: 'zero',
          axis: { title: null, format: ',.0f', tickCount: 5, grid: true, minExtent: 60 },
        },
        color: {
          field: 'route',
          scale: { domain: meanings.map(each => each.label), range: meanings.map(each => each.colour) },
          legend: { columns: 5 },
        },
        order: { field: 'order' },
      },
    },
  );
}

/** Every week of the run with every route, also where there was none; the first week begins with the run. */
function stacked(weeks: readonly SwitchWeek[], run: RunContext): object[] {
  const counts = new Map(weeks.map(row => [`${row.date} ${row.route}`, row.count]));
  const values = [];
  for (let monday = mondayOf(run.first); monday <= run.last; monday = daysAfter(monday, 7)) {
    for (const [order, [route, { label }]] of Object.entries(ROUTES).entries()) {
      const count = counts.get(`${monday} ${route}`) ?? 0;
      values.push({ date: monday < run.first ? run.first : monday, route: label, order, count });
    }
  }
  const end = daysAfter(run.last, 1);
  const last = values.slice(-Object.keys(ROUTES).length).map(value => ({ ...value, date: end }));
  return [...values, ...last];
}
