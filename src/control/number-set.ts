import type { State, Stateful } from '../engine/index.ts';

/** A set of whole numbers from 0 on, a bit for each up to the largest. */
export class NumberSet implements Stateful {
  private bits = new Int32Array(64);

  has(value: number): boolean {
    return ((this.bits[value >>> 5] ?? 0) & (1 << (value & 31))) !== 0;
  }

  add(value: number): void {
    const word = value >>> 5;
    if (word >= this.bits.length) {
      const bits = new Int32Array(Math.max(word + 1, 2 * this.bits.length));
      bits.set(this.bits);
      this.bits = bits;
    }
    this.bits[word]! |= 1 << (value & 31);
  }

  delete(value: number): void {
    if (this.has(value)) this.bits[value >>> 5]! &= ~(1 << (value & 31));
  }

  save(): State {
    return { bits: this.bits.slice() };
  }

  restore({ bits }: State): void {
    this.bits = Int32Array.from(bits!);
  }
}
