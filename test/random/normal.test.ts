import { expect, test } from 'vitest';
import { normalQuantile } from '../../src/random/normal.ts';

// The three values of 0.25, 0.001 and 1e-20 are the check values that AS 241 was published with; the rest are well known.
test.each([
  [0.5, 0],
  [0.25, -0.6744897501960817],
  [0.025, -1.9599639845400545],
  [0.005, -2.5758293035489004],
  [0.001, -3.0902323061678132],
  [1e-20, -9.262340089798409],
])('the normal quantile of %d is %d, and of its complement the opposite', (p, z) => {
  expect(normalQuantile(p, 1 - p)).toBeCloseTo(z, 14);
  expect(normalQuantile(1 - p, p)).toBeCloseTo(-z, 14);
});
