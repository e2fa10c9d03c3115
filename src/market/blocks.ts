import type { Memory } from '../engine/index.ts';
import type { Points } from './points.ts';
import { FLAG } from './status.ts';

/** Points to a block: enough that those which start together lie together, few enough that every plan day has many blocks. */
const SIZE_BITS = 6;

/**
 * Blocks of metering points that lie together, as they are dealt out to threads: what is linked is in one block. Sets of
 * related MSIDs lie beside each other, so a block ends a little later where a set would be cut.
 */
export class Blocks {
  /** The block of a registration: that of its MSID, or of the first MSID of its pair. */
  readonly home: (id: number) => number;
  /** By block: how many of its points belong to the one before. */
  private readonly late: Uint8Array;

  /** @param partnerOf see Pairs */
  constructor(points: Points, memory: Memory, partnerOf: (origin: number) => number) {
    this.late = memory.shared('blocks.late', Uint8Array, (points.count >> SIZE_BITS) + 1);
    // Every moment is sorted by it: a closure over constants, as engine/cursor.ts has it.
    const { late } = this;
    const { count, has } = points;
    const partner = partnerOf;
    const of = (origin: number): number => {
      if (origin >= count) return origin;
      const block = origin >> SIZE_BITS;
      return (origin & ((1 << SIZE_BITS) - 1)) < late[block]! ? block - 1 : block;
    };
    this.home = id => {
      const origin = id < count ? id : points.originOf(id);
      if (!has(id, FLAG.linked)) return of(origin);
      const other = partner(origin);
      return of(other < 0 ? origin : Math.min(origin, other));
    };
  }

  /** Points from one to another, by their first registrations, are to be in one block. */
  join(first: number, last: number): void {
    const block = last >> SIZE_BITS;
    if (first >> SIZE_BITS === block) return;
    this.late[block] = Math.max(this.late[block]!, (last & ((1 << SIZE_BITS) - 1)) + 1);
  }
}
