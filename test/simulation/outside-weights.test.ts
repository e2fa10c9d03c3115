import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Weights } from '../../src/simulation/outside/weights.ts';

const weights = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 100, noNaN: true })), { maxLength: 12 });

describe('Weights', () => {
  test.each([
    [[1, 0, 3], 0, -1, 0],
    [[1, 0, 3], 2 ** 30 - 1, -1, 0],
    [[1, 0, 3], 2 ** 30, -1, 2],
    [[1, 0, 3], 2 ** 32 - 1, -1, 2],
    // Without the last, all of the luck is the first one's; without the second, nothing changes.
    [[1, 0, 3], 2 ** 32 - 1, 2, 0],
    [[1, 0, 3], 2 ** 30, 1, 2],
    [[0, 5], 77, 1, -1],
    [[], 77, -1, -1],
  ])('of %j, luck %i without %i is %i', (all, u, except, number) => {
    const some = new Weights(all);
    expect(some.pick(u, except)).toBe(number);
    expect(some.isEmpty(except)).toBe(number < 0);
  });

  test('draw each as often as its weight, and never one without weight or the one that is excepted', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: -1, max: 12 }), (all, except) => {
        const able = all.map((w, i) => (i === except ? 0 : w));
        const sum = able.reduce((a, b) => a + b, 0);
        const some = new Weights(all);
        expect(some.isEmpty(except)).toBe(sum === 0);
        if (sum === 0) return;
        const drawn = all.map(() => 0);
        const n = 1000;
        for (let k = 0; k < n; k++) drawn[some.pick((k + 0.5) * (2 ** 32 / n), except)]!++;
        drawn.forEach((count, i) => {
          expect(Math.abs(count - (n * able[i]!) / sum)).toBeLessThanOrEqual(1);
          if (able[i] === 0) expect(count).toBe(0);
        });
      }),
    );
  });
});
