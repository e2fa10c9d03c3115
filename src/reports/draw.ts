import { chartSpec, chartWords, renderSvg } from '../charts/index.ts';
import type { Run } from '../results/index.ts';

/** A chart as the report shows it, and as it is kept beside it. */
export interface Figure {
  readonly name: string;
  readonly title: string;
  readonly svg: string;
  /** The Vega-Lite specification as JSON. */
  readonly json: string;
}

/** Draws charts of a run, one after the other. @throws RangeError for a name that is none */
export async function draw(run: Run, names: readonly string[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const name of names) {
    const spec = chartSpec(run, name);
    figures.push({ name, title: chartWords(spec).title, svg: await renderSvg(spec), json: JSON.stringify(spec) });
  }
  return figures;
}
