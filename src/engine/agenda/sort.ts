import { MAX_QUEUES, QUEUE_BITS, SECOND_BITS, SECONDS, SIGN } from './agenda.ts';

/** Up to this many, insertion beats everything else. */
const FEW = 24;
/** More than these of one second are sorted digit by digit, which a quicksort takes three times as long for. */
const MANY = 512;
const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/**
 * Sorts events into canonical order: queue, second, id, branch. Because the two words of an event hold these
 * in that order, it is the order of the words.
 *
 * Most events are placed by one counting pass over slices of their queue's time span, as many slices as
 * events; what falls into one slice is put right by insertion, or by quicksort where a burst made it long.
 */
export class Sorter {
  hi: Int32Array;
  lo: Int32Array;
  since: Int32Array = new Int32Array(0);
  /** Whether `hi` and `lo` are somebody else's, and stay what they are. */
  private readonly given: boolean;
  private fromHi: Int32Array = new Int32Array(0);
  private fromLo: Int32Array = new Int32Array(0);
  private fromSince: Int32Array = new Int32Array(0);
  private bounds = new Int32Array(0);
  private readonly digits = new Int32Array(DIGITS + 1);
  private readonly seen = new Int32Array(MAX_QUEUES);
  private readonly first = new Int32Array(MAX_QUEUES);
  private readonly last = new Int32Array(MAX_QUEUES);
  private readonly start = new Int32Array(MAX_QUEUES);
  private readonly shift = new Int32Array(MAX_QUEUES);

  /** @param out where the sorted words are to lie, with room for ever; left out, room is made as it is needed */
  constructor(out: { readonly hi: Int32Array; readonly lo: Int32Array } | null = null) {
    this.given = out !== null;
    this.hi = out?.hi ?? new Int32Array(0);
    this.lo = out?.lo ?? new Int32Array(0);
  }

  /** Makes room for n events; fill `hi`, `lo`, `since` through {@link room} and then call {@link sort}. */
  room(n: number): { hi: Int32Array; lo: Int32Array; since: Int32Array } {
    if (this.given && n > this.hi.length) throw new Error('more comes to one level on one day than there are entities');
    if (this.fromHi.length < n) {
      const size = Math.max(1024, n + (n >> 1));
      this.fromHi = new Int32Array(size);
      this.fromLo = new Int32Array(size);
      this.fromSince = new Int32Array(size);
      this.since = new Int32Array(size);
      if (!this.given) {
        this.hi = new Int32Array(size);
        this.lo = new Int32Array(size);
      }
    }
    return { hi: this.fromHi, lo: this.fromLo, since: this.fromSince };
  }

  /** Sorts the n events put into {@link room}; the result is in `hi`, `lo`, `since`. @param queues how many there are */
  sort(n: number, queues: number): void {
    if (n <= FEW) {
      for (let i = 0; i < n; i++) this.put(i, this.fromHi[i]!, this.fromLo[i]!, this.fromSince[i]!);
      this.insertion(0, n);
      return;
    }
    const slices = this.slice(n, queues);
    if (this.scatter(n, slices) <= FEW) {
      // What is out of order is so within its slice: one pass over all of them.
      this.insertion(0, n);
      return;
    }
    const { bounds, hi } = this;
    for (let s = 0, from = 0; s < slices; s++) {
      const to = bounds[s]!;
      if (to - from > MANY && isEven(hi, from, to)) this.byEntity(from, to);
      else if (to - from > FEW) this.quick(from, to - 1);
      else if (to - from > 1) this.insertion(from, to);
      from = to;
    }
  }

  /** Puts a stretch of sorted events, of several queues, into order of time: second, queue, id, branch. */
  byTime(from: number, to: number): void {
    const { hi } = this;
    for (let i = from; i < to; i++) hi[i] = ((hi[i]! & SECONDS) << QUEUE_BITS) | (hi[i]! >>> SECOND_BITS);
    if (to - from > FEW) this.quick(from, to - 1);
    else this.insertion(from, to);
    for (let i = from; i < to; i++) hi[i] = ((hi[i]! & (MAX_QUEUES - 1)) << SECOND_BITS) | (hi[i]! >>> QUEUE_BITS);
  }

  /** Gives each queue slices of its time span, about as many as it has events; returns the number of slices. */
  private slice(n: number, queues: number): number {
    const { seen, first, last, start, shift, fromHi } = this;
    let [least, most] = [queues, 0];
    for (let i = 0; i < n; i++) {
      const queue = fromHi[i]! >>> SECOND_BITS;
      if (queue < least) least = queue;
      if (queue > most) most = queue;
      const second = fromHi[i]! & SECONDS;
      if (seen[queue]!++ === 0) {
        first[queue] = second;
        last[queue] = second;
      } else if (second < first[queue]!) first[queue] = second;
      else if (second > last[queue]!) last[queue] = second;
    }
    let slices = 0;
    // The queues of one level lie near each other: of a thousand, look at these.
    for (let queue = least; queue <= most; queue++) {
      const events = seen[queue]!;
      if (events === 0) continue;
      seen[queue] = 0;
      const span = last[queue]! - first[queue]!;
      let bits = Math.max(0, Math.clz32(events) - Math.clz32(span));
      if (span >> bits > events) bits++;
      shift[queue] = bits;
      start[queue] = slices;
      slices += (span >> bits) + 1;
    }
    return slices;
  }

