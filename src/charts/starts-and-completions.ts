import type { MigrationDay } from '../results/index.ts';
import { type ChartSpec, emptyFrame, frame, type Wording } from './frame.ts';
import type { RunContext } from './run-context.ts';
import { chartWidth, gridColour, ink } from './theme.ts';
import { daysAfter, daysBetween, timeAxis, toTheEnd } from './time-axis.ts';
import { countText, dateText, shareText } from './wording.ts';

/** Days without starts in a row from which on they are a freeze rather than a weekend with a bank holiday. */
const freezeDays = 5;

/** Planned and started migrations, and completed ones, day by day; freezes are shaded. */
export function startsAndCompletions(all: readonly MigrationDay[], run: RunContext): ChartSpec {
  const rows = all.filter(row => row.date <= run.last);
  const wording: Wording = {
    title: 'No migrations planned, started or completed',
    subtitle:
      'MSIDs per day: starts (first IF-031), the line is the plan; completions (EFD); grey where no start is allowed for 5 days or more',
    description: 'Two bar charts over time: migrations started against planned, and migrations completed, per day.',
  };
  const sum = (of: 'planned' | 'started' | 'completed') => rows.reduce((total, row) => total + row[of], 0);
  const [planned, started, completed] = [sum('planned'), sum('started'), sum('completed')];
  if (planned + started + completed === 0) return emptyFrame(run, wording, 'No migration was planned or started.');
  const busiest = rows.reduce((a, b) => (b.started > a.started ? b : a));
  const ofPlan = planned > 0 ? `${shareText(started / planned)} of the plan started; ` : '';
  const title = `${ofPlan}${countText(completed)} completed; busiest day ${dateText(busiest.date)} with ${countText(busiest.started)} starts`;
  const plotWidth = chartWidth - 112;
  const shade = { values: freezes(rows).map(each => ({ date: each.from, to: daysAfter(each.to, 1) })) };
  const y = (field: string, name: string) => ({
    field,
    type: 'quantitative',
    axis: { title: name, format: ',.0f', tickCount: 4, grid: true, minExtent: 64 },
  });
  const panel = (field: 'started' | 'completed', name: string, colour: string, height: number, more: object[]) => ({
    width: plotWidth,
    height,
    layer: [
      {
        data: shade,
        mark: { type: 'rect', color: gridColour },
        encoding: { x: timeAxis(run), x2: { field: 'to', type: 'temporal' } },
      },
      {
        data: {
          values: toTheEnd(
            rows.map(row => ({ date: row.date, [field]: row[field] })),
            run,
          ),
        },
        mark: { type: 'area', interpolate: 'step-after', color: colour },
        encoding: { x: timeAxis(run), y: y(field, name) },
      },
      ...more,
    ],
  });
  const plan = {
    data: { values: planLine(rows) },
    mark: { type: 'line', interpolate: 'step-after', color: ink, strokeWidth: 1.2 },
    encoding: { x: timeAxis(run), y: y('planned', 'started'), detail: { field: 'part' } },
  };
  return frame(
    run,
    { ...wording, title, description: `${wording.description} ${title}.` },
    {
      spacing: 18,
      vconcat: [
        panel('started', 'started', '#0072B2', 190, planned > 0 ? [plan] : []),
        panel('completed', 'completed', '#009E73', 130, []),
      ],
    },
  );
}

/** The plan on migration days; the line breaks between them, and each part ends with the end of its last day. */
function planLine(rows: readonly MigrationDay[]): object[] {
  let part = 0;
  return rows.flatMap((row, i) => {
    if (row.migration_day === 0) return [];
    const value = { date: row.date, planned: row.planned, part };
    if (rows[i + 1]?.migration_day === 1) return [value];
    part++;
    return [value, { ...value, date: daysAfter(row.date, 1) }];
  });
}

/** Stretches of at least `freezeDays` days on which no migration may start. */
function freezes(rows: readonly MigrationDay[]): { from: string; to: string }[] {
  const found: { from: string; to: string }[] = [];
  let from: string | undefined;
  const close = (to: string) => {
    if (from !== undefined && daysBetween(from, to) + 1 >= freezeDays) found.push({ from, to });
    from = undefined;
  };
  for (const [i, row] of rows.entries()) {
    if (row.migration_day === 0) from ??= row.date;
    else if (i > 0) close(rows[i - 1]!.date);
  }
  if (rows.length > 0) close(rows.at(-1)!.date);
  return found;
}
