import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The charts' typeface: bundled, and of the same widths as Arial and Helvetica, so that a browser without it draws alike. */
export const fontFamily = 'Liberation Sans, Arial, Helvetica, sans-serif';

/** The bundled font files; the build copies the folder, so it lies beside this module before and after. */
export const fontFiles = {
  regular: fileURLToPath(new URL('./font/LiberationSans-Regular.ttf', import.meta.url)),
  bold: fileURLToPath(new URL('./font/LiberationSans-Bold.ttf', import.meta.url)),
};

/** Advance widths of a face: code point → width as a share of the font size. */
type Widths = (codePoint: number) => number;

const faces = new Map<string, Widths>();

/**
 * Width of a line of text in px, from the bundled font's own glyph widths (without kerning), so that labels are laid
 * out alike on every machine.
 */
export function textWidth(text: string, fontSize: number, bold = false): number {
  const file = bold ? fontFiles.bold : fontFiles.regular;
  let widths = faces.get(file);
  if (widths === undefined) {
    widths = readWidths(readFileSync(file));
    faces.set(file, widths);
  }
  let width = 0;
  for (const char of text) width += widths(char.codePointAt(0)!);
  return width * fontSize;
}

/** Reads the advance widths of a TrueType file (tables `head`, `hhea`, `hmtx`, and `cmap` format 4). */
function readWidths(file: Buffer): Widths {
  const table = (tag: string): number => {
    for (let i = 0; i < file.readUInt16BE(4); i++) {
      const entry = 12 + 16 * i;
      if (file.toString('latin1', entry, entry + 4) === tag) return file.readUInt32BE(entry + 8);
    }
    throw new Error(`The font has no table ${tag}.`);
  };
  const unitsPerEm = file.readUInt16BE(table('head') + 18);
  const metrics = file.readUInt16BE(table('hhea') + 34);
  const hmtx = table('hmtx');
  const advance = (glyph: number) => file.readUInt16BE(hmtx + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm;
  const glyphOf = readGlyphs(file, table('cmap'));
  const known = new Map<number, number>();
  return codePoint => {
    let width = known.get(codePoint);
    if (width === undefined) {
      width = advance(glyphOf(codePoint));
      known.set(codePoint, width);
    }
    return width;
  };
}

/** The Unicode (3, 1) subtable of `cmap`: code point → glyph, 0 (the "missing" glyph) where the font has none. */
function readGlyphs(file: Buffer, cmap: number): (codePoint: number) => number {
  for (let i = 0; i < file.readUInt16BE(cmap + 2); i++) {
    const record = cmap + 4 + 8 * i;
    const at = cmap + file.readUInt32BE(record + 4);
    if (file.readUInt16BE(record) !== 3 || file.readUInt16BE(record + 2) !== 1 || file.readUInt16BE(at) !== 4) continue;
    const segments = file.readUInt16BE(at + 6) / 2;
    const [ends, starts] = [at + 14, at + 16 + 2 * segments];
    const [deltas, offsets] = [starts + 2 * segments, starts + 4 * segments];
    return codePoint => {
      for (let s = 0; s < segments; s++) {
        if (file.readUInt16BE(ends + 2 * s) < codePoint) continue;
        const start = file.readUInt16BE(starts + 2 * s);
        if (start > codePoint) return 0;
        const delta = file.readUInt16BE(deltas + 2 * s);
        const offset = file.readUInt16BE(offsets + 2 * s);
        if (offset === 0) return (codePoint + delta) & 0xffff;
        const glyph = file.readUInt16BE(offsets + 2 * s + offset + 2 * (codePoint - start));
        return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
      }
      return 0;
    };
  }
  throw new Error('The font has no Unicode character map.');
}