  /** Puts the events into their slices; returns how many there are in the fullest. */
  private scatter(n: number, slices: number): number {
    if (this.bounds.length <= slices) this.bounds = new Int32Array(slices + (slices >> 1) + 1);
    const { bounds, fromHi, fromLo, fromSince, hi, lo, since, start, shift, first } = this;
    bounds.fill(0, 0, slices + 1);
    for (let i = 0; i < n; i++) {
      const queue = fromHi[i]! >>> SECOND_BITS;
      bounds[start[queue]! + (((fromHi[i]! & SECONDS) - first[queue]!) >> shift[queue]!) + 1]!++;
    }
    let most = 0;
    for (let s = 0, sum = 0; s < slices; s++) {
      const count = bounds[s + 1]!;
      if (count > most) most = count;
      sum += count;
      bounds[s + 1] = sum;
    }
    for (let i = 0; i < n; i++) {
      const word = fromHi[i]!;
      const queue = word >>> SECOND_BITS;
      const at = bounds[start[queue]! + (((word & SECONDS) - first[queue]!) >> shift[queue]!)]!++;
      hi[at] = word;
      lo[at] = fromLo[i]!;
      since[at] = fromSince[i]!;
    }
    return most;
  }

  /** Sorts events of one queue and second by their second word alone, digit by digit: a burst is what a night's batch is. */
  private byEntity(from: number, to: number): void {
    const { digits } = this;
    let [lo, since, toLo, toSince] = [this.lo, this.since, this.fromLo, this.fromSince];
    for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
      digits.fill(0);
      // Flipped back, the order of the words is that of the digits.
      for (let i = from; i < to; i++) digits[(((lo[i]! ^ SIGN) >>> shift) & (DIGITS - 1)) + 1]!++;
      if (digits[(((lo[from]! ^ SIGN) >>> shift) & (DIGITS - 1)) + 1] === to - from) continue;
      for (let d = 0; d < DIGITS; d++) digits[d + 1]! += digits[d]!;
      for (let i = from; i < to; i++) {
        const at = from + digits[((lo[i]! ^ SIGN) >>> shift) & (DIGITS - 1)]!++;
        toLo[at] = lo[i]!;
        toSince[at] = since[i]!;
      }
      [lo, since, toLo, toSince] = [toLo, toSince, lo, since];
    }
    if (lo === this.lo) return;
    // One by one: into an array that threads share, that is quicker than `set`.
    for (let i = from; i < to; i++) {
      toLo[i] = lo[i]!;
      toSince[i] = since[i]!;
    }
  }

  private put(i: number, hi: number, lo: number, since: number): void {
    this.hi[i] = hi;
    this.lo[i] = lo;
    this.since[i] = since;
  }

  private insertion(from: number, to: number): void {
    const { hi, lo, since } = this;
    for (let i = from + 1; i < to; i++) {
      const h = hi[i]!;
      const l = lo[i]!;
      const s = since[i]!;
      let j = i - 1;
      while (j >= from && (hi[j]! > h || (hi[j] === h && lo[j]! > l))) {
        hi[j + 1] = hi[j]!;
        lo[j + 1] = lo[j]!;
        since[j + 1] = since[j]!;
        j--;
      }
      this.put(j + 1, h, l, s);
    }
  }

  private quick(from: number, to: number): void {
    while (to - from >= FEW) {
      const middle = (from + to) >> 1;
      const h = this.hi[middle]!;
      const l = this.lo[middle]!;
      let i = from;
      let j = to;
      while (i <= j) {
        while (this.hi[i]! < h || (this.hi[i] === h && this.lo[i]! < l)) i++;
        while (this.hi[j]! > h || (this.hi[j] === h && this.lo[j]! > l)) j--;
        if (i <= j) this.swap(i++, j--);
      }
      // The shorter side by recursion, the longer by the loop: the stack stays shallow.
      if (j - from < to - i) {
        this.quick(from, j);
        from = i;
      } else {
        this.quick(i, to);
        to = j;
      }
    }
    this.insertion(from, to + 1);
  }

  private swap(i: number, j: number): void {
    const h = this.hi[i]!;
    const l = this.lo[i]!;
    const s = this.since[i]!;
    this.put(i, this.hi[j]!, this.lo[j]!, this.since[j]!);
    this.put(j, h, l, s);
  }
}

/** Whether all events of a stretch are of one queue and second. */
function isEven(hi: Int32Array, from: number, to: number): boolean {
  const word = hi[from];
  for (let i = from + 1; i < to; i++) if (hi[i] !== word) return false;
  return true;
}
