/**
 * Whole numbers in proportion to weights that add up to the total exactly: largest remainders, ties to the
 * earlier.
 *
 * @throws Error if there is something to share and all weights are zero
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum <= 0) {
    if (total === 0) return weights.map(() => 0);
    throw new Error(`${total} cannot be shared out over weights that are all zero`);
  }
  const quotas = weights.map(w => (total * w) / sum);
  const parts = quotas.map(Math.floor);
  const left = total - parts.reduce((a, b) => a + b, 0);
  const byRemainder = quotas
    .map((_, i) => i)
    .sort((a, b) => quotas[b]! - parts[b]! - (quotas[a]! - parts[a]!) || a - b);
  for (let k = 0; k < left; k++) parts[byRemainder[k]!]!++;
  return parts;
}

/**
 * A table of whole numbers whose rows and columns add up exactly, each cell in proportion to its row and column.
 * Row by row, what is left of the columns is shared out; the last row gets exactly what is left.
 *
 * @param rows row totals @param columns column totals; both sum to the same
 */
export function crossTable(rows: readonly number[], columns: readonly number[]): number[][] {
  const left = [...columns];
  return rows.map(total => {
    const parts = apportion(total, left);
    for (let j = 0; j < left.length; j++) left[j]! -= parts[j]!;
    return parts;
  });
}
