import type { RunContext } from './run-context.ts';
import { faintInk } from './theme.ts';
import { daysBetween } from './time-axis.ts';
import { dateText } from './wording.ts';

/**
 * Layers with a dashed rule for each milestone in the run's days and its name and date above the plot. Labels that would
 * touch stand in different lines; one near the right edge is written to the left of its rule. `height` is the labels', in px.
 */
export function milestoneRules(run: RunContext, plotWidth: number): { layers: object[]; height: number } {
  const span = daysBetween(run.first, run.last) + 1;
  const lanes: number[] = [];
  const values = run.milestones
    .filter(each => each.date >= run.first && each.date <= run.last)
    .map(each => {
      const at = (daysBetween(run.first, each.date) / span) * plotWidth;
      const width = 8 + 6.2 * (each.label.length + 3 + dateText(each.date).length);
      const toTheLeft = at + width > plotWidth + 40;
      const from = toTheLeft ? at - width : at;
      let lane = lanes.findIndex(end => end <= from);
      if (lane < 0) lane = lanes.length;
      lanes[lane] = from + width;
      return { date: each.date, label: `${each.label} · ${dateText(each.date)}`, toTheLeft, up: -5 - 14 * lane };
    });
  if (values.length === 0) return { layers: [], height: 0 };
  const x = { field: 'date', type: 'temporal' };
  const text = { type: 'text', baseline: 'bottom', fontSize: 11, color: faintInk };
  const encoding = { x, y: { field: 'up', type: 'quantitative', scale: null }, text: { field: 'label' } };
  const layers = [
    { data: { values }, mark: { type: 'rule', strokeDash: [4, 3], color: faintInk }, encoding: { x } },
    ...[false, true]
      .map(toTheLeft => ({
        data: { values: values.filter(each => each.toTheLeft === toTheLeft) },
        mark: { ...text, align: toTheLeft ? 'right' : 'left' },
        encoding,
      }))
      .filter(layer => layer.data.values.length > 0),
  ];
  return { layers, height: 5 + 14 * lanes.length };
}
