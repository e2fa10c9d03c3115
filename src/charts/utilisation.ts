import type { UtilisationWeek } from '../results/index.ts';
import { type ChartSpec, emptyFrame, frame, type Wording } from './frame.ts';
import type { RunContext } from './run-context.ts';
import { chartWidth } from './theme.ts';
import { daysAfter, timeAxis } from './time-axis.ts';
import { counted } from './wording.ts';

const shown = 30;
/** Where work at this share of the working time waits longer and longer. */
const full = 0.95;
const bands = [
  { from: full, name: '95 % and more', colour: '#C4420A' },
  { from: 0.75, name: '75–95 %', colour: '#2171B5' },
  { from: 0.5, name: '50–75 %', colour: '#6BAED6' },
  { from: 0.25, name: '25–50 %', colour: '#BDD7E7' },
  { from: 0, name: 'below 25 %', colour: '#EDF2F7' },
] as const;

/** A heat map of how busy the busiest parties were, week by week. */
export function utilisation(rows: readonly UtilisationWeek[], run: RunContext): ChartSpec {
  const wording: Wording = {
    title: 'No party has a limited capacity',
    subtitle:
      "Utilisation by week: share of the working time taken, at each party's busiest kind of work, mean of the week",
    description: 'A heat map: a row for each party, a column for each week, coloured by utilisation.',
  };
  if (rows.length === 0) return emptyFrame(run, wording, 'No utilisation was recorded.');
  const parties = new Map<string, { fullWeeks: number; sum: number; peak: number }>();
  for (const row of rows) {
    const party = parties.get(row.party) ?? { fullWeeks: 0, sum: 0, peak: 0 };
    if (row.utilisation >= full) party.fullWeeks++;
    party.sum += row.utilisation;
    party.peak = Math.max(party.peak, row.utilisation);
    parties.set(row.party, party);
  }
  const ranked = [...parties].sort(
    (a, b) => b[1].fullWeeks - a[1].fullWeeks || b[1].sum - a[1].sum || (a[0] < b[0] ? -1 : 1),
  );
  const [busiest, most] = ranked[0]!;
  const fullParties = ranked.filter(([, party]) => party.fullWeeks > 0).length;
  const title =
    fullParties === 0
      ? `No party at 95 % or more in any week; busiest over the run: ${busiest}`
      : `${counted(fullParties, 'party', 'parties')} at 95 % or more in at least a week; ` +
        `${busiest} in ${counted(most.fullWeeks, 'week')}`;
  const order = ranked.slice(0, shown).map(([party]) => party);
  const more = ranked.length - order.length;
  return frame(
    run,
    {
      ...wording,
      title,
      subtitle: wording.subtitle + (more > 0 ? ` (and ${counted(more, 'less busy party', 'less busy parties')})` : ''),
      description: `${wording.description} ${title}.`,
    },
    {
      width: chartWidth - 24,
      autosize: { type: 'fit-x', contains: 'padding' },
      height: 17 * order.length,
      data: { values: stretches(rows, order, run) },
      mark: { type: 'rect' },
      encoding: {
        x: timeAxis(run),
        x2: { field: 'to', type: 'temporal' },
        y: {
          field: 'party',
          type: 'nominal',
          sort: order,
          axis: { title: null, labelLimit: 230 },
          scale: { paddingInner: 0.12 },
        },
        color: {
          field: 'band',
          scale: { domain: bands.map(band => band.name), range: bands.map(band => band.colour) },
          legend: {},
        },
      },
    },
  );
}

/** Weeks in a row in the same band become one rectangle, cut to the run's days. */
function stretches(rows: readonly UtilisationWeek[], order: readonly string[], run: RunContext): object[] {
  const end = daysAfter(run.last, 1);
  const found: { date: string; to: string; party: string; band: string }[] = [];
  for (const party of order) {
    let open: (typeof found)[number] | undefined;
    for (const row of rows.filter(each => each.party === party).sort((a, b) => (a.week < b.week ? -1 : 1))) {
      const band = bands.find(each => row.utilisation >= each.from)!.name;
      const date = row.week < run.first ? run.first : row.week;
      const next = daysAfter(row.week, 7);
      const to = next > end ? end : next;
      if (open !== undefined && open.band === band && open.to === date) open.to = to;
      else {
        open = { date, to, party, band };
        found.push(open);
      }
    }
  }
  return found;
}
