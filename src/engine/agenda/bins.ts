import type { Events } from './events.ts';

/** Events per chunk where a window is a day, and where it is shorter. */
const LARGE = 512;
const SMALL = 16;
const WORDS = 3;
/** Words of a bin: its first chunk (plus 1; 0 for none), how many it has, and the place and room for its next event. */
const HEAD = 0;
const CHUNKS = 1;
const NEXT = 2;
const ROOM = 3;
const BIN = 4;

/**
 * Append-only bins of events, each of three 32-bit words: pending arrivals by window and level. A bin is a
 * chain of chunks in one pool; emptying it gives its chunks back. Nothing is ordered before a bin is opened,
 * which is what makes it several times cheaper than a heap.
 */
export class Bins {
  /** Adds an event to a bin. @throws Error if more are pending than room was set aside for */
  readonly push: (bin: number, hi: number, lo: number, since: number) => void;
  /** Puts a bin's events where opened bins go, in the order in which they came, and empties it; returns how many. */
  readonly take: (bin: number) => number;
  private readonly chunk: number;
  /** By bin, four words side by side, for one line of the cache: see HEAD to ROOM. */
  private readonly bins: Int32Array;
  private readonly pool: Int32Array;
  /** By chunk: the one that follows in its bin, or in the chain of those that are free (plus 1; 0 for none). */
  private readonly following: Int32Array;

  /**
   * @param count number of bins @param windowsPerDay how finely days are cut
   * @param most pending events that room is set aside for: it takes memory only as it is used @param opened where {@link take} puts them
   */
  constructor(count: number, windowsPerDay: number, most: number, opened: Events) {
    const chunk = windowsPerDay === 1 ? LARGE : SMALL;
    // One chunk of each bin may be all but empty.
    const chunks = Math.ceil(most / chunk) + Math.min(count, most);
    this.chunk = chunk;
    this.bins = new Int32Array(count * BIN);
    this.following = new Int32Array(chunks);
    this.pool = new Int32Array(chunks * chunk * WORDS);

    // Closures over constants: see engine/cursor.ts.
    const { bins, pool, following } = this;
    const { hi: toHi, lo: toLo, since: toSince } = opened;
    let free = 0;
    let used = 0;
    /** Adds a chunk to the bin whose words begin at `of`, and returns where it begins. */
    const extend = (of: number): number => {
      const added = free > 0 ? free - 1 : used++;
      if (added >= chunks) throw new Error(`more than ${most} arrivals are pending, for which memory was set aside`);
      if (free > 0) free = following[added]!;
      following[added] = 0;
      if (bins[of + CHUNKS] === 0) bins[of + HEAD] = added + 1;
      else following[bins[of + NEXT]! / (chunk * WORDS) - 1] = added + 1;
      bins[of + CHUNKS]!++;
      bins[of + ROOM] = chunk;
      return added * chunk * WORDS;
    };
    this.push = (bin, hi, lo, since) => {
      const of = bin * BIN;
      const room = bins[of + ROOM]!;
      const at = room > 0 ? bins[of + NEXT]! : extend(of);
      pool[at] = hi;
      pool[at + 1] = lo;
      pool[at + 2] = since;
      bins[of + NEXT] = at + WORDS;
      bins[of + ROOM] = (room > 0 ? room : chunk) - 1;
    };
    this.take = bin => {
      const from = pool;
      const hi = toHi;
      const lo = toLo;
      const since = toSince;
      const of = bin * BIN;
      const n = Math.imul(bins[of + CHUNKS]!, chunk) - bins[of + ROOM]!;
      for (let c = bins[of + HEAD]!, i = 0; c > 0; ) {
        const end = Math.min(n, i + chunk) | 0;
        for (let at = Math.imul(c - 1, chunk * WORDS); i < end; i = (i + 1) | 0, at = (at + WORDS) | 0) {
          hi[i] = from[at]!;
          lo[i] = from[(at + 1) | 0]!;
          since[i] = from[(at + 2) | 0]!;
        }
        const next = following[c - 1]!;
        following[c - 1] = free;
        free = c;
        c = next;
      }
      bins.fill(0, of, of + BIN);
      return n;
    };
  }

  /** Number of events in a bin. */
  count(bin: number): number {
    return this.bins[bin * BIN + CHUNKS]! * this.chunk - this.bins[bin * BIN + ROOM]!;
  }

  /** Number of events in all bins. */
  get size(): number {
    let size = 0;
    for (let bin = 0; bin < this.bins.length / BIN; bin++) size += this.count(bin);
    return size;
  }

  /** Shows each event of a bin, in the order in which they came. */
  each(bin: number, visit: (hi: number, lo: number, since: number) => void): void {
    const { pool, chunk, following } = this;
    let left = this.count(bin);
    for (let c = this.bins[bin * BIN + HEAD]!; c > 0; c = following[c - 1]!) {
      for (let at = (c - 1) * chunk * WORDS, i = 0; i < chunk && left > 0; i++, left--, at += WORDS) {
        visit(pool[at]!, pool[at + 1]!, pool[at + 2]!);
      }
    }
  }
}
