import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base, draw, seedKeys } from '../../src/random/index.ts';
import { bitBalance, correlation, independence, uniformity } from './statistics.ts';
import { threefry } from './threefry.ts';

describe('seedKeys', () => {
  test('keys never change: they are alea’s first two int32', () => {
    expect(seedKeys('1')).toEqual({ a: -2035612224, b: 526750310 });
    expect(seedKeys('2')).toEqual({ a: 1965238556, b: -1045859498 });
    expect(seedKeys('mhhs')).toEqual({ a: 1066699194, b: 372318011 });
  });

  test('of 100,000 neighbouring seeds no two have the same keys', () => {
    const keys = Array.from({ length: 100_000 }, (_, seed) => seedKeys(String(seed)));
    expect(new Set(keys.map(({ a, b }) => `${a} ${b}`)).size).toBe(100_000);
  });
});

describe('base', () => {
  test('is fmix32 of MurmurHash3: under key 0, 1 becomes 0x514e28b7', () => {
    expect(base({ a: 0, b: 0 }, 1)).toBe(0x514e28b7);
    expect(base({ a: 0, b: 0 }, 0)).toBe(0);
  });

  test('can be undone, so no two ids share one', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), (seed, id) => {
        const keys = seedKeys(seed);
        expect(unmixed(base(keys, id)) ^ keys.a).toBe(id);
      }),
    );
  });
});

describe('draw', () => {
  test.each([
    ['1', 0, 0, 0, 3113766152],
    ['1', 0, 1, 0, 887207829],
    ['1', 1, 0, 0, 1344241224],
    ['1', 0, 0, 1, 2436457929],
    ['2', 0, 0, 0, 2121162915],
    ['mhhs', 7, 33_999_999, 3, 2305868811],
    ['mhhs', 1000, -5, 70_000, 162027882],
  ])('seed %s, purpose %i, id %i, occurrence %i is always %i', (seed, purpose, id, occurrence, expected) => {
    const keys = seedKeys(seed);
    expect(draw(keys, base(keys, id), purpose, occurrence)).toBe(expected);
  });

  test('for one purpose and occurrence, a million ids give a million different draws', () => {
    const keys = seedKeys('one-to-one');
    const seen = new Uint32Array(1_000_000).map((_, id) => draw(keys, base(keys, id), 5, 2)).sort();
    expect(seen.every((word, i) => i === 0 || word !== seen[i - 1])).toBe(true);
  });

  test('ids that agree by chance in one draw do not agree in the next, nor in the same of another purpose', () => {
    // Among 2^17 ids and two purposes some draws of one must equal draws of the other: about 4 in 2^34 / 2^32.
    const keys = seedKeys('meeting');
    const one = new Map<number, number>();
    for (let id = 0; id < 2 ** 17; id++) one.set(draw(keys, base(keys, id), 1, 0), id);
    const met: [number, number][] = [];
    for (let id = 0; id < 2 ** 17; id++) {
      const other = one.get(draw(keys, base(keys, id), 2, 0));
      if (other !== undefined) met.push([other, id]);
    }
    expect(met.length).toBeGreaterThan(0);
    for (const [id, other] of met)
      for (let occurrence = 1; occurrence < 100; occurrence++)
        expect(draw(keys, base(keys, id), 1, occurrence)).not.toBe(draw(keys, base(keys, other), 2, occurrence));
  });
});

/** A source of keyed draws: by seed, then by purpose, id and occurrence. */
type Keyed = (seed: string) => (purpose: number, id: number, occurrence: number) => number;

const ours: Keyed = seed => {
  const keys = seedKeys(seed);
  return (purpose, id, occurrence) => draw(keys, base(keys, id), purpose, occurrence);
};

const reference: Keyed = seed => {
  const keys = seedKeys(seed);
  return (purpose, id, occurrence) => threefry(keys.a, keys.b, id, (purpose << 16) | occurrence)[0];
};

/** A plain multiplicative hash: every bit fairly balanced, and neighbours as regular as can be. */
const multiplied: Keyed = seed => {
  const { a } = seedKeys(seed);
  return (purpose, id, occurrence) => Math.imul(a + id + (purpose << 20) + (occurrence << 26), 0x9e3779b1) >>> 0;
};

/** Half of a round of the mixer: one multiplication with its shifts. */
const halfRound: Keyed = seed => {
  const plain = multiplied(seed);
  return (purpose, id, occurrence) => {
    const h = plain(purpose, id, occurrence);
    const mixed = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    return (mixed ^ (mixed >>> 13)) >>> 0;
  };
};

const MANY = 2 ** 16;

