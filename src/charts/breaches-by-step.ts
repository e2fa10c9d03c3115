import type { StepBreaches } from '../results/index.ts';
import { type ChartSpec, emptyFrame, frame, type Wording } from './frame.ts';
import type { RunContext } from './run-context.ts';
import { byStepNumber } from './step-times.ts';
import { chartWidth } from './theme.ts';
import { counted, countText, cut, shareText } from './wording.ts';

const shown = 20;

/** Steps whose deadlines were missed: how many, and what share of those judged; most missed first. */
export function breachesByStep(rows: readonly StepBreaches[], run: RunContext): ChartSpec {
  const judged = rows.reduce((total, row) => total + row.met + row.missed, 0);
  const missed = rows.reduce((total, row) => total + row.missed, 0);
  const wording: Wording = {
    title: judged === 0 ? 'No deadline fell due' : `No breaches: all ${counted(judged, 'deadline')} met`,
    subtitle: 'Deadlines missed by step: count, and share of the deadlines of the step that fell due',
    description: 'Two bars for each step: the deadlines missed, and their share of those that fell due.',
  };
  if (missed === 0) {
    return emptyFrame(run, wording, judged === 0 ? 'No deadline fell due in the run.' : 'No breaches.');
  }
  const sorted = rows.filter(row => row.missed > 0).sort((a, b) => b.missed - a.missed || byStepNumber(a.step, b.step));
  const worst = sorted[0]!;
  const title =
    `${countText(missed)} of ${counted(judged, 'deadline')} missed (${shareText(missed / judged)}); ` +
    `${shareText(worst.missed / missed)} of the misses at ${worst.step} ${worst.title ?? ''}`;
  const values = sorted.slice(0, shown).map(row => ({
    step: stepLabel(row),
    missed: row.missed,
    missedText: countText(row.missed),
    share: Math.round((row.missed / (row.met + row.missed)) * 10_000) / 10_000,
    shareText: shareText(row.missed / (row.met + row.missed)),
  }));
  const more = sorted.length - values.length;
  const bars = (field: 'missed' | 'share', name: string, width: number, first: boolean) => ({
    width,
    height: { step: 21 },
    encoding: {
      y: {
        field: 'step',
        type: 'nominal',
        sort: values.map(each => each.step),
        axis: first ? { title: null, domain: false } : null,
      },
      x: {
        field,
        type: 'quantitative',
        scale: { domain: [0, 1.25 * Math.max(...values.map(each => each[field]))], nice: false },
        axis: {
          title: name,
          orient: 'top',
          labels: false,
          ticks: false,
          domain: false,
          grid: false,
          titleAnchor: 'start',
        },
      },
    },
    layer: [
      { mark: { type: 'bar', height: { band: 0.72 }, color: first ? '#D55E00' : '#56748C' } },
      { mark: { type: 'text', align: 'left', dx: 5 }, encoding: { text: { field: `${field}Text` } } },
    ],
  });
  return frame(
    run,
    {
      ...wording,
      title,
      subtitle: wording.subtitle + (more > 0 ? ` (and ${counted(more, 'more step')} with misses not shown)` : ''),
      description: `${wording.description} ${title}.`,
    },
    {
      data: { values },
      spacing: 24,
      hconcat: [
        bars('missed', 'deadlines missed', 0.34 * chartWidth, true),
        bars('share', 'share missed', 0.21 * chartWidth, false),
      ],
    },
  );
}

/** A step as an axis names it, cut to a length that leaves room for the bars: number, title, deadline if that is short. */
export function stepLabel(row: Pick<StepBreaches, 'step' | 'title' | 'due'>): string {
  const due = row.due === null || row.due === '' || row.due.length > 24 ? '' : ` (${row.due})`;
  return cut(`${row.step} ${row.title ?? ''}`.trim(), 54 - due.length) + due;
}
