import type { Memory } from '../memory/memory.ts';

/** Words of an arrival: queue, time, id, branch, since. */
const WORDS = 5;
/** In place of the queue: the entity is traced from now on as another one goes on. */
const TRACE = -1;
/** However small a model is. */
const LEAST = 1 << 16;

/** What takes in the arrivals of a mailbox. */
export interface Recipient {
  push(queue: number, time: number, id: number, branch: number, since: number): void;
  traceAs(id: number, other: number): void;
}

/**
 * What one thread puts on the way of another's entities as a day begins. It is filled while its owner waits, and emptied
 * by it before anything else happens on the day.
 */
export class Mailbox {
  private readonly used: Int32Array;
  private readonly words: Int32Array;

  /** @param owner number of the thread @param entities in all: room for one arrival of each, which is more than comes */
  constructor(memory: Memory, owner: number, entities: number) {
    this.used = memory.passing(`mail.${owner}.used`, Int32Array, 1);
    this.words = memory.passing(`mail.${owner}`, Int32Array, WORDS * Math.max(LEAST, entities));
  }

  push(queue: number, time: number, id: number, branch: number, since: number): void {
    const at = this.used[0]!;
    if (at === this.words.length) throw new Error('more begins on one day than there are entities');
    this.words[at] = queue;
    this.words[at + 1] = time;
    this.words[at + 2] = id;
    this.words[at + 3] = branch;
    this.words[at + 4] = since;
    this.used[0] = at + WORDS;
  }

  traceAs(id: number, other: number): void {
    this.push(TRACE, 0, id, 0, other);
  }

  /** Hands everything over, in the order in which it came. */
  empty(to: Recipient): void {
    const { words } = this;
    const end = this.used[0]!;
    for (let at = 0; at < end; at += WORDS) {
      if (words[at] === TRACE) to.traceAs(words[at + 2]!, words[at + 4]!);
      else to.push(words[at]!, words[at + 1]!, words[at + 2]!, words[at + 3]!, words[at + 4]!);
    }
    this.used[0] = 0;
  }
}
