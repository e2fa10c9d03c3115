import type { Memory } from '../memory/memory.ts';

/** 64 cells to the octave: a cell is 1.1 % wide. */
const CELL_BITS = 6;
/** Octaves up to 2^31, as long as an Int32 can say: what waits for a hopeless queue may wait that long. */
const CELLS = (31 << CELL_BITS) + 1;

/**
 * Many histograms of whole seconds side by side, with cells that grow with the value (1.1 % wide), and exact mean and
 * maximum. Two of the same shape merge by adding cells and sums and taking the larger maximum.
 *
 * A value touches three cache lines, two of them in small arrays; the count of values and the highest cell in use are
 * worked out when asked for.
 */
export class Histograms {
  /** Adds a value (whole seconds, 0 to 2^31 − 1) to histogram i. */
  readonly add: (i: number, seconds: number) => void;
  private readonly cells: Int32Array;
  private readonly sums: Float64Array;
  private readonly maxima: Int32Array;

  /**
   * @param name in the run's memory @param size how many
   * @param kept one set for each thread, or one for all where no two of them ever fill the same histogram
   */
  constructor(memory: Memory, name: string, size: number, kept: 'own' | 'shared' = 'own') {
    const names = [`${name}.cells`, `${name}.sums`, `${name}.maxima`] as const;
    this.cells = memory[kept](names[0], Int32Array, size * CELLS);
    this.sums = memory[kept](names[1], Float64Array, size);
    this.maxima =
      kept === 'own' ? memory.own(names[2], Int32Array, size, 'max') : memory.shared(names[2], Int32Array, size);
    // A closure over constants: see engine/cursor.ts.
    const { cells, sums, maxima } = this;
    this.add = (i, seconds) => {
      cells[i * CELLS + cellOf(seconds)]!++;
      sums[i]! += seconds;
      if (seconds > maxima[i]!) maxima[i] = seconds;
    };
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

/** The octave of a value and one second, and the six bits below its first; long ones are rounded to 24 bits. */
function cellOf(seconds: number): number {
  const value = (seconds < 1 << 24 ? seconds + 1 : Math.fround(seconds + 1)) | 0;
  const zeros = Math.clz32(value);
  return ((31 - zeros) << CELL_BITS) | (((value << zeros) >>> (31 - CELL_BITS)) & ((1 << CELL_BITS) - 1));
}

/** The middle of a cell; the whole second itself where a cell holds but one. */
function middle(cell: number): number {
  const low = start(cell);
  const high = start(cell + 1);
  return high - low <= 1 ? Math.ceil(low) : Math.floor((low + high) / 2);
}

/** The least value of a cell, in seconds. */
function start(cell: number): number {
  const octave = cell >> CELL_BITS;
  const within = cell & ((1 << CELL_BITS) - 1);
  return 2 ** octave * (1 + within / (1 << CELL_BITS)) - 1;
}
