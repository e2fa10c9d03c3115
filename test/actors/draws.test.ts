import { expect, test } from 'vitest';
import { DRAW, NODE_NAMES } from '../../src/actors/index.ts';
import { ROWS } from '../../src/procedures/index.ts';

test('no two of the actors’ draws share a purpose, nor with those of optional flows or of delays', () => {
  const { optional, delay, switchTo, ...single } = DRAW;
  const purposes = [
    ...Object.values(single),
    // The size of the new supplier, then which of that size.
    switchTo,
    switchTo + 1,
    ...ROWS.filter(row => row.optional).map(row => optional + row.index),
    ...NODE_NAMES.map((_, node) => delay + node),
  ];
  expect(new Set(purposes).size).toBe(purposes.length);
});
