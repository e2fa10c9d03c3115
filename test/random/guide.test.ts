import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Guide } from '../../src/random/index.ts';

const LAST = 2 ** 32 - 1;
const u = fc.integer({ min: 0, max: LAST });

test('a guide finds what a search from the beginning does, at both ends of each share too', () => {
  fc.assert(
    fc.property(fc.array(u, { maxLength: 40 }), fc.array(u), (some, others) => {
      const tops = Uint32Array.from([...some, LAST]).sort();
      const guide = new Guide(tops);
      const ends = [...tops].flatMap(top => [top, Math.min(top + 1, LAST)]);
      for (const luck of [0, ...ends, ...others]) expect(guide.pick(luck)).toBe(tops.findIndex(top => luck <= top));
    }),
  );
});
