import pc from 'picocolors';

/** Colour on a terminal, unless NO_COLOR is set; elsewhere (a pipe, a file, CI) none. */
export const COLOUR: boolean = process.stdout.isTTY === true && !process.env.NO_COLOR;

/** Paints text for standard output. */
export const paint = pc.createColors(COLOUR);
