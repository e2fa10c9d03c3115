import type { Memory } from './memory.ts';

/** Words of the head: cells that are or were in use, and how many there are, as a power of two. */
const USED = 0;
const BITS = 1;
const HEAD = 2;

/** A key that was never used, and one that is used no more; keys are numbers of rows, and so are values. */
const EMPTY = 0;
const GONE = -1;

/**
 * A map of whole numbers from 0 on, in the memory that threads share. Keys are added while one thread alone is at work;
 * values of keys that are there may be read, changed and taken away by the thread to whom the key belongs.
 */
export class SharedMap {
  private readonly head: Int32Array;
  /** Key + 1 and value + 1 in turn; a value of {@link GONE} is that of a key that was taken away. */
  private readonly cells: Int32Array;
  private readonly mostBits: number;

  /** @param most keys that it may have at a time; room that is not needed takes no memory */
  constructor(memory: Memory, name: string, most: number) {
    this.mostBits = Math.max(8, Math.ceil(Math.log2(2 * most + 1)) + 1);
    this.head = memory.shared(`${name}.head`, Int32Array, HEAD);
    this.cells = memory.shared(`${name}.cells`, Int32Array, 2 * 2 ** this.mostBits);
    if (memory.leads) this.head[BITS] = 8;
  }

  /** The value of a key. @param otherwise what there is for a key that has none */
  get(key: number, otherwise = -1): number {
    const at = this.find(key);
    if (this.cells[at] === EMPTY) return otherwise;
    const value = this.cells[at + 1]!;
    return value === GONE ? otherwise : value - 1;
  }

  has(key: number): boolean {
    return this.get(key) >= 0;
  }

  /** Gives a key a value; a key that is not there is added. */
  set(key: number, value: number): void {
    let at = this.find(key);
    if (this.cells[at] === EMPTY) {
      if (this.head[USED]! * 4 >= 3 * 2 ** this.head[BITS]!) {
        this.rebuild();
        at = this.find(key);
      }
      this.cells[at] = key + 1;
      this.head[USED]!++;
    }
    this.cells[at + 1] = value + 1;
  }

  delete(key: number): void {
    const at = this.find(key);
    if (this.cells[at] !== EMPTY) this.cells[at + 1] = GONE;
  }

  /** The keys that have a value, in no particular order. */
  keys(): number[] {
    const keys: number[] = [];
    this.each(key => keys.push(key));
    return keys;
  }

  /** Whether no key has a value. */
  get none(): boolean {
    for (let at = 0; at < 2 ** this.head[BITS]! * 2; at += 2) {
      if (this.cells[at] !== EMPTY && this.cells[at + 1] !== GONE) return false;
    }
    return true;
  }

  private each(visit: (key: number, value: number) => void): void {
    const end = 2 ** this.head[BITS]! * 2;
    for (let at = 0; at < end; at += 2) {
      if (this.cells[at] !== EMPTY && this.cells[at + 1] !== GONE) visit(this.cells[at]! - 1, this.cells[at + 1]! - 1);
    }
  }

  /** Where a key is, or where it would be put. */
  private find(key: number): number {
    const bits = this.head[BITS]!;
    const mask = 2 ** bits - 1;
    // Fibonacci hashing: numbers of rows come in runs, which it spreads evenly.
    let slot = Math.imul(key, 0x9e3779b1) >>> (32 - bits);
    while (this.cells[2 * slot] !== EMPTY && this.cells[2 * slot] !== key + 1) slot = (slot + 1) & mask;
    return 2 * slot;
  }

  /** Drops the keys that were taken away, and makes room if those that are left are too many. */
  private rebuild(): void {
    const left: number[] = [];
    this.each((key, value) => left.push(key, value));
    this.cells.fill(EMPTY, 0, 2 ** this.head[BITS]! * 2);
    while (left.length > 2 ** this.head[BITS]!) {
      if (this.head[BITS] === this.mostBits) throw new Error('a map has more keys than were foreseen');
      this.head[BITS]!++;
    }
    this.head[USED] = 0;
    for (let i = 0; i < left.length; i += 2) {
      const at = this.find(left[i]!);
      this.cells[at] = left[i]! + 1;
      this.cells[at + 1] = left[i + 1]! + 1;
      this.head[USED]!++;
    }
  }
}
