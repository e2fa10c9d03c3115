/** Events per chunk where a window is a day, and where it is shorter. */
const LARGE = 1024;
const SMALL = 16;
const WORDS = 3;

/**
 * Append-only bins of events, each of three 32-bit words: pending arrivals by window and level. A bin is a
 * chain of chunks in one pool; emptying it gives its chunks back. Nothing is ordered before a bin is opened,
 * which is what makes it several times cheaper than a heap.
 */
export class Bins {
  private readonly chunk: number;
  private readonly head: Int32Array;
  private readonly tail: Int32Array;
  /** Events in the last chunk of a bin. */
  private readonly fill: Int32Array;
  private readonly total: Int32Array;
  private pool: Int32Array;
  private next: Int32Array;
  private free = -1;
  private used = 0;
  size = 0;

  /** @param count number of bins @param windowsPerDay how finely days are cut */
  constructor(count: number, windowsPerDay: number) {
    this.chunk = windowsPerDay === 1 ? LARGE : SMALL;
    this.head = new Int32Array(count).fill(-1);
    this.tail = new Int32Array(count).fill(-1);
    this.fill = new Int32Array(count);
    this.total = new Int32Array(count);
    this.next = new Int32Array(256);
    this.pool = new Int32Array(this.next.length * this.chunk * WORDS);
  }

  /** Number of events in a bin. */
  count(bin: number): number {
    return this.total[bin]!;
  }

  push(bin: number, hi: number, lo: number, since: number): void {
    let tail = this.tail[bin]!;
    let fill = this.fill[bin]!;
    if (tail < 0 || fill === this.chunk) {
      tail = this.extend(bin, tail);
      fill = 0;
    }
    const at = (tail * this.chunk + fill) * WORDS;
    const pool = this.pool;
    pool[at] = hi;
    pool[at + 1] = lo;
    pool[at + 2] = since;
    this.fill[bin] = fill + 1;
    this.total[bin]!++;
    this.size++;
  }

  /** Copies a bin's events into three arrays, in the order in which they came, and empties it. */
  take(bin: number, hi: Int32Array, lo: Int32Array, since: Int32Array): number {
    let n = 0;
    const last = this.tail[bin]!;
    for (let c = this.head[bin]!; c >= 0; ) {
      const end = (c * this.chunk + (c === last ? this.fill[bin]! : this.chunk)) * WORDS;
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
    this.head[bin] = -1;
    this.tail[bin] = -1;
    this.fill[bin] = 0;
    this.total[bin] = 0;
    this.size -= n;
    return n;
  }

  private extend(bin: number, tail: number): number {
    let chunk = this.free;
    if (chunk >= 0) {
      this.free = this.next[chunk]!;
    } else {
      chunk = this.used++;
      if (chunk === this.next.length) this.grow();
    }
    this.next[chunk] = -1;
    if (tail >= 0) this.next[tail] = chunk;
    else this.head[bin] = chunk;
    this.tail[bin] = chunk;
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
