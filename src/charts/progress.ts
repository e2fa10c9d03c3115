import type { SegmentProgress } from '../results/index.ts';
import { apart } from './end-labels.ts';
import { type ChartSpec, emptyFrame, frame, type Wording } from './frame.ts';
import { milestoneRules } from './milestone-rules.ts';
import { milestoneDay, type RunContext } from './run-context.ts';
import { chartWidth, colourOf, percentLabel, segmentColours } from './theme.ts';
import { daysAfter, timeAxis, toTheEnd } from './time-axis.ts';
import { capital, dateText, shareText } from './wording.ts';

/** Share of each segment's MSIDs under MHHS at each day's end, against the milestones. */
export function progress(rows: readonly SegmentProgress[], run: RunContext): ChartSpec {
  const values = rows.map(row => ({ date: row.date, segment: capital(row.segment), share: row.share ?? 0 }));
  const wording: Wording = {
    title: 'No metering points',
    subtitle: 'Share of MSIDs under MHHS at the end of each day, %',
    description: 'Lines over time: the share of MSIDs under MHHS, one line for each segment, with the milestones.',
  };
  if (values.length === 0) return emptyFrame(run, wording, 'No metering point is in the run.');
  const segments = bySize(rows);
  const last = values.at(-1)!.date;
  const asked = milestoneDay(run, 'M15');
  const day = asked ?? last;
  const shareOn = (segment: string, date: string) =>
    values.find(each => each.date === date && each.segment === segment)?.share ?? 0;
  const answer = segments.map(segment => `${segment} ${shareText(shareOn(segment, day))}`).join(', ');
  const title = `${answer} migrated by ${day === asked ? `M15 (${dateText(day)})` : `the end of ${dateText(day)}`}`;
  const ends = segments.map(segment => ({ segment, share: shareOn(segment, last) }));
  const labels = apart(ends, each => each.share, 0.055, 0, 1).map(({ item, at }) => ({
    date: daysAfter(last, 1),
    segment: item.segment,
    at,
    label: `${item.segment} ${shareText(item.share)}`,
  }));
  const colour = {
    field: 'segment',
    scale: { domain: segments, range: segments.map(segment => colourOf(segmentColours, segment)) },
    legend: null,
  };
  const plotWidth = chartWidth - 190;
  return frame(
    run,
    { ...wording, title, description: `${wording.description} ${title}.` },
    {
      width: plotWidth,
      height: 320,
      layer: [
        ...milestoneRules(run, plotWidth).layers,
        {
          data: { values: toTheEnd(rounded(values), run) },
          mark: { type: 'line', interpolate: 'step-after' },
          encoding: {
            x: timeAxis(run),
            y: {
              field: 'share',
              type: 'quantitative',
              scale: { domain: [0, 1], nice: false },
              axis: { title: null, labelExpr: percentLabel, tickCount: 5, grid: true },
            },
            color: colour,
          },
        },
        {
          data: { values: labels },
          mark: { type: 'text', align: 'left', dx: 8, fontWeight: 'bold' },
          encoding: {
            x: { field: 'date', type: 'temporal' },
            y: { field: 'at', type: 'quantitative' },
            text: { field: 'label' },
            color: colour,
          },
        },
      ],
    },
  );
}

function rounded<T extends { readonly share: number }>(values: readonly T[]): T[] {
  return values.map(each => ({ ...each, share: Math.round(each.share * 10_000) / 10_000 }));
}

/** The segments, the one with the most MSIDs first. */
function bySize(rows: readonly SegmentProgress[]): string[] {
  const sizes = new Map<string, number>();
  for (const row of rows.filter(each => each.date === rows[0]!.date)) sizes.set(capital(row.segment), row.total);
  return [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([segment]) => segment);
}
