import type { Memory } from './memory.ts';

/** Keys that lie together have one chain of numbers: so many that it is short, and that the chains' heads take little. */
const CHAIN_BITS = 5;
const IN_CHAIN = (1 << CHAIN_BITS) - 1;
/** Keys and numbers that a chain can name. */
const MOST = 2 ** (32 - CHAIN_BITS);

/**
 * Numbers from 1 on for few of very many keys, in the memory that threads share: places in columns for what only these
 * keys have. Any thread may number its own keys at any time, while others number and look up theirs; nobody waits. A key
 * keeps its number for good.
 */
export class SharedIndex {
  /** By chain: the number that was given last; 0 for none. */
  private readonly heads: Int32Array;
  /** By number: the one given before it in its chain, above which of the chain's keys it is for. */
  private readonly nexts: Int32Array;
  /** How many numbers have been given. */
  private readonly used: Int32Array;

  /** @param keys how many there may be; what is not needed takes no memory */
  constructor(memory: Memory, name: string, keys: number) {
    if (keys >= MOST) throw new Error(`${keys} keys are too many for an index`);
    this.heads = memory.shared(`${name}.heads`, Int32Array, (keys >> CHAIN_BITS) + 1);
    this.nexts = memory.shared(`${name}.nexts`, Int32Array, keys + 1);
    this.used = memory.shared(`${name}.used`, Int32Array, 1);
  }

  /** The number of a key; 0 if it has none. */
  find(key: number): number {
    // Atomic: what another thread has put into the chain is seen as a whole.
    let number = Atomics.load(this.heads, key >> CHAIN_BITS);
    while (number !== 0) {
      const word = this.nexts[number]!;
      if ((word & IN_CHAIN) === (key & IN_CHAIN)) return number;
      number = word >>> CHAIN_BITS;
    }
    return 0;
  }

  /** Gives a number to a key that has none. */
  add(key: number): number {
    const { heads, nexts } = this;
    const chain = key >> CHAIN_BITS;
    const number = Atomics.add(this.used, 0, 1) + 1;
    let head = Atomics.load(heads, chain);
    for (;;) {
      nexts[number] = (head << CHAIN_BITS) | (key & IN_CHAIN);
      const now = Atomics.compareExchange(heads, chain, head, number);
      if (now === head) return number;
      head = now;
    }
  }
}
