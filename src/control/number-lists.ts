import type { State, Stateful } from '../engine/index.ts';

/** Numbers per chunk: small, because most lists are short. */
const CHUNK_BITS = 5;
const CHUNK = 1 << CHUNK_BITS;
/** Chunks per block: the pool grows by a block at a time, and nothing is copied. */
const BLOCK_BITS = 10;
/** Blocks of which it is not worth giving any back. */
const FEW = 8;

/**
 * Many lists of 32-bit numbers that grow at their ends, in one pool: each is a chain of chunks, and chunks that have
 * been read go to whichever list grows next. When half of the pool has been read, a smaller one takes its place.
 */
export class NumberLists implements Stateful {
  /** By list: its first and last chunk, −1 for none; the first number not read yet, and the end, in their chunks. */
  private readonly head: Int32Array;
  private readonly tail: Int32Array;
  private readonly start: Int32Array;
  private readonly end: Int32Array;
  private readonly sizes: Int32Array;
  private blocks: Int32Array[] = [];
  /** By block: the chunk that follows each. */
  private next: Int32Array[] = [];
  /** The first of the chunks that have been read, and how many there are. */
  private free = -1;
  private idle = 0;
  private used = 0;

  constructor(lists: number) {
    this.head = new Int32Array(lists).fill(-1);
    this.tail = new Int32Array(lists).fill(-1);
    this.start = new Int32Array(lists);
    this.end = new Int32Array(lists);
    this.sizes = new Int32Array(lists);
  }

  /** How many numbers a list holds. */
  size(list: number): number {
    return this.sizes[list]!;
  }

  push(list: number, value: number): void {
    let chunk = this.tail[list]!;
    if (chunk < 0 || this.end[list] === CHUNK) chunk = this.extend(list, chunk);
    const at = ((chunk & ((1 << BLOCK_BITS) - 1)) << CHUNK_BITS) | this.end[list]!++;
    this.blocks[chunk >> BLOCK_BITS]![at] = value;
    this.sizes[list]!++;
  }

  /** Takes the first number off a list that is not empty. */
  shift(list: number): number {
    const chunk = this.head[list]!;
    const value = this.blocks[chunk >> BLOCK_BITS]![this.offset(chunk) + this.start[list]!++]!;
    if (--this.sizes[list]! === 0 || this.start[list] === CHUNK) this.passOn(list, chunk);
    return value;
  }

  /** Everything on a list, in the order in which it came; the list is empty then. */
  take(list: number): Int32Array {
    const all = new Int32Array(this.sizes[list]!);
    this.copy(list, all, 0);
    for (let chunk = this.head[list]!; chunk >= 0; ) chunk = this.giveBack(chunk);
    this.head[list] = -1;
    this.tail[list] = -1;
    this.sizes[list] = 0;
    this.shrink();
    return all;
  }

  save(): State {
    const numbers = new Int32Array(this.sizes.reduce((sum, n) => sum + n, 0));
    let at = 0;
    for (let list = 0; list < this.sizes.length; list++) at = this.copy(list, numbers, at);
    return { sizes: this.sizes.slice(), numbers };
  }

  /** @throws Error if it was saved with another number of lists */
  restore({ sizes, numbers }: State): void {
    if (sizes!.length !== this.sizes.length)
      throw new Error(`the lists that were saved are ${sizes!.length}, not ${this.sizes.length}`);
    this.clear();
    let at = 0;
    sizes!.forEach((size, list) => {
      for (const end = at + size; at < end; at++) this.push(list, numbers![at]!);
    });
  }

  private clear(): void {
    this.head.fill(-1);
    this.tail.fill(-1);
    this.sizes.fill(0);
    this.blocks = [];
    this.next = [];
    this.free = -1;
    this.idle = 0;
    this.used = 0;
  }

  /** Gives back the room that is not needed any more: with half of the chunks read, what is left is moved together. */
  private shrink(): void {
    if (this.blocks.length > FEW && 2 * this.idle > this.used) this.restore(this.save());
  }

  /** Copies a list into an array, from a position on; returns where it ends. */
  private copy(list: number, into: Int32Array, from: number): number {
    let at = from;
    const last = this.tail[list]!;
    for (let chunk = this.head[list]!; chunk >= 0; chunk = this.following(chunk)) {
      const offset = this.offset(chunk);
      const block = this.blocks[chunk >> BLOCK_BITS]!;
      const end = offset + (chunk === last ? this.end[list]! : CHUNK);
      for (let k = offset + (at === from ? this.start[list]! : 0); k < end; k++) into[at++] = block[k]!;
    }
    return at;
  }

  private offset(chunk: number): number {
    return (chunk & ((1 << BLOCK_BITS) - 1)) << CHUNK_BITS;
  }

  private following(chunk: number): number {
    return this.next[chunk >> BLOCK_BITS]![chunk & ((1 << BLOCK_BITS) - 1)]!;
  }

  private link(chunk: number, following: number): void {
    this.next[chunk >> BLOCK_BITS]![chunk & ((1 << BLOCK_BITS) - 1)] = following;
  }

  /** A chunk has been read; returns the one after it. */
  private giveBack(chunk: number): number {
    const following = this.following(chunk);
    this.link(chunk, this.free);
    this.free = chunk;
    this.idle++;
    return following;
  }

  private passOn(list: number, chunk: number): void {
    const following = this.giveBack(chunk);
    this.head[list] = following;
    this.start[list] = 0;
    if (following < 0) this.tail[list] = -1;
    this.shrink();
  }

  private extend(list: number, tail: number): number {
    let chunk = this.free;
    if (chunk >= 0) {
      this.free = this.following(chunk);
      this.idle--;
    } else {
      chunk = this.used++;
      if (chunk >> BLOCK_BITS === this.blocks.length) {
        this.blocks.push(new Int32Array(1 << (BLOCK_BITS + CHUNK_BITS)));
        this.next.push(new Int32Array(1 << BLOCK_BITS));
      }
    }
    this.link(chunk, -1);
    if (tail >= 0) this.link(tail, chunk);
    else {
      this.head[list] = chunk;
      this.start[list] = 0;
    }
    this.tail[list] = chunk;
    this.end[list] = 0;
    return chunk;
  }
}
