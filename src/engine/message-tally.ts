import type { Memory } from './memory.ts';

/** How many parties a message may come from and go to. */
export interface Ends {
  readonly from: number;
  readonly to: number;
}

/**
 * Messages by day, message, sender and receiver. Only the current day is kept dense, small enough to stay in
 * the cache; a closed day is kept as its non-zero counts.
 */
export class MessageTally {
  /** Where the counts of a message begin, by message; a sender's receivers lie together. */
  readonly offset: Int32Array;
  readonly width: Int32Array;
  readonly today: Int32Array;
  private days = new Int32Array(1 << 16);
  private channels = new Int32Array(1 << 16);
  private counts = new Int32Array(1 << 16);
  private used = 0;
  /** Messages counted on closed days. */
  total = 0;

  constructor(memory: Memory, ends: readonly Ends[]) {
    this.offset = new Int32Array(ends.length);
    this.width = Int32Array.from(ends, e => e.to);
    let cells = 0;
    ends.forEach((e, i) => {
      this.offset[i] = cells;
      cells += e.from * e.to;
    });
    this.today = memory.own('messages.today', Int32Array, cells);
  }

  /** Puts the day's counts away and begins the next one. */
  closeDay(day: number): void {
    const { today } = this;
    for (let c = 0; c < today.length; c++) {
      if (today[c] === 0) continue;
      if (this.used === this.days.length) this.grow();
      this.days[this.used] = day;
      this.channels[this.used] = c;
      this.counts[this.used++] = today[c]!;
      this.total += today[c]!;
      today[c] = 0;
    }
  }

  /** The closed days: day, channel and count in parallel arrays, by day and channel. */
  rows(): { days: Int32Array; channels: Int32Array; counts: Int32Array } {
    return {
      days: this.days.subarray(0, this.used),
      channels: this.channels.subarray(0, this.used),
      counts: this.counts.subarray(0, this.used),
    };
  }

  private grow(): void {
    const twice = (a: Int32Array) => {
      const b = new Int32Array(a.length * 2);
      b.set(a);
      return b;
    };
    this.days = twice(this.days);
    this.channels = twice(this.channels);
    this.counts = twice(this.counts);
  }
}
