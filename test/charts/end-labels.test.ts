import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apart } from '../../src/charts/end-labels.ts';

test('labels that have room stay where their lines end', () => {
  const placed = apart([0.2, 0.9, 0.5], value => value, 0.1, 0, 1);
  expect(placed).toEqual([0.9, 0.5, 0.2].map(value => ({ item: value, at: value })));
});

test('labels that would touch are moved apart, downwards from the top and upwards from the bottom', () => {
  expect(apart([1, 1, 1], value => value, 0.25, 0, 1).map(each => each.at)).toEqual([1, 0.75, 0.5]);
  expect(apart([0, 0], value => value, 0.25, 0, 1).map(each => each.at)).toEqual([0.25, 0]);
});

test('labels keep their order, the gap and the bounds wherever the lines end', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }), values => {
      const placed = apart(values, value => value, 0.1, 0, 1);
      for (const [i, { item, at }] of placed.entries()) {
        expect(at).toBeGreaterThanOrEqual(-1e-9);
        expect(at).toBeLessThanOrEqual(1 + 1e-9);
        if (i === 0) continue;
        expect(placed[i - 1]!.item).toBeGreaterThanOrEqual(item);
        expect(placed[i - 1]!.at - at).toBeGreaterThanOrEqual(0.1 - 1e-9);
      }
    }),
  );
});
