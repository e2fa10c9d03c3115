import { BRANCH_BITS, MAX_QUEUES, QUEUE_BITS, SECOND_BITS, SECONDS, SIGN } from './agenda.ts';
import { type Events, roomFor } from './events.ts';
import { FEW, type Ordering, ordering } from './order.ts';

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

/** What sorting works on. */
interface Desk extends Kin {
  /** The events as they come, and sorted. */
  readonly opened: Events;
  readonly sorted: Events;
  /** By event: its slice. */
  readonly slices: Int32Array;
  /** By slice: how many are in it, from place 1 on; then where the next of it goes. */
  readonly bounds: Int32Array;
  readonly order: Ordering;
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
  /** The groups that the jobs sorted last are of, in order. */
  readonly runs: Run[] = [];
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

  /** @param most events at a time @param out where the words of sorted events are to lie: room for as many */
  constructor(kin: Kin, most: number, out: Pick<Events, 'hi' | 'lo'>) {
    const sorted = { ...out, since: new Int32Array(most) };
    const desk: Desk = {
      ...kin,
      opened: roomFor(most),
      sorted,
      slices: new Int32Array(most),
      bounds: new Int32Array(2 * most + 2 * MAX_QUEUES),
      order: ordering(sorted),
    };
    this.opened = desk.opened;
    this.hi = sorted.hi;
    this.lo = sorted.lo;
    this.since = sorted.since;
    this.moments = byBlock(desk);
    this.jobs = byServers(desk, this.runs);
  }
}

/** See {@link Sorter.moments}. A closure over constants, as engine/cursor.ts has it. */
function byBlock({ opened, sorted, slices, bounds, blockOf, order }: Desk): Sorter['moments'] {
  const { hi: fromHi, lo: fromLo, since: fromSince } = opened;
  const { hi, lo, since } = sorted;
  const { insertion, quick } = order;
  const [sliceOf, next, block] = [slices, bounds, blockOf];
  return n => {
    let least = block((fromLo[0]! ^ SIGN) >>> BRANCH_BITS);
    let most = least;
    for (let i = 0; i < n; i++) {
      const of = block((fromLo[i]! ^ SIGN) >>> BRANCH_BITS);
      sliceOf[i] = of;
      if (of < least) least = of;
      if (of > most) most = of;
    }
    const bits = bitsFor(most - least, n);
    const count = ((most - least) >> bits) + 1;
    next.fill(0, 0, count + 1);
    for (let i = 0; i < n; i++) {
      const slice = (sliceOf[i]! - least) >> bits;
      sliceOf[i] = slice;
      next[slice + 1]!++;
    }
    place(next, count);
    for (let i = 0; i < n; i++) {
      const at = next[sliceOf[i]!]!++;
      hi[at] = fromHi[i]!;
      lo[at] = fromLo[i]!;
      since[at] = fromSince[i]!;
    }
    for (let s = 0, from = 0; s < count; s++) {
      const to = next[s]!;
      if (to - from > FEW) quick(from, to);
      else if (to - from > 1) insertion(from, to);
      from = to;
    }
  };
}

/** See {@link Sorter.jobs}. A closure over constants, as engine/cursor.ts has it. */
function byServers({ opened, sorted, slices, bounds, serversOf, order }: Desk, runs: Run[]): Sorter['jobs'] {
  const { hi: fromHi, lo: fromLo, since: fromSince } = opened;
  const { hi, lo, since } = sorted;
  const { insertion, quick } = order;
  const [sliceOf, next, servers] = [slices, bounds, serversOf];
  const facts = new Int32Array(MAX_QUEUES * FACTS);
  return n => {
    runs.length = 0;
    let least = MAX_QUEUES;
    let most = 0;
    for (let i = 0; i < n; i++) {
      const word = fromHi[i]!;
      const second = word & SECONDS;
      const group = servers[word >>> SECOND_BITS]!;
      const of = Math.imul(group, FACTS);
      sliceOf[i] = of;
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
    next.fill(0, 0, count + 1);
    let fullest = 0;
    for (let i = 0; i < n; i++) {
      const of = sliceOf[i]!;
      const within = ((fromHi[i]! & SECONDS) - facts[of + FIRST]!) >> facts[of + SHIFT]!;
      const slice = (facts[of + START]! + within) | 0;
      sliceOf[i] = slice;
      const events = (next[slice + 1]! + 1) | 0;
      next[slice + 1] = events;
      if (events > fullest) fullest = events;
    }
    place(next, count);
    for (let i = 0; i < n; i++) {
      const word = fromHi[i]!;
      const at = next[sliceOf[i]!]!++;
      hi[at] = ((word & SECONDS) << QUEUE_BITS) | (word >>> SECOND_BITS);
      lo[at] = fromLo[i]!;
      since[at] = fromSince[i]!;
    }
    // What is out of order is so within its slice, where few are: one pass over all of a run.
    for (const { from, to } of runs) {
      if (fullest <= FEW) insertion(from, to);
      else quick(from, to);
    }
  };
}

/** Turns counts by slice into where each begins. */
function place(bounds: Int32Array, count: number): void {
  for (let s = 0, sum = 0; s < count; s++) {
    sum = (sum + bounds[s + 1]!) | 0;
    bounds[s + 1] = sum;
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
