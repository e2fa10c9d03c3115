// Every statistic here is a standard normal score: what true random bits give lies within ±4.5 in all but 7 cases of a
// million. The seeds are fixed, so a test either always holds or never.

/** How far the counts are from equal ones: chi-square, made normal by Wilson and Hilferty's cube root. */
export function evenness(counts: ArrayLike<number>): number {
  const cells = Array.from(counts);
  const expected = cells.reduce((sum, count) => sum + count, 0) / cells.length;
  const chiSquare = cells.reduce((sum, count) => sum + (count - expected) ** 2, 0) / expected;
  const spread = 2 / (9 * (cells.length - 1));
  return (Math.cbrt(chiSquare / (cells.length - 1)) - (1 - spread)) / Math.sqrt(spread);
}

/** For each of the 32 bits, how far its number of ones is from one half. */
export function bitBalance(words: Uint32Array): number[] {
  return Array.from({ length: 32 }, (_, bit) => {
    let ones = 0;
    for (const word of words) ones += (word >>> bit) & 1;
    return (2 * ones - words.length) / Math.sqrt(words.length);
  });
}

/** How evenly the ten bits from `shift` on fill 1,024 cells. */
export function uniformity(words: Uint32Array, shift: number): number {
  const counts = new Float64Array(1024);
  for (const word of words) counts[(word >>> shift) & 1023]!++;
  return evenness(counts);
}

/** How evenly the pairs (x, y) fill a grid of 32 × 32, five bits of each from `shift` on. */
export function independence(xs: Uint32Array, ys: Uint32Array, shift: number): number {
  const counts = new Float64Array(1024);
  xs.forEach((x, i) => {
    counts[(((x >>> shift) & 31) << 5) | ((ys[i]! >>> shift) & 31)]!++;
  });
  return evenness(counts);
}

/** The correlation of x and y as numbers, times √n. */
export function correlation(xs: Uint32Array, ys: Uint32Array): number {
  const centred = (word: number) => (word + 0.5) / 2 ** 32 - 0.5;
  let sum = 0;
  xs.forEach((x, i) => {
    sum += centred(x) * centred(ys[i]!);
  });
  return (12 * sum) / Math.sqrt(xs.length);
}
