import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KNOTS, QuantileTable } from '../../src/random/index.ts';

const LAST_U = 2 ** 32 - 1;
const TAIL = 1023 * 2 ** 22;

/** Values at the knots: even steps, the tail's of another size, with a leap between two knots or none. */
const quantiles = fc
  .record({
    step: fc.double({ min: 0, max: 100_000, noNaN: true }),
    tail: fc.double({ min: 0, max: 50_000, noNaN: true }),
    leap: fc.record({ at: fc.integer({ min: 1, max: 1023 }), by: fc.integer({ min: 0, max: 10_000_000 }) }),
  })
  .map(({ step, tail, leap }) =>
    Float64Array.from(
      { length: KNOTS },
      (_, i) => Math.min(i, 1023) * step + Math.max(0, i - 1023) * tail + (i >= leap.at ? leap.by : 0),
    ),
  );

/** The same by whole numbers of any size: a straight line between the two knots beside u, rounded to a unit, halves up. */
function exactly(values: Float64Array, u: number): number {
  let bits = 20;
  while ((values[KNOTS - 1]! + 1) * 2 ** bits >= 2 ** 31) bits--;
  const knot = (i: number) => BigInt(Math.floor((values[i]! + 0.5) * 2 ** bits + (bits === 0 ? 0 : 0.5)));
  const [cell, within, width] =
    u < TAIL ? [Math.floor(u / 2 ** 22), u % 2 ** 22, 22n] : [1023 + Math.floor((u - TAIL) / 4096), u % 4096, 12n];
  const low = knot(cell);
  return Number((low + ((BigInt(within) * (knot(cell + 1) - low)) >> width)) >> BigInt(bits));
}

describe('QuantileTable.sample', () => {
  test('lies on the straight line between two knots, to the last bit, however steep it is', () => {
    const us = fc.array(
      fc.oneof(fc.integer({ min: 0, max: LAST_U }), fc.integer({ min: TAIL - 2 ** 23, max: TAIL + 2 ** 13 })),
      { minLength: 50, maxLength: 50 },
    );
    fc.assert(
      fc.property(quantiles, us, (values, list) => {
        fc.pre(values[KNOTS - 1]! + 1 < 2 ** 31);
        const table = QuantileTable.fromQuantiles(values);
        for (const u of [0, TAIL - 1, TAIL, LAST_U, ...list]) expect(table.sample(u)).toBe(exactly(values, u));
      }),
      { numRuns: 300 },
    );
  });

  test('a value that is always the same says so', () => {
    const fixed = QuantileTable.fromRange(90, 90);
    expect(fixed.constant).toBe(90);
    expect([0, TAIL, LAST_U].map(u => fixed.sample(u))).toEqual([90, 90, 90]);
    expect(QuantileTable.fromValues(Float64Array.of(0), Float64Array.of(3)).constant).toBe(0);
    for (const varied of [
      QuantileTable.fromRange(90, 91),
      QuantileTable.fromValues(Float64Array.of(5, 7), Float64Array.of(1, 1)),
      QuantileTable.fromQuantiles(new Float64Array(KNOTS).fill(5)),
    ]) {
      expect(varied.constant).toBe(-1);
    }
  });
});
