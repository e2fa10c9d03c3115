import { BRANCH_BITS, MAX_QUEUES, QUEUE_BITS, SECOND_BITS, SECONDS, SIGN } from './agenda.ts';
import { type Events, roomFor } from './events.ts';

/** Up to this many, insertion beats everything else. */
const FEW = 24;

/** What is known of the jobs of a group of queues while they are sorted, side by side for one line of the cache. */
const SEEN = 0;
const FIRST = 1;
const LAST = 2;
const SHIFT = 3;
const START = 4;
const FACTS = 8;

/** Which queues and entities have to do with each other. */
export interface Kin {
  /** By queue: the first of those that share their servers. */
  readonly serversOf: Int32Array;
  /** The block of an entity: the handlers of one block may touch the same entities. */
  readonly blockOf: (id: number) => number;
}

/** Where the jobs of one group of queues lie among those that are sorted. */
export interface Run {
  /** The first queue of those that share their servers. */
  readonly group: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Sorts the events of a level. Both kinds are placed by one counting pass over as many slices as there are events; what
 * falls into one slice is put right by insertion, or by quicksort where a burst made it long.
 */
export class Sorter {
  /** Fill this, and then call {@link moments} or {@link jobs}. */
  readonly opened: Events;
  /** The sorted events. */
  readonly hi: Int32Array;
  readonly lo: Int32Array;
  readonly since: Int32Array;
  /**
   * Sorts n moments by block and, within one, by queue, second, entity and branch. Entities of two blocks have nothing to
   * do with each other, so the order of the blocks is free; in theirs, columns are read from front to back.
   */
  readonly moments: (n: number) => void;
  /**
   * Sorts n jobs by group of queues that share servers and, within one, by second, queue, entity and branch. In their
   * first words, the second comes before the queue then: see {@link queueOf} and {@link secondOf}.
   */
  readonly jobs: (n: number) => void;
  /** The groups that the jobs sorted last are of, in order. */
  readonly runs: Run[] = [];

