import type { Memory } from '../memory/memory.ts';

/** 64 cells to the octave: a cell is 1.1 % wide. */
const SHIFT = 17;
const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);
float[0] = 1;
const FIRST = bits[0]! >>> SHIFT;
/** As long as an Int32 can say: what waits for a hopeless queue may wait that long. */
const LONGEST = 2 ** 31 - 1;
float[0] = LONGEST;
const CELLS = (bits[0]! >>> SHIFT) - FIRST + 1;

/**
 * Many histograms of whole seconds side by side, with cells that grow with the value (1.1 % wide), and exact mean and
 * maximum. Two of the same shape merge by adding cells and sums and taking the larger maximum.
 *
 * A value touches three cache lines, two of them in small arrays; the count of values and the highest cell in use are
 * worked out when asked for.
 */
export class Histograms {
  private readonly cells: Int32Array;
  private readonly sums: Float64Array;
  private readonly maxima: Int32Array;

  /**
   * @param name in the run's memory @param size how many
   * @param kept one set for each thread, or one for all where no two of them ever fill the same histogram
   */
  constructor(memory: Memory, name: string, size: number, kept: 'own' | 'shared' = 'own') {
    const own = kept === 'own';
    const [cells, sums, maxima] = [`${name}.cells`, `${name}.sums`, `${name}.maxima`];
    this.cells = own ? memory.own(cells, Int32Array, size * CELLS) : memory.shared(cells, Int32Array, size * CELLS);
    this.sums = own ? memory.own(sums, Float64Array, size) : memory.shared(sums, Float64Array, size);
    this.maxima = own ? memory.own(maxima, Int32Array, size, 'max') : memory.shared(maxima, Int32Array, size);
  }

  /** Adds a value (whole seconds, 0 to 2^31 − 1) to histogram i. */
  add(i: number, seconds: number): void {
    this.cells[i * CELLS + cellOf(seconds)]!++;
    this.sums[i]! += seconds;
    if (seconds > this.maxima[i]!) this.maxima[i] = seconds;
  }

  /** How many values there are. */
  count(i: number): number {
    let count = 0;
    for (let c = i * CELLS, end = c + cellOf(this.maxima[i]!); c <= end; c++) count += this.cells[c]!;
    return count;
  }

  /** The sum of all values; 0 where there is none. */
  sum(i: number): number {
    return this.sums[i]!;
  }

  /** NaN where there is no value. */
  mean(i: number): number {
    const count = this.count(i);
    return count === 0 ? Number.NaN : this.sums[i]! / count;
  }

  /** The largest value; NaN where there is none. */
  max(i: number): number {
    return this.maxima[i] === 0 && this.count(i) === 0 ? Number.NaN : this.maxima[i]!;
  }

  /** The value below which a share p of all values lie, to within the width of a cell; NaN where there is none. */
  quantile(i: number, p: number): number {
    const total = this.count(i);
    return total === 0 ? Number.NaN : this.exceeded(i, total - Math.max(1, Math.ceil(p * total)));
  }

  /** The value that so many others exceed, to within the width of a cell; 0 where there are no more than so many. */
  exceeded(i: number, by: number): number {
    const max = this.maxima[i]!;
    let seen = 0;
    for (let c = cellOf(max); c >= 0; c--) {
      seen += this.cells[i * CELLS + c]!;
      if (seen > by) return Math.min(max, middle(c));
    }
    return 0;
  }

  /** Empties histogram i. */
  clear(i: number): void {
    this.cells.fill(0, i * CELLS, i * CELLS + cellOf(this.maxima[i]!) + 1);
    this.sums[i] = 0;
    this.maxima[i] = 0;
  }
}

function cellOf(seconds: number): number {
  float[0] = seconds + 1;
  return (bits[0]! >>> SHIFT) - FIRST;
}

/** The middle of a cell; the whole second itself where a cell holds but one. */
function middle(cell: number): number {
  bits[0] = (cell + FIRST) << SHIFT;
  const low = float[0]! - 1;
  bits[0] = (cell + FIRST + 1) << SHIFT;
  const high = float[0]! - 1;
  return high - low <= 1 ? Math.ceil(low) : Math.floor((low + high) / 2);
}
