/** The natural logarithm of Γ(x), x > 0: Lanczos's approximation with g = 7 and nine terms, about 15 figures. */
export function logGamma(x: number): number {
  let sum = 0.9999999999998099;
  for (let i = 0; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (x + i);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 0.000009984369578019572, 1.5056327351493116e-7,
];

/**
 * The regularised incomplete gamma function: the probability that a gamma variable of this shape and scale 1 lies below
 * x (`lower`) and above it (`upper`). The smaller of the two is worked out and keeps its figures: by the series DLMF
 * 8.11.4 for small x, by the continued fraction DLMF 8.9.2 otherwise.
 */
export function gammaProbability(shape: number, x: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const density = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  if (x < shape + 1) {
    const lower = density * series(shape, x);
    return { lower, upper: 1 - lower };
  }
  const upper = density * continuedFraction(shape, x);
  return { lower: 1 - upper, upper };
}

/**
 * The x with probability `lower` below it and `upper` = 1 − lower above it, for a gamma variable of this shape and
 * scale 1: Newton's steps from Wilson and Hilferty's cube or the power law near 0, halved back into a bracket that only
 * shrinks. `z` is the normal quantile of `lower`.
 */
export function gammaQuantile(shape: number, lower: number, upper: number, z: number): number {
  const cube = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  const power = Math.exp((Math.log(lower) + logGamma(shape + 1)) / shape);
  let x = cube > 0.3 && shape > 0.5 ? shape * cube ** 3 : Math.min(power, shape + 1);
  let below = 0;
  let above = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 200; round++) {
    const at = gammaProbability(shape, x);
    const miss = lower < upper ? at.lower - lower : upper - at.upper;
    if (miss === 0) return x;
    if (miss > 0) above = x;
    else below = x;
    const density = Math.exp((shape - 1) * Math.log(x) - x - logGamma(shape));
    let next = x - miss / density;
    if (!(next > below && next < above)) next = above === Number.POSITIVE_INFINITY ? 2 * x + 1 : (below + above) / 2;
    if (Math.abs(next - x) <= 1e-14 * x) return next;
    x = next;
  }
  return x;
}

/** Σ x^n / (shape (shape + 1) … (shape + n)), n from 0. */
function series(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

/** 1 / (x + 1 − shape − 1(1 − shape) / (x + 3 − shape − 2(2 − shape) / (x + 5 − shape − …))), by Lentz's method. */
function continuedFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = Number.POSITIVE_INFINITY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 100_000; n++) {
    const a = n * (shape - n);
    b += 2;
    d = 1 / (b + a * d);
    c = b + a / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return fraction;
}
