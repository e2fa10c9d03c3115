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
  private readonly points: Points;
  /** By block: how many of its points belong to the one before. */
  private readonly late: Uint8Array;

  constructor(points: Points, memory: Memory) {
    this.points = points;
    this.late = memory.shared('blocks.late', Uint8Array, (points.count >> SIZE_BITS) + 1);
  }

  /** Points from one to another, by their first registrations, are to be in one block. */
  join(first: number, last: number): void {
    const block = last >> SIZE_BITS;
    if (first >> SIZE_BITS === block) return;
    this.late[block] = Math.max(this.late[block]!, (last & ((1 << SIZE_BITS) - 1)) + 1);
  }

  /** The block of a point, by its first registration. */
  of(origin: number): number {
    if (origin >= this.points.count) return origin;
    const block = origin >> SIZE_BITS;
    return (origin & ((1 << SIZE_BITS) - 1)) < this.late[block]! ? block - 1 : block;
  }

  /** The block of a registration: that of its MSID, or of the first MSID of its pair. @param partnerOf see Pairs */
  home(id: number, partnerOf: (origin: number) => number): number {
    const origin = this.points.originOf(id);
    if (!this.points.has(id, FLAG.linked)) return this.of(origin);
    const partner = partnerOf(origin);
    return this.of(partner < 0 ? origin : Math.min(origin, partner));
  }
}
