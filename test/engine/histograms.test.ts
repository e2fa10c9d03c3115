import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Memory } from '../../src/engine/memory/memory.ts';
import { Histograms } from '../../src/engine/tallies/histograms.ts';

const LONGEST = 600 * 86_400; // no act takes longer than the longest run

const seconds = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.integer({ min: 0, max: 200 }),
  fc.integer({ min: 0, max: 86_400 }),
  fc.integer({ min: 0, max: LONGEST }),
);
const values = fc.array(seconds, { minLength: 1, maxLength: 300 });

function filled(list: readonly number[]): Histograms {
  const histograms = new Histograms(new Memory(), 'values', 3);
  for (const v of list) histograms.add(1, v);
  return histograms;
}

describe('Histograms', () => {
  test('count, mean and maximum are exact', () => {
    fc.assert(
      fc.property(values, list => {
        const h = filled(list);
        expect(h.count(1)).toBe(list.length);
        expect(h.mean(1)).toBe(list.reduce((a, b) => a + b, 0) / list.length);
        expect(h.max(1)).toBe(Math.max(...list));
      }),
    );
  });

  test('a quantile is within 1.1 % of the value of that rank', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, p) => {
        const exact = [...list].sort((a, b) => a - b)[Math.max(1, Math.ceil(p * list.length)) - 1]!;
        const found = filled(list).quantile(1, p);
        // The half second is for cells of two or three whole seconds, whose middle need not be whole.
        expect(Math.abs(found - exact)).toBeLessThanOrEqual(0.011 * exact + 0.5);
      }),
      { numRuns: 500 },
    );
  });

  test('every second up to a minute has a cell of its own', () => {
    for (let s = 0; s < 60; s++) {
      const h = filled([s, 100_000]);
      expect(h.quantile(1, 0.5)).toBe(s);
    }
  });

  test('a quantile never exceeds the maximum, and the highest is near it', () => {
    fc.assert(
      fc.property(values, list => {
        const max = Math.max(...list);
        const top = filled(list).quantile(1, 1);
        expect(top).toBeLessThanOrEqual(max);
        expect(top).toBeGreaterThanOrEqual(max * 0.989 - 0.5);
      }),
    );
  });

  test('an empty histogram has no mean, maximum or quantile, and one among others stays apart from them', () => {
    const h = filled([5, 7]);
    for (const i of [0, 2]) {
      expect([h.count(i), h.mean(i), h.max(i), h.quantile(i, 0.5)]).toEqual([0, Number.NaN, Number.NaN, Number.NaN]);
    }
    h.add(2, 1_000_000);
    h.clear(1);
    expect([h.count(1), h.quantile(1, 0.5)]).toEqual([0, Number.NaN]);
    expect([h.count(2), h.mean(2), h.max(2), h.quantile(2, 0.5)]).toEqual([1, 1_000_000, 1_000_000, 1_000_000]);
    h.add(1, 3);
    expect([h.count(1), h.mean(1), h.max(1), h.quantile(1, 0.9)]).toEqual([1, 3, 3, 3]);
  });

  test('the longest times of a run have their cells', () => {
    expect(filled([2 ** 27 - 2]).quantile(1, 0.5)).toBe(2 ** 27 - 2);
  });
});
