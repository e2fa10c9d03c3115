import type { Memory } from './memory.ts';

/** 64 cells to the octave: a cell is 1.1 % wide. */
const SHIFT = 17;
const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);
float[0] = 1;
const FIRST = bits[0]! >>> SHIFT;
float[0] = 2 ** 27;
/** Up to 2^27 seconds, four years. */
const CELLS = (bits[0]! >>> SHIFT) - FIRST + 1;

/**
 * Many histograms of whole seconds side by side, with cells that grow with the value (1.1 % wide), and exact
 * count, mean and maximum. Two of the same shape merge by adding counts and sums and taking the larger maximum.
 */
export class Histograms {
  private readonly cells: Int32Array;
  private readonly counts: Int32Array;
  /** The highest cell in use: most histograms use few, and only those are read and emptied. */
  private readonly tops: Int32Array;
  private readonly sums: Float64Array;
  private readonly maxima: Float64Array;

  /** @param name in the run's memory @param size how many */
  constructor(memory: Memory, name: string, size: number) {
    this.cells = memory.own(`${name}.cells`, Int32Array, size * CELLS);
    this.counts = memory.own(`${name}.counts`, Int32Array, size);
    this.tops = memory.own(`${name}.tops`, Int32Array, size, 'max');
    this.sums = memory.own(`${name}.sums`, Float64Array, size);
    this.maxima = memory.own(`${name}.maxima`, Float64Array, size, 'max');
  }

  /** Adds a value (seconds, at least 0) to histogram i. */
  add(i: number, seconds: number): void {
    float[0] = seconds + 1;
    const cell = (bits[0]! >>> SHIFT) - FIRST;
    this.cells[i * CELLS + cell]!++;
    if (cell > this.tops[i]!) this.tops[i] = cell;
    this.counts[i]!++;
    this.sums[i]! += seconds;
    if (seconds > this.maxima[i]!) this.maxima[i] = seconds;
  }

  count(i: number): number {
    return this.counts[i]!;
  }

  /** NaN where there is no value. */
  mean(i: number): number {
    return this.counts[i] === 0 ? Number.NaN : this.sums[i]! / this.counts[i]!;
  }

  /** NaN where there is no value. */
  max(i: number): number {
    return this.counts[i] === 0 ? Number.NaN : this.maxima[i]!;
  }

  /** The value below which a share p of all values lie, to within the width of a cell; NaN where there is none. */
  quantile(i: number, p: number): number {
    const total = this.counts[i]!;
    if (total === 0) return Number.NaN;
    const wanted = Math.max(1, Math.ceil(p * total));
    let seen = 0;
    for (let c = 0; c < CELLS; c++) {
      seen += this.cells[i * CELLS + c]!;
      if (seen >= wanted) return Math.min(this.maxima[i]!, middle(c));
    }
    return this.maxima[i]!;
  }

  /** Empties histogram i. */
  clear(i: number): void {
    this.cells.fill(0, i * CELLS, i * CELLS + this.tops[i]! + 1);
    this.tops[i] = 0;
    this.counts[i] = 0;
    this.sums[i] = 0;
    this.maxima[i] = 0;
  }
}

/** The middle of a cell; the whole second itself where a cell holds but one. */
function middle(cell: number): number {
  bits[0] = (cell + FIRST) << SHIFT;
  const low = float[0]! - 1;
  bits[0] = (cell + FIRST + 1) << SHIFT;
  const high = float[0]! - 1;
  return high - low <= 1 ? Math.ceil(low) : Math.floor((low + high) / 2);
}
