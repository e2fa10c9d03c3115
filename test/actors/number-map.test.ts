import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberMap } from '../../src/actors/number-map.ts';

const key = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 2 ** 31 - 2 }));
const value = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const acts = fc.array(
  fc.oneof(
    { weight: 20, arbitrary: fc.record({ kind: fc.constant('set' as const), key, value }) },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('ask' as const), key }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('clear' as const) }) },
  ),
  { maxLength: 400, size: 'max' },
);

test('a number map holds what a Map does', () => {
  fc.assert(
    fc.property(acts, all => {
      const map = new NumberMap();
      const model = new Map<number, number>();
      for (const a of all) {
        if (a.kind === 'set') {
          map.set(a.key, a.value);
          model.set(a.key, a.value);
        } else if (a.kind === 'clear') {
          map.clear();
          model.clear();
        } else {
          expect(map.has(a.key)).toBe(model.has(a.key));
          expect(map.get(a.key, -7)).toBe(model.get(a.key) ?? -7);
        }
      }
      for (const [k, v] of model) expect(map.get(k, -7)).toBe(v);
    }),
  );
});

test('a number map grows, and is empty after it was cleared', () => {
  const map = new NumberMap();
  for (let round = 0; round < 3; round++) {
    for (let k = 0; k < 100_000; k++) map.set(8 * k + round, k);
    let wrong = 0;
    for (let k = 0; k < 100_000; k++) if (map.get(8 * k + round, -1) !== k || map.has(8 * k + round + 1)) wrong++;
    expect(wrong).toBe(0);
    map.clear();
    expect(map.has(round)).toBe(false);
  }
});
