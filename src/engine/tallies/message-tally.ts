import type { Memory } from '../memory/memory.ts';
import type { State, Stateful } from '../memory/state.ts';

/** How many parties a message may come from and go to. */
export interface Ends {
  readonly from: number;
  readonly to: number;
}

/**
 * Messages by day, message, sender and receiver. Only the current day is kept dense, small enough to stay in
 * the cache; a closed day is kept as its non-zero counts.
 */
export class MessageTally implements Stateful {
  /** Where the counts of a message begin, by message; a sender's receivers lie together. */
  readonly offset: Int32Array;
  readonly width: Int32Array;
  /** Senders, message by message: where the channels of each begin; one entry more than there are. */
  private readonly begins: Int32Array;
  /** Counts a message. @param from sender and @param to receiver, by their numbers within their roles */
  readonly count: (message: number, from: number, to: number) => void;
  /** How many channels there are: pairs of a sender and a receiver, over all messages. */
  readonly channels: number;
  /** This thread's messages of the current day, by channel. */
  private readonly today: Int32Array;
  private readonly others: readonly Int32Array[];
  /** By sender: whether it has sent anything today, in this thread and in the others. Most have not. */
  private readonly sent: Uint8Array;
  private readonly othersSent: readonly Uint8Array[];
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
    const senders = new Int32Array(ends.length);
    const begins: number[] = [];
    ends.forEach((e, i) => {
      this.offset[i] = cells;
      senders[i] = begins.length;
      for (let from = 0; from < e.from; from++, cells += e.to) begins.push(cells);
    });
    this.channels = cells;
    this.begins = Int32Array.from([...begins, cells]);
    const column = (name: string) => memory.passing(`messages.closed.${name}`, Int32Array, cells * days);
    this.closed = [column('days'), column('channels'), column('counts')];
    this.today = memory.own('messages.today', Int32Array, cells);
    this.others = memory.others('messages.today', Int32Array);
    this.sent = memory.own('messages.sent', Uint8Array, begins.length);
    this.othersSent = memory.others('messages.sent', Uint8Array);
    const { begins: first, sent, today } = this;
    this.count = (message, from, to) => {
      const sender = (senders[message]! + from) | 0;
      sent[sender] = 1;
      today[(first[sender]! + to) | 0]!++;
    };
  }

  /** Puts the day's counts of all threads away and begins the next one. Done by one thread while the others wait. */
  closeDay(day: number): void {
    const { begins, sent, othersSent } = this;
    for (let sender = 0; sender < sent.length; sender++) {
      let any = sent[sender]!;
      for (const other of othersSent) any |= other[sender]!;
      if (any === 0) continue;
      sent[sender] = 0;
      for (const other of othersSent) other[sender] = 0;
      this.close(day, begins[sender]!, begins[sender + 1]!);
    }
  }

  private close(day: number, from: number, to: number): void {
    const { today, others } = this;
    const [days, channels, counts] = this.closed;
    let { used, total } = this;
    // Emptied cell by cell: a shared array is filled several times more slowly, and most of it is empty.
    for (let c = from; c < to; c++) {
      let count = today[c]!;
      if (count !== 0) today[c] = 0;
      for (const other of others) {
        if (other[c] === 0) continue;
        count += other[c]!;
        other[c] = 0;
      }
      if (count === 0) continue;
      days[used] = day;
      channels[used] = c;
      counts[used++] = count;
      total += count;
    }
    this.used = used;
    this.total = total;
  }

  /** The closed days: day, channel and count in parallel arrays, by day and channel. @param after leaves out so many of them */
  rows(after = 0): { days: Int32Array; channels: Int32Array; counts: Int32Array } {
    const [days, channels, counts] = this.closed.map(column => column.subarray(after, this.used));
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
}
