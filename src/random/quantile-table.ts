import { Guide } from './guide.ts';

/** Knots 0 … 1023 lie at u = i/1024, knots 1023 … 2047 at u = 1023/1024 + (i − 1023)/1024². */
export const KNOTS = 2048;
export const LAST = 1023;
/** Fractional bits of a knot, where the values are small enough to leave room for them. */
const MOST_BITS = 20;
const RANGE = 2 ** 31;

/** A table would have to hold 2^31 units or more. */
export class TooLong extends Error {
  readonly units: number;

  constructor(units: number) {
    super(`A distribution reaches ${units.toPrecision(3)} units; a table holds less than ${RANGE} of them.`);
    this.units = units;
  }
}

/** What a table is made from: quantiles in real units, or whole values with a share each. */
type Source =
  | { readonly kind: 'continuous'; readonly quantiles: Float64Array }
  /** Every whole number from the first quantile to the last, both included, equally often. */
  | { readonly kind: 'whole'; readonly low: number; readonly high: number }
  | { readonly kind: 'values'; readonly values: Float64Array; readonly weights: Float64Array };

/**
 * A distribution as a table of integers: 32 random bits in, a whole number of units out, with one look-up and a linear
 * interpolation in integers. It rises with u, so two tables read with the same u are as alike as they can be.
 *
 * 1,024 cells of equal probability, the last of them (u ≥ 1023/1024) divided into 1,024 again for the sake of long
 * tails. Knots are rounded to integers (of 2^-20 units at the finest, coarser where the largest value needs the
 * room), so the last bits of a platform's logarithm do not reach a result. A continuous value is rounded to the nearest
 * unit, halves up.
 */
export class QuantileTable {
  private readonly source: Source;
  private readonly knots: Int32Array;
  private readonly bits: number;
  private readonly separate: boolean;
  /** The value, where it is always the same: most service times are; −1 otherwise. */
  readonly constant: number;
  /** For separate values: value i holds up to u = tops[i]; empty otherwise. */
  private readonly tops: Uint32Array;
  /** For separate values, if there are several. */
  private readonly guide: Guide | null;
  private exactMean = Number.NaN;

  private constructor(source: Source) {
    this.source = source;
    this.separate = source.kind === 'values';
    if (source.kind === 'values') {
      this.bits = 0;
      this.knots = Int32Array.from(source.values, held);
      this.tops = shares(source.weights);
      this.constant = this.knots.length === 1 ? this.knots[0]! : -1;
      this.guide = this.constant < 0 ? new Guide(this.tops) : null;
    } else {
      const quantiles = source.kind === 'whole' ? ramp(source.low - 0.5, source.high + 0.5) : source.quantiles;
      this.bits = fractionBits(quantiles[KNOTS - 1]!);
      // Whole values are cut off, never rounded up: their last one must not be passed.
      this.knots = quantised(quantiles, this.bits, source.kind === 'whole' ? 0 : 0.5);
      this.constant = -1;
      this.tops = new Uint32Array(0);
      this.guide = null;
    }
  }

  /**
   * From the quantiles at the 2,048 knots, rising, none negative, in units.
   * @throws TooLong when the largest is 2^31 units or more.
   */
  static fromQuantiles(quantiles: Float64Array): QuantileTable {
    return new QuantileTable({ kind: 'continuous', quantiles });
  }

  /**
   * Every whole number of units from `low` to `high`, both included, equally often: exactly so up to 2,046 units, beyond
   * that to within a knot's last bit. A fixed value is the range from itself to itself.
   * @throws TooLong when `high` is 2^31 − 2 or more.
   */
  static fromRange(low: number, high: number): QuantileTable {
    const [from, to] = [Math.round(low), Math.round(high)];
    // A value that is always the same needs no knots: a market has a thousand service times of that kind.
    if (from === to && to < RANGE - 2) return QuantileTable.fromValues(Float64Array.of(from), Float64Array.of(1));
    return new QuantileTable({ kind: 'whole', low: from, high: to });
  }

  /** Separate values, rounded to whole units, with weights (positive, of any sum), exact to 2^-32. */
  static fromValues(values: Float64Array, weights: Float64Array): QuantileTable {
    const order = Array.from(values, (_, i) => i).sort((i, j) => values[i]! - values[j]!);
    return new QuantileTable({
      kind: 'values',
      values: Float64Array.from(order, i => values[i]!),
      weights: Float64Array.from(order, i => weights[i]!),
    });
  }

