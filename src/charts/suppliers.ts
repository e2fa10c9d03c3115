import { type ChartSpec, emptyFrame, frame, type Wording } from './frame.ts';
import { milestoneDay, type RunContext } from './run-context.ts';
import type { SupplierOutcome } from './supplier-outcomes.ts';
import { chartWidth, faintInk, percentLabel } from './theme.ts';
import { counted, countText, dateText, shareText } from './wording.ts';

const shown = 45;
const ranges = ['#0B4F7D', '#4C9AC9', '#B5D4E9', '#E8A33D'];

/** For each supplier, its MSIDs split by when they had migrated; those with the most left come first. */
export function suppliers(sorted: readonly SupplierOutcome[], run: RunContext): ChartSpec {
  const wording: Wording = {
    title: 'No suppliers',
    subtitle: "Share of each supplier's MSIDs by when they were under MHHS; on the right, the MSIDs left at the end",
    description: 'A bar for each supplier, split into migrated by M14, by M15, by the end of the run, and left.',
  };
  if (sorted.length === 0) return emptyFrame(run, wording, 'No supplier has metering points.');
  const behind = sorted.filter(row => row.left > 0);
  const left = behind.reduce((total, row) => total + row.left, 0);
  const worst = sorted[0]!;
  const of = counted(sorted.length, 'supplier');
  const several = `${countText(left)} in all, ${worst.supplier} ${shareText(worst.left / left)} of them`;
  const title =
    behind.length === 0
      ? `All ${of} fully migrated by the end of the run`
      : `${behind.length} of ${of} ${behind.length === 1 ? 'has' : 'have'} MSIDs left at the end: ` +
        `${behind.length === 1 ? `${worst.supplier}, ${countText(left)}` : several}`;
  const kept = sorted.slice(0, shown);
  const parts = partNames(run);
  const values = kept.flatMap(row => {
    const m14 = row.m14 ?? 0;
    const m15 = Math.max(m14, row.m15 ?? 0);
    const end = Math.max(m15, row.end);
    const total = end + row.left / row.msids;
    return [m14, m15 - m14, end - m15, total - end]
      .map((share, order) => ({ supplier: row.supplier, part: parts[order]!, order, share: round(share / total) }))
      .filter(part => part.share > 0);
  });
  // A milestone that the run does not reach has no part in it.
  const drawn = [0, 1, 2, 3].filter(part => values.some(value => value.order === part));
  const more = sorted.length - kept.length;
  const order = kept.map(row => row.supplier);
  const y = { field: 'supplier', type: 'nominal', sort: order, axis: { title: null, domain: false, labelLimit: 230 } };
  return frame(
    run,
    {
      ...wording,
      title,
      subtitle: wording.subtitle + (more > 0 ? ` (and ${counted(more, 'more supplier')} not shown)` : ''),
      description: `${wording.description} ${title}.`,
    },
    {
      width: chartWidth - 24,
      autosize: { type: 'fit-x', contains: 'padding' },
      height: kept.length * (kept.length > 25 ? 17 : 22),
      layer: [
        {
          data: { values },
          mark: { type: 'bar', height: { band: 0.76 } },
          encoding: {
            y,
            x: {
              field: 'share',
              type: 'quantitative',
              stack: 'zero',
              scale: { domain: [0, 1], nice: false },
              axis: {
                title: null,
                labelExpr: percentLabel,
                tickCount: 5,
                orient: 'top',
                grid: true,
                domain: false,
                ticks: false,
              },
            },
            color: {
              field: 'part',
              scale: { domain: drawn.map(part => parts[part]), range: drawn.map(part => ranges[part]) },
              legend: {},
            },
            order: { field: 'order' },
          },
        },
        {
          data: {
            values: kept.map(row => ({
              supplier: row.supplier,
              label: row.left === 0 ? 'none left' : `${countText(row.left)} left`,
              behind: row.left > 0,
            })),
          },
          mark: { type: 'text', align: 'left', dx: 6, clip: false },
          encoding: {
            y,
            x: { datum: 1 },
            text: { field: 'label' },
            color: { condition: { test: 'datum.behind', value: '#8A5A00' }, value: faintInk },
          },
        },
      ],
    },
  );
}

/** The four parts of a bar in words, with the dates of the milestones. */
function partNames(run: RunContext): string[] {
  const by = (name: string) => `migrated by ${name} (${dateText(milestoneDay(run, name) ?? run.last)})`;
  return [by('M14'), by('M15'), `migrated by the end (${dateText(run.last)})`, 'left'];
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
