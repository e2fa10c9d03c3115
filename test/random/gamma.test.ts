import { describe, expect, test } from 'vitest';
import { gammaProbability, gammaQuantile, logGamma } from '../../src/random/gamma.ts';
import { normalQuantile } from '../../src/random/normal.ts';

const quantile = (shape: number, p: number) => gammaQuantile(shape, p, 1 - p, normalQuantile(p, 1 - p));

describe('logGamma', () => {
  test.each([
    [1, 0],
    [2, 0],
    [5, Math.log(24)],
    [0.5, Math.log(Math.PI) / 2],
    [11, Math.log(3628800)],
    [171, 706.573062245787],
  ])('of %d', (x, expected) => expect(logGamma(x)).toBeCloseTo(expected, 11));
});

describe('gammaProbability', () => {
  test.each([
    // shape 1 is the exponential distribution
    [1, 0.1, 1 - Math.exp(-0.1)],
    [1, 7, 1 - Math.exp(-7)],
    // a whole shape n counts Poisson events: P = 1 − e^-x (1 + x + … + x^(n−1)/(n−1)!)
    [3, 2, 1 - Math.exp(-2) * (1 + 2 + 2)],
    [3, 9, 1 - Math.exp(-9) * (1 + 9 + 40.5)],
    // shape 1/2 is the square of a normal variable: P(|z| < 1), P(|z| < 2)
    [0.5, 0.5, 0.6826894921370859],
    [0.5, 2, 0.9544997361036416],
  ])('shape %d below %d', (shape, x, expected) => {
    expect(gammaProbability(shape, x).lower).toBeCloseTo(expected, 13);
    expect(gammaProbability(shape, x).upper).toBeCloseTo(1 - expected, 13);
  });

  test('at the ends', () => {
    expect(gammaProbability(2, 0)).toEqual({ lower: 0, upper: 1 });
    expect(gammaProbability(2, Number.POSITIVE_INFINITY)).toEqual({ lower: 1, upper: 0 });
  });
});

describe('gammaQuantile', () => {
  // Half the chi-square quantile of 2 × shape degrees of freedom, from the usual printed tables.
  test.each([
    [0.5, 0.95, 3.841459],
    [0.5, 0.99, 6.634897],
    [1, 0.95, 5.991465],
    [2.5, 0.95, 11.0705],
    [2.5, 0.05, 1.145476],
    [5, 0.5, 9.341818],
    [5, 0.99, 23.20925],
    [15, 0.01, 14.95346],
    [50, 0.95, 124.3421],
  ])('shape %d at %d', (shape, p, chiSquare) => expect(2 * quantile(shape, p)).toBeCloseTo(chiSquare, 4));

  test.each([0.1, 0.25, 0.5, 1, 3.7, 40, 1000, 10_000])(
    'undoes the probability, far into both tails: shape %d',
    shape => {
      for (const tail of [2 ** -20, 2 ** -10, 0.1, 0.25, 0.5]) {
        const z = normalQuantile(tail, 1 - tail);
        expect(gammaProbability(shape, gammaQuantile(shape, tail, 1 - tail, z)).lower / tail).toBeCloseTo(1, 9);
        expect(gammaProbability(shape, gammaQuantile(shape, 1 - tail, tail, -z)).upper / tail).toBeCloseTo(1, 9);
      }
    },
  );
});
