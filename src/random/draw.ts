// Keyed draws: a random number is a function of (seed, purpose, id, occurrence), never of what was drawn before.
//
// The mixer is fmix32, the finaliser of MurmurHash3 (Austin Appleby, public domain): a bijection of 32 bits in which
// a change of any input bit changes every output bit about half the time. A draw is three rounds of it: the id under
// key `a`, then the result under key `b` with purpose and occurrence, then purpose and occurrence once more. One round
// over a sum of all of them would scatter well, but ids, purposes and occurrences would be shifted copies of one
// sequence. They go in twice, under different multipliers, so that two ids whose states happen to meet in the second
// round (some must: there are only 2^32 states) part again in the third instead of sharing the rest of their luck.
// The tests of test/random find no more in it than in Threefry2x32-20, which takes about twice the time.
import seedrandom from 'seedrandom';

/** Two 32-bit keys made from the user's seed. */
export interface SeedKeys {
  readonly a: number;
  readonly b: number;
}

/** Keys (int32) from the user's seed, any text or number written as text. `seedrandom`'s `alea`, by name. */
export function seedKeys(seed: string): SeedKeys {
  const generator = seedrandom.alea(seed);
  return { a: generator.int32(), b: generator.int32() };
}

/**
 * The first half of a draw, to be kept while one id is being worked on. One-to-one in `id` (an int32: an MSID's or a
 * party's number), so no two ids share a base; int32 out.
 */
export function base(keys: SeedKeys, id: number): number {
  return mix(id ^ keys.a);
}

/**
 * A draw: 32 random bits (0 … 2^32 − 1) for the id behind `base`, a purpose and an occurrence (both int32, as a rule
 * small). For one purpose and occurrence it is one-to-one in the id. An MSID and a party of the same number have the
 * same base: what is drawn for parties must have purposes of its own.
 */
export function draw(keys: SeedKeys, base: number, purpose: number, occurrence: number): number {
  // As int32 from the start: else V8 takes them through doubles on their way to Math.imul.
  const what = purpose | 0;
  const which = occurrence | 0;
  // The map (purpose, occurrence) → (second, third) is one-to-one: its determinant modulo 2^32 is odd.
  const second = (Math.imul(what, 0x9e3779b1) + Math.imul(which, 0x85ebca77)) | 0;
  const third = (Math.imul(what, 0xc2b2ae3d) + Math.imul(which, 0x4fa9d65e)) | 0;
  return mix((mix(((base + second) | 0) ^ keys.b) + third) | 0) >>> 0;
}

/** fmix32 of MurmurHash3: int32 to int32, one-to-one. */
function mix(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
