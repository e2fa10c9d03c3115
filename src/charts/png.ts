import { fontFiles } from './font.ts';
import type { ChartSpec } from './frame.ts';
import { renderSvg } from './render.ts';

/**
 * Draws a specification as PNG with the bundled font and no other; `scale` is the number of pixels to a CSS pixel
 * (2 for print and sharp screens).
 */
export async function renderPng(spec: ChartSpec, scale = 2): Promise<Buffer> {
  const [{ Resvg }, svg] = await Promise.all([import('@resvg/resvg-js'), renderSvg(spec)]);
  const family = 'Liberation Sans';
  const drawn = new Resvg(svg, {
    background: 'white',
    fitTo: { mode: 'zoom', value: scale },
    font: {
      loadSystemFonts: false,
      fontFiles: [fontFiles.regular, fontFiles.bold],
      defaultFontFamily: family,
      sansSerifFamily: family,
      serifFamily: family,
      cursiveFamily: family,
      fantasyFamily: family,
      monospaceFamily: family,
    },
  });
  return Buffer.from(drawn.render().asPng());
}