/** Draws along one axis, the others held. */
const walks: Record<string, (keyed: Keyed) => Uint32Array> = {
  ids: keyed =>
    Uint32Array.from(
      { length: MANY },
      along(keyed('walk'), (at, i) => at(3, i, 0)),
    ),
  'ids 2^16 apart': keyed =>
    Uint32Array.from(
      { length: MANY },
      along(keyed('walk'), (at, i) => at(3, i << 16, 0)),
    ),
  purposes: keyed =>
    Uint32Array.from(
      { length: MANY / 2 },
      along(keyed('walk'), (at, i) => at(i, 77, 0)),
    ),
  occurrences: keyed =>
    Uint32Array.from(
      { length: MANY },
      along(keyed('walk'), (at, i) => at(3, 77, i)),
    ),
  seeds: keyed => Uint32Array.from({ length: MANY }, (_, i) => keyed(String(i))(3, 77, 0)),
};

/** Draws of 65,536 ids twice over, the second time one step further along an axis. */
const neighbours: Record<string, (keyed: Keyed) => [Uint32Array, Uint32Array]> = {
  id: keyed => [overIds(keyed('1'), 3, 0, 0), overIds(keyed('1'), 3, 0, 1)],
  purpose: keyed => [overIds(keyed('1'), 3, 0, 0), overIds(keyed('1'), 4, 0, 0)],
  occurrence: keyed => [overIds(keyed('1'), 3, 0, 0), overIds(keyed('1'), 3, 1, 0)],
  seed: keyed => [overIds(keyed('1'), 3, 0, 0), overIds(keyed('2'), 3, 0, 0)],
  'purpose and occurrence': keyed => [overIds(keyed('1'), 3, 1, 0), overIds(keyed('1'), 4, 0, 0)],
};

const axes = Object.keys(neighbours);

describe.each([
  ['draw', ours],
  ['Threefry2x32-20, the yardstick,', reference],
])('%s cannot be told from random bits', (_, keyed) => {
  test.each(Object.keys(walks))('along consecutive %s: every bit is balanced, every ten bits are uniform', walk => {
    expect(worst(scoresOfWalk(walks[walk]!(keyed)))).toBeLessThan(4.5);
  });

  test.each(axes)('from one %s to the next: half the bits change, no correlation, pairs fill the grid', axis => {
    expect(worst(scoresOfPairs(...neighbours[axis]!(keyed)))).toBeLessThan(4.5);
  });
});

describe('the tests can tell', () => {
  test('a multiplicative hash from random bits, along ids and between neighbours of every kind', () => {
    expect(worst(scoresOfWalk(walks.ids!(multiplied)))).toBeGreaterThan(10);
    for (const axis of axes) expect(worst(scoresOfPairs(...neighbours[axis]!(multiplied)))).toBeGreaterThan(10);
  });

  test('half a round of the mixer from random bits', () => {
    const scores = axes.flatMap(axis => scoresOfPairs(...neighbours[axis]!(halfRound)));
    expect(worst(scores)).toBeGreaterThan(10);
  });

  test('Threefry here is the published one (known answers of Random123)', () => {
    expect(threefry(0, 0, 0, 0)).toEqual([0x6b200159, 0x99ba4efe]);
    expect(threefry(-1, -1, -1, -1)).toEqual([0x1cb996fc, 0xbb002be7]);
    expect(threefry(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3)).toEqual([0xc4923a9c, 0x483df7a0]);
  });
});

function scoresOfWalk(words: Uint32Array): number[] {
  const next = words.subarray(1);
  return [
    ...bitBalance(words),
    ...[0, 11, 22].map(shift => uniformity(words, shift)),
    ...scoresOfPairs(words.subarray(0, -1), next),
  ];
}

function scoresOfPairs(xs: Uint32Array, ys: Uint32Array): number[] {
  const changed = xs.map((x, i) => x ^ ys[i]!);
  return [
    ...bitBalance(changed),
    uniformity(changed, 0),
    uniformity(changed, 22),
    correlation(xs, ys),
    ...[0, 13, 27].map(shift => independence(xs, ys, shift)),
  ];
}

function worst(scores: number[]): number {
  return Math.max(...scores.map(Math.abs));
}

type Draws = ReturnType<Keyed>;

function along(at: Draws, word: (at: Draws, i: number) => number): (_: unknown, i: number) => number {
  return (_, i) => word(at, i);
}

function overIds(at: Draws, purpose: number, occurrence: number, first: number): Uint32Array {
  return Uint32Array.from({ length: MANY }, (_, i) => at(purpose, i + first, occurrence));
}

/** fmix32 backwards, by the inverses of its two multipliers modulo 2^32. */
function unmixed(h: number): number {
  h ^= h >>> 16;
  h = Math.imul(h, 0x7ed1b41d);
  h ^= (h >>> 13) ^ (h >>> 26);
  h = Math.imul(h, 0xa5cb9243);
  return h ^ (h >>> 16);
}