  /** @param most events at a time @param out where the words of sorted events are to lie: room for as many */
  constructor(kin: Kin, most: number, out: Pick<Events, 'hi' | 'lo'>) {
    // Closures over constants: see engine/cursor.ts.
    const opened = roomFor(most);
    const { hi: fromHi, lo: fromLo, since: fromSince } = opened;
    const { hi, lo } = out;
    const since = new Int32Array(most);
    const { serversOf, blockOf } = kin;
    const { runs } = this;
    const slices = new Int32Array(most);
    const bounds = new Int32Array(2 * most + 2 * MAX_QUEUES);
    const facts = new Int32Array(MAX_QUEUES * FACTS);
    this.opened = opened;
    this.hi = hi;
    this.lo = lo;
    this.since = since;

    const put = (i: number, h: number, l: number, s: number): void => {
      hi[i] = h;
      lo[i] = l;
      since[i] = s;
    };
    const insertion = (from: number, to: number): void => {
      const his = hi;
      const los = lo;
      const sinces = since;
      // The greatest so far stands last: most events come after it.
      let topHi = his[from]!;
      let topLo = los[from]!;
      for (let i = from + 1; i < to; i++) {
        const h = his[i]!;
        const l = los[i]!;
        if (h > topHi || (h === topHi && l >= topLo)) {
          topHi = h;
          topLo = l;
          continue;
        }
        const s = sinces[i]!;
        let j = i - 1;
        for (; j >= from; j--) {
          const above = his[j]!;
          if (above < h || (above === h && los[j]! <= l)) break;
          his[j + 1] = above;
          los[j + 1] = los[j]!;
          sinces[j + 1] = sinces[j]!;
        }
        his[j + 1] = h;
        los[j + 1] = l;
        sinces[j + 1] = s;
      }
    };
    const swap = (i: number, j: number): void => {
      const h = hi[i]!;
      const l = lo[i]!;
      const s = since[i]!;
      put(i, hi[j]!, lo[j]!, since[j]!);
      put(j, h, l, s);
    };
    const quick = (from: number, to: number): void => {
      const his = hi;
      const los = lo;
      let first = from;
      let last = to - 1;
      while (last - first >= FEW) {
        const middle = (first + last) >> 1;
        const h = his[middle]!;
        const l = los[middle]!;
        let i = first;
        let j = last;
        while (i <= j) {
          while (his[i]! < h || (his[i] === h && los[i]! < l)) i++;
          while (his[j]! > h || (his[j] === h && los[j]! > l)) j--;
          if (i <= j) swap(i++, j--);
        }
        // The shorter side by recursion, the longer by the loop: the stack stays shallow.
        if (j - first < last - i) {
          quick(first, j + 1);
          first = i;
        } else {
          quick(i, last + 1);
          last = j;
        }
      }
      insertion(first, last + 1);
    };
    const order = (from: number, to: number): void => {
      if (to - from > FEW) quick(from, to);
      else if (to - from > 1) insertion(from, to);
    };

    /** Turns counts by slice into where each begins. */
    const place = (count: number): void => {
      for (let s = 0, sum = 0; s < count; s++) {
        sum = (sum + bounds[s + 1]!) | 0;
        bounds[s + 1] = sum;
      }
    };

    this.moments = n => {
      let least = blockOf((fromLo[0]! ^ SIGN) >>> BRANCH_BITS);
      let most = least;
      for (let i = 0; i < n; i++) {
        const block = blockOf((fromLo[i]! ^ SIGN) >>> BRANCH_BITS);
        slices[i] = block;
        if (block < least) least = block;
        if (block > most) most = block;
      }
      const bits = bitsFor(most - least, n);
      const count = ((most - least) >> bits) + 1;
      bounds.fill(0, 0, count + 1);
      for (let i = 0; i < n; i++) {
        const slice = (slices[i]! - least) >> bits;
        slices[i] = slice;
        bounds[slice + 1]!++;
      }
      place(count);
      for (let i = 0; i < n; i++) put(bounds[slices[i]!]!++, fromHi[i]!, fromLo[i]!, fromSince[i]!);
      for (let s = 0, from = 0; s < count; s++) {
        const to = bounds[s]!;
        order(from, to);
        from = to;
      }
    };

    this.jobs = n => {
      runs.length = 0;
      let least = MAX_QUEUES;
      let most = 0;
      for (let i = 0; i < n; i++) {
        const word = fromHi[i]!;
        const second = word & SECONDS;
        const group = serversOf[word >>> SECOND_BITS]!;
        const of = Math.imul(group, FACTS);
        slices[i] = of;
        if (group < least) least = group;
        if (group > most) most = group;
        const seen = facts[of + SEEN]!;
        facts[of + SEEN] = seen + 1;
        if (seen === 0 || second < facts[of + FIRST]!) facts[of + FIRST] = second;
        if (seen === 0 || second > facts[of + LAST]!) facts[of + LAST] = second;
      }
      let count = 0;
      for (let group = least, from = 0; group <= most; group++) {
        const of = Math.imul(group, FACTS);
        const seen = facts[of + SEEN]!;
        if (seen === 0) continue;
        const span = facts[of + LAST]! - facts[of + FIRST]!;
        const bits = bitsFor(span, seen);
        facts[of + SEEN] = 0;
        facts[of + SHIFT] = bits;
        facts[of + START] = count;
        count += (span >> bits) + 1;
        runs.push({ group, from, to: from + seen });
        from += seen;
      }
      bounds.fill(0, 0, count + 1);
      let fullest = 0;
      for (let i = 0; i < n; i++) {
        const of = slices[i]!;
        const within = ((fromHi[i]! & SECONDS) - facts[of + FIRST]!) >> facts[of + SHIFT]!;
        const slice = (facts[of + START]! + within) | 0;
        slices[i] = slice;
        const events = (bounds[slice + 1]! + 1) | 0;
        bounds[slice + 1] = events;
        if (events > fullest) fullest = events;
      }
      place(count);
      for (let i = 0; i < n; i++) {
        const word = fromHi[i]!;
        put(
          bounds[slices[i]!]!++,
          ((word & SECONDS) << QUEUE_BITS) | (word >>> SECOND_BITS),
          fromLo[i]!,
          fromSince[i]!,
        );
      }
      // What is out of order is so within its slice, where few are: one pass over all of a run.
      for (const { from, to } of runs) {
        if (fullest <= FEW) insertion(from, to);
        else quick(from, to);
      }
    };
  }
}

/** How far to shift values of a span so that there are about as many slices as events, and not more. */
function bitsFor(span: number, events: number): number {
  const bits = Math.max(0, Math.clz32(events) - Math.clz32(span));
  return span >> bits > events ? bits + 1 : bits;
}

/** Of a sorted job's first word: its queue, and the second of the day. */
export function queueOf(word: number): number {
  return word & (MAX_QUEUES - 1);
}

export function secondOf(word: number): number {
  return word >>> QUEUE_BITS;
}
