import { QUEUE_BITS, SECOND_BITS, SECONDS } from '../agenda/agenda.ts';
import type { Memory } from '../memory/memory.ts';
import type { Crew } from './crew.ts';

/** However small a model is. */
const LEAST = 1 << 16;
/** After every second and queue: a list has no more jobs. */
const DONE = 2 ** 31 - 1;

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
  /** By list, of the job that it has next: its place, second and queue, and second word. */
  private readonly heads: Int32Array;
  private readonly keys: Int32Array;
  private readonly entities: Int32Array;

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
    this.keys = new Int32Array(crew.threads);
    this.entities = new Int32Array(crew.threads);
    const firsts = [...serversOf.keys()].filter(queue => serversOf[queue] === queue);
    this.groups = Array.from({ length: levels }, (_, level) =>
      Int32Array.from(firsts.filter(queue => levelOf[queue] === level)),
    );
  }

  /** Where this thread's jobs of a level are to lie, in order, for the others to see. */
  get words(): { readonly hi: Int32Array; readonly lo: Int32Array } {
    return this.own;
  }

  /** So many jobs lie in {@link words}: says which are whose, before the others hear of it. @param sharedEnd see Machinery */
  lay(level: number, n: number, sharedEnd: Int32Array): void {
    const { own } = this;
    const { hi } = own;
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
    const { here: lists, heads, keys, entities } = this;
    const shown = lists.length;
    for (let t = 0; t < shown; t++) this.show(t, lists[t]!.from[group]!, group);
    for (;;) {
      // The list whose next job is first, and how far it is: up to the first job of any other.
      let best = 0;
      let limit = DONE;
      let rival = 0;
      for (let t = 1; t < shown; t++) {
        const ahead = keys[t]! - keys[best]!;
        const loser = ahead < 0 || (ahead === 0 && entities[t]! < entities[best]!) ? best : t;
        if (loser === best) best = t;
        if (keys[loser]! < limit || (keys[loser] === limit && entities[loser]! < rival)) {
          limit = keys[loser]!;
          rival = entities[loser]!;
        }
      }
      if (keys[best] === DONE) return;
      this.show(best, bookUpTo(lists[best]!, heads[best]!, lists[best]!.to[group]!, limit, rival, booker), group);
    }
  }

  /** The next job of a list is the one at a place, if there is one left of the group. */
  private show(t: number, at: number, group: number): void {
    const { hi, lo, to } = this.here[t]!;
    this.heads[t] = at;
    if (at === to[group]!) {
      this.keys[t] = DONE;
      return;
    }
    this.keys[t] = keyOf(hi[at]!);
    this.entities[t] = lo[at]!;
  }
}

/** Second before queue: jobs of queues that share servers are taken in the order of time. */
function keyOf(word: number): number {
  return ((word & SECONDS) << QUEUE_BITS) | (word >>> SECOND_BITS);
}

/** Books a list's jobs from one place on that come before another list's next one; returns the place that it stops at. */
function bookUpTo(list: List, from: number, end: number, limit: number, rival: number, booker: Booker): number {
  const { hi, lo, started, finish } = list;
  let at = from;
  for (; at < end; at++) {
    const word = hi[at]!;
    const key = keyOf(word);
    if (key > limit || (key === limit && lo[at]! > rival)) break;
    finish[at] = booker.bookJob(word >>> SECOND_BITS, word & SECONDS, lo[at]!);
    started[at] = booker.started;
  }
  return at;
}
