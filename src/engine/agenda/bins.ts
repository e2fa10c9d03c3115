/** Events per chunk where a window is a day, and where it is shorter. */
const LARGE = 1024;
const SMALL = 16;
const WORDS = 3;
/** Words of a bin: its first chunk and its last (plus 1; 0 for none), events in the last one, and in all. */
const HEAD = 0;
const TAIL = 1;
const FILL = 2;
const TOTAL = 3;
const BIN = 4;

/**
 * Append-only bins of events, each of three 32-bit words: pending arrivals by window and level. A bin is a
 * chain of chunks in one pool; emptying it gives its chunks back. Nothing is ordered before a bin is opened,
 * which is what makes it several times cheaper than a heap.
 */
export class Bins {
  private readonly chunk: number;
  /** By bin, four words side by side, for one line of the cache: see HEAD to TOTAL. */
  private readonly bins: Int32Array;
  private pool: Int32Array;
  private next: Int32Array;
  private free = -1;
  private used = 0;
  size = 0;

  /** @param count number of bins @param windowsPerDay how finely days are cut */
  constructor(count: number, windowsPerDay: number) {
    this.chunk = windowsPerDay === 1 ? LARGE : SMALL;
    this.bins = new Int32Array(count * BIN);
    this.next = new Int32Array(256);
    this.pool = new Int32Array(this.next.length * this.chunk * WORDS);
  }

  /** Number of events in a bin. */
  count(bin: number): number {
    return this.bins[bin * BIN + TOTAL]!;
  }

  push(bin: number, hi: number, lo: number, since: number): void {
    const { bins } = this;
    const of = bin * BIN;
    let tail = bins[of + TAIL]! - 1;
    let fill = bins[of + FILL]!;
    if (tail < 0 || fill === this.chunk) {
      tail = this.extend(of, tail);
      fill = 0;
    }
    const at = Math.imul(Math.imul(tail, this.chunk) + fill, WORDS);
    const pool = this.pool;
    pool[at] = hi;
    pool[at + 1] = lo;
    pool[at + 2] = since;
    bins[of + FILL] = fill + 1;
    bins[of + TOTAL]!++;
    this.size++;
  }

  /** Copies a bin's events into three arrays, in the order in which they came, and empties it. */
  take(bin: number, hi: Int32Array, lo: Int32Array, since: Int32Array): number {
    let n = 0;
    const { bins } = this;
    const of = bin * BIN;
    const last = bins[of + TAIL]! - 1;
    for (let c = bins[of + HEAD]! - 1; c >= 0; ) {
      const end = (c * this.chunk + (c === last ? bins[of + FILL]! : this.chunk)) * WORDS;
      for (let at = c * this.chunk * WORDS; at < end; at += WORDS) {
        hi[n] = this.pool[at]!;
        lo[n] = this.pool[at + 1]!;
        since[n] = this.pool[at + 2]!;
        n++;
      }
      const following = this.next[c]!;
      this.next[c] = this.free;
      this.free = c;
      c = following;
    }
    bins.fill(0, of, of + BIN);
    this.size -= n;
    return n;
  }

  /** Shows each event of a bin, in the order in which they came. */
  each(bin: number, visit: (hi: number, lo: number, since: number) => void): void {
    const { bins } = this;
    const of = bin * BIN;
    const last = bins[of + TAIL]! - 1;
    for (let c = bins[of + HEAD]! - 1; c >= 0; c = this.next[c]!) {
      const end = (c * this.chunk + (c === last ? bins[of + FILL]! : this.chunk)) * WORDS;
      for (let at = c * this.chunk * WORDS; at < end; at += WORDS) {
        visit(this.pool[at]!, this.pool[at + 1]!, this.pool[at + 2]!);
      }
    }
  }

  /** Adds a chunk to the bin whose words begin at `of`. */
  private extend(of: number, tail: number): number {
    let chunk = this.free;
    if (chunk >= 0) {
      this.free = this.next[chunk]!;
    } else {
      chunk = this.used++;
      if (chunk === this.next.length) this.grow();
    }
    this.next[chunk] = -1;
    if (tail >= 0) this.next[tail] = chunk;
    else this.bins[of + HEAD] = chunk + 1;
    this.bins[of + TAIL] = chunk + 1;
    return chunk;
  }

  private grow(): void {
    const next = new Int32Array(this.next.length * 2);
    next.set(this.next);
    const pool = new Int32Array(this.pool.length * 2);
    pool.set(this.pool);
    this.next = next;
    this.pool = pool;
  }
}