  /** The value for 32 random bits `u` (0 … 2^32 − 1): a whole number of units, 0 … 2^31 − 1. */
  sample(u: number): number {
    if (this.constant >= 0) return this.constant;
    const { guide, knots } = this;
    if (guide) return knots[guide.pick(u)]!;
    let cell = u >>> 22;
    let low = knots[cell]!;
    let within = (u & 0x3fffff) * 2 ** -22;
    if (cell === LAST) {
      cell = LAST + ((u >>> 12) & 0x3ff);
      within = (u & 0xfff) * 2 ** -12;
      low = knots[cell]!;
    }
    // The fraction has at most 22 bits and a step 31, so the product is exact in a double, not rounded.
    return (low + ((within * (knots[cell + 1]! - low)) | 0)) >> this.bits;
  }

  /** The knots, and how many of their bits are a fraction: see TableSet; null for separate values. */
  get plain(): { readonly knots: Int32Array; readonly bits: number } | null {
    return this.separate ? null : { knots: this.knots, bits: this.bits };
  }

  /** The mean, in units, of `sample` over all 2^32 values of u: exact, not estimated. */
  get mean(): number {
    if (Number.isNaN(this.exactMean)) this.exactMean = Number(this.total()) / 2 ** 32;
    return this.exactMean;
  }

  /**
   * The same distribution with every value times `factor` (> 0), rounded to whole units again.
   * @throws Error when the factor is not a positive number, TooLong when the largest value becomes 2^31 units or more.
   */
  scaled(factor: number): QuantileTable {
    if (!(factor > 0 && factor < Number.POSITIVE_INFINITY))
      throw new Error(`A distribution cannot be scaled by ${factor}: the factor must be more than 0.`);
    const { source } = this;
    switch (source.kind) {
      case 'continuous':
        return QuantileTable.fromQuantiles(source.quantiles.map(x => x * factor));
      case 'whole':
        return QuantileTable.fromRange(source.low * factor, source.high * factor);
      case 'values':
        return QuantileTable.fromValues(
          source.values.map(x => x * factor),
          source.weights,
        );
    }
  }

  /** The sum of `sample` over all u. */
  private total(): bigint {
    const { knots, tops, bits } = this;
    let total = 0n;
    if (this.separate) {
      for (let i = 0, below = -1; i < tops.length; below = tops[i]!, i++)
        total += BigInt(knots[i]!) * BigInt(tops[i]! - below);
      return total;
    }
    for (let i = 0; i < KNOTS - 1; i++) {
      const width = i < LAST ? 22 : 12;
      const low = BigInt(knots[i]!);
      const step = BigInt(knots[i + 1]! - knots[i]!);
      total += floorSum(1n << BigInt(width), 1n << BigInt(width + bits), step, low << BigInt(width));
    }
    return total;
  }
}

/** The probability above knot i; below it lies 1 minus that, exactly. */
export function upperProbability(knot: number): number {
  return knot <= LAST ? (1024 - knot) / 1024 : (KNOTS - 1 - knot) / 1024 ** 2;
}

/** Knots on a straight line from `low` at u = 0 to `high` at u = 1. */
function ramp(low: number, high: number): Float64Array {
  return Float64Array.from({ length: KNOTS }, (_, i) => high - (high - low) * upperProbability(i));
}

/** As many fractional bits as let the largest value stay in an int32. */
function fractionBits(largest: number): number {
  if (!(largest + 1 < RANGE)) throw new TooLong(largest);
  let bits = MOST_BITS;
  while ((largest + 1) * 2 ** bits >= RANGE) bits--;
  return bits;
}

/** Knots as integers; half a unit is added here so that cutting off the fraction rounds to the nearest unit. */
function quantised(quantiles: Float64Array, bits: number, rounding: number): Int32Array {
  return Int32Array.from(quantiles, x => Math.floor((x + 0.5) * 2 ** bits + (bits === 0 ? 0 : rounding)));
}

function held(value: number): number {
  const rounded = Math.round(value);
  if (!(rounded < RANGE)) throw new TooLong(value);
  return rounded;
}

/** Cumulated weights as the last u of each value. */
function shares(weights: Float64Array): Uint32Array {
  let sum = 0;
  const cumulated = weights.map(weight => {
    sum += weight;
    return sum;
  });
  return Uint32Array.from(cumulated, upTo => Math.max(0, Math.round((upTo / sum) * 2 ** 32) - 1));
}

/** Σ floor((step·i + low) / m) for i = 0 … n − 1, by Euclid's descent. */
function floorSum(n: bigint, m: bigint, step: bigint, low: bigint): bigint {
  let sum = 0n;
  for (;;) {
    sum += (step / m) * ((n * (n - 1n)) / 2n) + (low / m) * n;
    step %= m;
    low %= m;
    const top = step * n + low;
    if (top < m) return sum;
    n = top / m;
    low = top % m;
    [m, step] = [step, m];
  }
}
