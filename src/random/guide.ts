/** Bits of u below those by which the table goes. */
const SHIFT = 22;
const PARTS = 2 ** (32 - SHIFT);

/** Finds which of several things, each with its share of all 32 random bits, is meant: by a table rather than a search. */
export class Guide {
  private readonly tops: Uint32Array;
  /** By part of u: the first thing that may be meant. */
  private readonly firsts: Uint32Array;

  /** @param tops thing i is meant up to u = tops[i], from where the one before it ends; the last is 2^32 − 1 */
  constructor(tops: Uint32Array) {
    let i = 0;
    this.tops = tops;
    this.firsts = Uint32Array.from({ length: PARTS }, (_, part) => {
      while (tops[i]! < part * 2 ** SHIFT) i++;
      return i;
    });
  }

  /** The number of the thing that is meant. @param u 32 random bits, 0 … 2^32 − 1 */
  pick(u: number): number {
    const { tops } = this;
    let i = this.firsts[u >>> SHIFT]!;
    while (u > tops[i]!) i++;
    return i;
  }
}
