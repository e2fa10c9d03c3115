import { QUEUE_BITS, SECOND_BITS, SECONDS } from '../agenda/agenda.ts';
import type { Memory } from '../memory/memory.ts';
import type { Crew } from './crew.ts';

/** However small a model is. */
const LEAST = 1 << 16;

/** One thread's jobs of a level in the order of booking, and what becomes of them. */
interface List {
  /** The two words of each job, as they come from the sorter. */
  readonly hi: Int32Array;
  readonly lo: Int32Array;
  /** When each was started and is finished: written by the thread that books its queue. */
  readonly started: Int32Array;
  readonly finish: Int32Array;
  /** By queue, for the first of those that share servers: where their jobs begin and end. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Who books a job. */
export interface Booker {
  /** Books one job and returns when it is finished. @param word the second word of its event */
  bookJob(queue: number, second: number, word: number): number;
  /** When the job last booked was started. */
  readonly started: number;
}

/**
 * The jobs of a level, while the queues of all threads are booked: each thread lays its own out, each queue is booked by
 * one thread, which merges what all have for it, and each thread goes on with its own. Queues are dealt out by load.
 */
export class Jobs {
  private readonly crew: Crew;
  private readonly lists: readonly List[];
  /** Those of the threads that have jobs of the level that is booked. */
  private here: readonly List[] = [];
  private readonly own: List;
  /** By level: the queues that are booked there, the first of each group that shares servers. */
  private readonly groups: readonly Int32Array[];
  private readonly heads: Int32Array;

  /** @param serversOf see Machinery @param levelOf by queue, −1 where nothing is served @param entities in all */
  constructor(
    memory: Memory,
    crew: Crew,
    serversOf: Int32Array,
    levelOf: readonly number[],
    levels: number,
    entities: number,
  ) {
    this.crew = crew;
    const most = Math.max(LEAST, entities);
    this.lists = Array.from({ length: crew.threads }, (_, t) => {
      const words = (name: string, length: number) => memory.passing(`jobs.${t}.${name}`, Int32Array, length);
      return {
        hi: words('hi', most),
        lo: words('lo', most),
        started: words('started', most),
        finish: words('finish', most),
        from: words('from', serversOf.length),
        to: words('to', serversOf.length),
      };
    });
    this.own = this.lists[crew.thread]!;
    this.heads = new Int32Array(crew.threads);
    const firsts = [...serversOf.keys()].filter(queue => serversOf[queue] === queue);
    this.groups = Array.from({ length: levels }, (_, level) =>
      Int32Array.from(firsts.filter(queue => levelOf[queue] === level)),
    );
  }

  /** Lays out this thread's jobs of a level, which are in order, before the others hear of it. @param sharedEnd see Machinery */
  lay(level: number, hi: Int32Array, lo: Int32Array, n: number, sharedEnd: Int32Array): void {
    const { own } = this;
    if (n > own.hi.length) throw new Error('more jobs come to one level on one day than there are entities');
    own.hi.set(hi.subarray(0, n));
    own.lo.set(lo.subarray(0, n));
    let i = 0;
    for (const queue of this.groups[level]!) {
      own.from[queue] = i;
      const end = sharedEnd[queue]!;
      while (i < n && hi[i]! >>> SECOND_BITS < end) i++;
      own.to[queue] = i;
    }
  }

  /** Books this thread's share of the queues of a level, for all threads that have laid out their jobs there. @param place in the day */
  book(level: number, place: number, booker: Booker): void {
    const { threads, thread } = this.crew;
    const groups = this.groups[level]!;
    this.here = this.lists.filter((_, t) => this.crew.brought(t) === place);
    let all = 0;
    for (const queue of groups) all += this.load(queue);
    let before = 0;
    for (const queue of groups) {
      const load = this.load(queue);
      if (load === 0) continue;
      // The thread in whose share of all jobs the middle of this queue's lies.
      const owner = Math.floor((threads * (before + load / 2)) / all);
      before += load;
      if (owner === thread) this.merge(queue, booker);
    }
  }

  /** When a job of this thread was started, and when it is finished. */
  startedAt(i: number): number {
    return this.own.started[i]!;
  }

  finishAt(i: number): number {
    return this.own.finish[i]!;
  }

  private load(queue: number): number {
    let n = 0;
    for (const { from, to } of this.here) n += to[queue]! - from[queue]!;
    return n;
  }

  /** Books the jobs that all threads have for a queue and those that share its servers, in order. */
  private merge(group: number, booker: Booker): void {
    const { here: lists, heads } = this;
    lists.forEach((list, t) => {
      heads[t] = list.from[group]!;
    });
    for (;;) {
      let best = -1;
      let key = 0;
      let entity = 0;
      for (let t = 0; t < lists.length; t++) {
        const { hi, lo, to } = lists[t]!;
        const at = heads[t]!;
        if (at === to[group]!) continue;
        // Second before queue: jobs of queues that share servers are taken in the order of time.
        const own = ((hi[at]! & SECONDS) << QUEUE_BITS) | (hi[at]! >>> SECOND_BITS);
        if (best >= 0 && (own > key || (own === key && lo[at]! > entity))) continue;
        best = t;
        key = own;
        entity = lo[at]!;
      }
      if (best < 0) return;
      const { hi, started: begun, finish } = lists[best]!;
      const at = heads[best]!++;
      finish[at] = booker.bookJob(hi[at]! >>> SECOND_BITS, hi[at]! & SECONDS, entity);
      begun[at] = booker.started;
    }
  }
}
