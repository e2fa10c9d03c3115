import type { Memory } from '../memory/memory.ts';

/** Words of the barrier, each on a cache line of its own. */
const ARRIVED = 0;
const ROUND = 16;
const BROKEN = 32;
const WORDS = 48;

/** Another thread of the crew has failed: its error is told elsewhere. */
export class CrewBroken extends Error {}

/** The threads that run one model together: where they wait for each other. */
export class Crew {
  readonly thread: number;
  readonly threads: number;
  private readonly cells: Int32Array;
  /** What each thread has to say in a round, for this round and the next in turn. */
  private readonly said: Int32Array;
  private readonly spins: number;
  private turn = 0;

  /**
   * @param spins how often to look whether the others have come before going to sleep: a spin takes some nanoseconds,
   *   waking up 25 µs; 0 where there are more threads than cores, for there spinning holds up whom it waits for
   */
  constructor(memory: Memory, spins: number) {
    this.thread = memory.thread;
    this.threads = memory.threads;
    this.spins = spins;
    this.cells = memory.passing('crew.cells', Int32Array, WORDS);
    this.said = memory.passing('crew.said', Int32Array, 2 * memory.threads);
  }

  /** Waits until every thread of the crew is here. @throws CrewBroken if one of them has failed */
  meet(): void {
    const { cells } = this;
    const round = Atomics.load(cells, ROUND);
    // Looked at after the round: one that breaks from now on ends that, and one that broke before will end no other.
    this.check();
    if (Atomics.add(cells, ARRIVED, 1) === this.threads - 1) {
      Atomics.store(cells, ARRIVED, 0);
      this.release();
    } else {
      for (let spin = 0; Atomics.load(cells, ROUND) === round; spin++) {
        if (spin >= this.spins) Atomics.wait(cells, ROUND, round);
      }
    }
    this.check();
  }

  /** Waits for every thread, and returns the least of what they bring. @param value an int32 */
  least(value: number): number {
    // A thread that hurries ahead writes into the other half: it cannot come back to this one before all have read it.
    this.turn = 1 - this.turn;
    Atomics.store(this.said, this.turn * this.threads + this.thread, value);
    this.meet();
    let least = value;
    for (let t = 0; t < this.threads; t++) least = Math.min(least, this.brought(t));
    return least;
  }

  /** What a thread brought to the latest {@link least}. */
  brought(thread: number): number {
    return this.said[this.turn * this.threads + thread]!;
  }

  /** This thread will not come any more: nobody is to wait for it. */
  break(): void {
    Atomics.store(this.cells, BROKEN, 1);
    this.release();
  }

  private check(): void {
    if (Atomics.load(this.cells, BROKEN) !== 0) throw new CrewBroken('another thread has failed');
  }

  private release(): void {
    Atomics.add(this.cells, ROUND, 1);
    Atomics.notify(this.cells, ROUND);
  }
}
