import { textWidth } from './font.ts';
import type { RunContext } from './run-context.ts';
import { faintInk } from './theme.ts';
import { daysBetween } from './time-axis.ts';
import { dateText } from './wording.ts';

const fontSize = 11;

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
      const label = `${each.label} · ${dateText(each.date)}`;
      const width = 8 + textWidth(label, fontSize);
      const toTheLeft = at + width > plotWidth;
      const from = toTheLeft ? at - width : at;
      let lane = lanes.findIndex(end => end <= from);
      if (lane < 0) lane = lanes.length;
      lanes[lane] = from + width;
      return { date: each.date, label, toTheLeft, up: -5 - 14 * lane };
    });
  if (values.length === 0) return { layers: [], height: 0 };
  const x = { field: 'date', type: 'temporal' };
  const text = { type: 'text', baseline: 'bottom', fontSize, color: faintInk };
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
