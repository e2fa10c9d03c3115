import type { Memory } from '../engine/index.ts';

/** Words in the first place: how many are in use. */
const USED = 0;
const FIRST = 1;

/** The MSIDs that start their migration on a day: the first thread takes them off the lists, and each starts its own. */
export class Starts {
  /** Adds one. */
  readonly push: (id: number) => void;
  private readonly words: Int32Array;

  /** @param points in all: no more than those start on one day */
  constructor(memory: Memory, points: number) {
    const words = memory.passing('starts', Int32Array, FIRST + points);
    this.words = words;
    this.push = id => {
      words[FIRST + words[USED]!++] = id;
    };
  }

  /** A day begins: nobody has started on it yet. */
  open(): void {
    this.words[USED] = 0;
  }

  /** Those of the day, in the order in which they were taken. */
  get all(): Int32Array {
    return this.words.subarray(FIRST, FIRST + this.words[USED]!);
  }
}
