import type { Memory } from '../memory/memory.ts';
import type { State, Stateful } from '../memory/state.ts';

/** How many parties a message may come from and go to. */
export interface Ends {
  readonly from: number;
  readonly to: number;
}

/** Counts that share a mark: those of one cache line. Of all the pairs that there might be few ever write. */
const MARKED_BITS = 4;

/**
 * Messages by day, message, sender and receiver. Only the current day is kept dense, small enough to stay in
 * the cache; a closed day is kept as its non-zero counts.
 */
export class MessageTally implements Stateful {
  /** Where the counts of a message begin, by message; a sender's receivers lie together. */
  readonly offset: Int32Array;
  readonly width: Int32Array;
  /** How many channels there are: pairs of a sender and a receiver, over all messages. */
  readonly channels: number;
  /** This thread's messages of the current day, by channel; whoever counts one leaves a mark, see {@link count}. */
  readonly today: Int32Array;
  /** Which stretches of `today` have been written to: 1 or 0. A closing day passes over the rest: at 1:100, 96 in 100. */
  readonly marks: Uint8Array;
  private readonly others: readonly { readonly today: Int32Array; readonly marks: Uint8Array }[];
  /** The closed days: day, channel and count. There is room for every channel on every day: what is not used takes none. */
  private readonly closed: readonly [days: Int32Array, channels: Int32Array, counts: Int32Array];
  private used = 0;
  /** Messages counted on closed days. */
  total = 0;

  /** @param days how many there are to be */
  constructor(memory: Memory, ends: readonly Ends[], days: number) {
    this.offset = new Int32Array(ends.length);
    this.width = Int32Array.from(ends, e => e.to);
    let cells = 0;
    ends.forEach((e, i) => {
      this.offset[i] = cells;
      cells += e.from * e.to;
    });
    this.channels = cells;
    const column = (name: string) => memory.passing(`messages.closed.${name}`, Int32Array, cells * days);
    this.closed = [column('days'), column('channels'), column('counts')];
    this.today = memory.own('messages.today', Int32Array, cells);
    this.marks = memory.own('messages.marks', Uint8Array, (cells >> MARKED_BITS) + 1);
    const marks = memory.others('messages.marks', Uint8Array);
    this.others = memory.others('messages.today', Int32Array).map((today, i) => ({ today, marks: marks[i]! }));
  }

  /** Counts a message. */
  count(channel: number): void {
    this.today[channel]!++;
    this.marks[channel >> MARKED_BITS] = 1;
  }

  /** Puts the day's counts of all threads away and begins the next one. Done by one thread while the others wait. */
  closeDay(day: number): void {
    const { today, marks } = this;
    for (const other of this.others) this.take(other.today, other.marks);
    for (let m = 0; m < marks.length; m++) {
      if (marks[m] === 0) continue;
      marks[m] = 0;
      const end = Math.min((m + 1) << MARKED_BITS, today.length);
      for (let c = m << MARKED_BITS; c < end; c++) {
        if (today[c] === 0) continue;
        this.closed[0][this.used] = day;
        this.closed[1][this.used] = c;
        this.closed[2][this.used++] = today[c]!;
        this.total += today[c]!;
        today[c] = 0;
      }
    }
  }

  /** The closed days: day, channel and count in parallel arrays, by day and channel. */
  rows(): { days: Int32Array; channels: Int32Array; counts: Int32Array } {
    const [days, channels, counts] = this.closed.map(column => column.subarray(0, this.used));
    return { days: days!, channels: channels!, counts: counts! };
  }

  save(): State {
    const { days, channels, counts } = this.rows();
    return { days: days.slice(), channels: channels.slice(), counts: counts.slice() };
  }

  restore({ days, channels, counts }: State): void {
    [days!, channels!, counts!].forEach((column, i) => {
      this.closed[i]!.set(column);
    });
    this.used = days!.length;
    this.total = 0;
    for (let i = 0; i < this.used; i++) this.total += counts![i]!;
  }

  /** Adds another thread's counts to the own ones, and empties them. */
  private take(today: Int32Array, marks: Uint8Array): void {
    for (let m = 0; m < marks.length; m++) {
      if (marks[m] === 0) continue;
      marks[m] = 0;
      this.marks[m] = 1;
      const end = Math.min((m + 1) << MARKED_BITS, today.length);
      for (let c = m << MARKED_BITS; c < end; c++) {
        this.today[c]! += today[c]!;
        today[c] = 0;
      }
    }
  }
}
