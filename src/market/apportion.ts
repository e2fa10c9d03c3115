/**
 * Whole numbers in proportion to weights that add up to the total exactly: largest remainders, ties to the
 * earlier.
 *
 * @throws Error if there is something to share and all weights are zero
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  return [...new Apportioner(weights.length).share(total, Float64Array.from(weights), weights.length)];
}

/** {@link apportion}, again and again in the same arrays. */
export class Apportioner {
  private readonly parts: Int32Array;
  private readonly remainders: Float64Array;
  /** The remainders once more, to be moved about. */
  private readonly spare: Float64Array;

  /** @param most how many weights there are at most */
  constructor(most: number) {
    this.parts = new Int32Array(most);
    this.remainders = new Float64Array(most);
    this.spare = new Float64Array(most);
  }

  /**
   * Shares a total out over the first `n` weights.
   *
   * @returns the parts, which hold until the next call; beyond `n` nothing is meant
   * @throws Error if there is something to share and all weights are zero
   */
  share(total: number, weights: Float64Array, n: number): Int32Array {
    const { parts, remainders } = this;
    let sum = 0;
    for (let i = 0; i < n; i++) sum += weights[i]!;
    if (sum <= 0) {
      if (total !== 0) throw new Error(`${total} cannot be shared out over weights that are all zero`);
      parts.fill(0);
      return parts;
    }
    let left = total;
    for (let i = 0; i < n; i++) {
      const quota = (total * weights[i]!) / sum;
      const whole = Math.floor(quota);
      parts[i] = whole;
      remainders[i] = quota - whole;
      left -= whole;
    }
    if (left > 0) this.roundUp(n, left);
    return parts;
  }

  /** One more for so many parts: those with the largest remainders. */
  private roundUp(n: number, count: number): void {
    const { parts, remainders, spare } = this;
    for (let i = 0; i < n; i++) spare[i] = remainders[i]!;
    const least = nthLargest(spare, n, count);
    let left = count;
    for (let i = 0; i < n; i++) {
      if (remainders[i]! <= least) continue;
      parts[i]!++;
      left--;
    }
    for (let i = 0; left > 0; i++) {
      if (remainders[i] !== least) continue;
      parts[i]!++;
      left--;
    }
  }
}

/** The k-th largest, k from 1, of the first `n` values, which are moved about (C. A. R. Hoare's FIND). */
function nthLargest(values: Float64Array, n: number, k: number): number {
  let low = 0;
  let high = n - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i]! > pivot) i++;
      while (values[j]! < pivot) j--;
      if (i > j) break;
      const value = values[i]!;
      values[i++] = values[j]!;
      values[j--] = value;
    }
    if (k - 1 <= j) high = j;
    else if (k - 1 >= i) low = i;
    else break;
  }
  return values[k - 1]!;
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
