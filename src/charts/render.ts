import { textWidth } from './font.ts';
import { type ChartSpec, chartWords } from './frame.ts';

/** Vega and Vega-Lite are loaded at the first chart: most commands draw none. */
async function load() {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  const textMetrics = (vega as unknown as { textMetrics: TextMetrics }).textMetrics;
  textMetrics.width = (item, text) => textWidth(String(text ?? ''), item.fontSize ?? 11, isBold(item.fontWeight));
  return { vega, vegaLite };
}

interface TextMetrics {
  width: (item: { readonly fontSize?: number; readonly fontWeight?: string | number }, text: unknown) => number;
}

let loaded: ReturnType<typeof load> | undefined;
let turn: Promise<unknown> = Promise.resolve();

/** Loads what draws charts ahead of the first one: half a second that a thread with nothing to do may as well spend. */
export async function loadRenderer(): Promise<void> {
  loaded ??= load();
  await loaded;
}

/**
 * Draws a specification as SVG: the same bytes for the same specification on every machine, coordinates to a hundredth
 * of a pixel, with `<title>` and `<desc>` for readers that do not see it. Throws where Vega-Lite warns of the specification.
 */
export function renderSvg(spec: ChartSpec): Promise<string> {
  // One after the other: Vega numbers clip paths with a counter of the module.
  const mine = turn.then(() => draw(spec));
  turn = mine.catch(() => undefined);
  return mine;
}

async function draw(spec: ChartSpec): Promise<string> {
  loaded ??= load();
  const { vega, vegaLite } = await loaded;
  const warnings: string[] = [];
  const logger = vega.logger(vega.Warn, undefined, (_method, _level, args) => warnings.push(args.join(' ')));
  const compiled = vegaLite.compile(spec, { logger }).spec;
  vega.resetSVGDefIds();
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logger });
  const svg = await view.toSVG();
  view.finalize();
  if (warnings.length > 0) throw new Error(`The chart's specification is at fault: ${warnings.join('; ')}`);
  return described(shorter(fitted(svg)), spec);
}

function isBold(weight: string | number | undefined): boolean {
  return weight === 'bold' || Number(weight) >= 600;
}

/** Has a browser that lacks the font squeeze its own into the widths that labels were laid out by: none is cut off at the edge. */
function fitted(svg: string): string {
  return svg.replace(/<text([^>]*)>(.*?)<\/text>/gs, (_all, attributes: string, content: string) => {
    const fontSize = Number(/font-size="([\d.]+)px"/.exec(attributes)?.[1]);
    const bold = isBold(/font-weight="(\w+)"/.exec(attributes)?.[1]);
    const length = (words: string) =>
      words && ` textLength="${textWidth(unescaped(words), fontSize, bold)}" lengthAdjust="spacingAndGlyphs"`;
    if (!content.startsWith('<')) return `<text${attributes}${length(content)}>${content}</text>`;
    // Several lines, each in a tspan.
    const lines = content.replace(/<tspan([^>]*)>([^<]*)/g, (_, of, words) => `<tspan${of}${length(words)}>${words}`);
    return `<text${attributes}>${lines}</text>`;
  });
}

/** Coordinates with two decimals at most. */
function shorter(svg: string): string {
  return svg.replace(/(-?\d*\.\d{3,})(e-?\d+)?/g, number => String(Math.round(Number(number) * 100) / 100));
}

/** Adds the words of the chart for screen readers and the role of an image. */
function described(svg: string, spec: ChartSpec): string {
  const { title, description } = chartWords(spec);
  const words = `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>`;
  return svg.replace(/^<svg ([^>]*)>/, (_all, attributes: string) => `<svg role="img" ${attributes}>${words}`);
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
