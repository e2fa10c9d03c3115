import type { TopLevelSpec } from 'vega-lite';
import { textWidth } from './font.ts';
import { type RunContext, runLine } from './run-context.ts';
import { chartWidth, faintInk, themeConfig } from './theme.ts';

/** A Vega-Lite 6 specification with its data inside it. */
export type ChartSpec = TopLevelSpec;

/** What a chart has to say in words; the title says the answer. */
export interface Wording {
  readonly title: string;
  /** What is drawn and in which unit. */
  readonly subtitle: string;
  /** The chart for someone who cannot see it. */
  readonly description: string;
}

/**
 * The frame common to all charts: schema, wording, theme. `body` is a Vega-Lite view (single, layered or
 * concatenated). Long titles are broken into lines by the width of the bundled font's glyphs.
 */
export function frame(run: RunContext, wording: Wording, body: object): ChartSpec {
  const { fontSize, subtitleFontSize } = themeConfig.title;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: wording.description,
    title: {
      text: wrapped(wording.title, fontSize, true),
      subtitle: [...wrapped(wording.subtitle, subtitleFontSize), runLine(run)],
    },
    background: 'white',
    padding: 12,
    ...body,
    config: themeConfig,
  } as unknown as ChartSpec;
}

/** What stands in a chart's place where there is nothing to draw: a sentence that says so. */
export function emptyFrame(run: RunContext, wording: Wording, sentence: string): ChartSpec {
  return frame(run, wording, {
    width: chartWidth - 24,
    height: 70,
    data: { values: [{ sentence }] },
    mark: { type: 'text', align: 'center', fontSize: 15, color: faintInk },
    encoding: {
      x: { value: (chartWidth - 24) / 2 },
      y: { value: 35 },
      text: { field: 'sentence', type: 'nominal' },
    },
  });
}

/** Breaks a text into lines no wider than the chart. */
function wrapped(text: string, fontSize: number, bold = false): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, fontSize, bold) <= chartWidth - 24) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The title of a chart in one line, and its description. */
export function chartWords(spec: ChartSpec): { title: string; description: string } {
  const { title, description } = spec as { title?: { text?: string | string[] }; description?: string };
  return { title: [title?.text ?? ''].flat().join(' '), description: description ?? '' };
}
