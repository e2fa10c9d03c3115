import type { Events } from '../agenda/events.ts';
import type { Run } from '../agenda/sort.ts';
import type { Bookings } from '../bookings.ts';
import type { Memory } from '../memory/memory.ts';
import type { Crew } from './crew.ts';

/** After every second and queue: a list has no more jobs. */
const DONE = 2 ** 31 - 1;

/** One thread's jobs of a level in the order of booking, and what becomes of them. */
interface List extends Pick<Events, 'hi' | 'lo'> {
  /** When each was started and is finished: written by the thread that books its queue. */
  readonly started: Int32Array;
  readonly finished: Int32Array;
  /** By queue, for the first of those that share servers: where their jobs begin and end. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Who books jobs. */
export interface Booker {
  /** Books the jobs at `from` to `to` in the bookings, all of one group of queues. @param who second words of those there */
  bookRun(group: number, from: number, to: number, who: Int32Array): void;
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
  /** Where the jobs of one group are put to be booked, and their second words; and whose each is, by its place in `here`. */
  private readonly bookings: Bookings;
  private readonly who: Int32Array;
  private readonly whose: Uint8Array;
  /** By list, of the job that it has next: its place, and its two words. */
  private readonly heads: Int32Array;
  private readonly keys: Int32Array;
  private readonly entities: Int32Array;

  /** @param serversOf see Machinery @param levelOf by queue, −1 where nothing is served @param most jobs at a time */
  constructor(
    memory: Memory,
    crew: Crew,
    serversOf: Int32Array,
    levelOf: readonly number[],
    levels: number,
    most: number,
    bookings: Bookings,
  ) {
    this.crew = crew;
    this.lists = Array.from({ length: crew.threads }, (_, t) => {
      const words = (name: string, length: number) => memory.passing(`jobs.${t}.${name}`, Int32Array, length);
      return {
        hi: words('hi', most),
        lo: words('lo', most),
        started: words('started', most),
        finished: words('finished', most),
        from: words('from', serversOf.length),
        to: words('to', serversOf.length),
      };
    });
    this.own = this.lists[crew.thread]!;
    this.bookings = bookings;
    this.who = new Int32Array(most);
    this.whose = new Uint8Array(most);
    this.heads = new Int32Array(crew.threads);
    this.keys = new Int32Array(crew.threads);
    this.entities = new Int32Array(crew.threads);
    const firsts = [...serversOf.keys()].filter(queue => serversOf[queue] === queue);
    this.groups = Array.from({ length: levels }, (_, level) =>
      Int32Array.from(firsts.filter(queue => levelOf[queue] === level)),
    );
  }

  /** Where this thread's jobs of a level are to lie, in order, for the others to see. */
  get words(): Pick<Events, 'hi' | 'lo'> {
    return this.own;
  }

  /** When this thread's jobs of the level booked last were started and are finished. */
  get outcome(): Pick<Bookings, 'started' | 'finished'> {
    return this.own;
  }

  /** The jobs of a level lie in {@link words}: says which are whose, before the others hear of it. */
  lay(level: number, runs: readonly Run[]): void {
    const { from, to } = this.own;
    for (const group of this.groups[level]!) {
      from[group] = 0;
      to[group] = 0;
    }
    for (const run of runs) {
      from[run.group] = run.from;
      to[run.group] = run.to;
    }
  }

  /** Books this thread's share of the queues of a level, for all threads that have laid out their jobs there. @param place in the day */
  book(level: number, place: number, booker: Booker): void {
    const { threads, thread } = this.crew;
    const groups = this.groups[level]!;
    this.here = this.lists.filter((_, t) => this.crew.brought(t) === place);
    let all = 0;
    for (const group of groups) all += this.load(group);
    let before = 0;
    for (const group of groups) {
      const load = this.load(group);
      if (load === 0) continue;
      // The thread in whose share of all jobs the middle of this queue's lies.
      const owner = Math.floor((threads * (before + load / 2)) / all);
      before += load;
      if (owner === thread) {
        this.merge(group);
        booker.bookRun(group, 0, load, this.who);
        this.handOut(group, load);
      }
    }
  }

  private load(group: number): number {
    let n = 0;
    for (const { from, to } of this.here) n += to[group]! - from[group]!;
    return n;
  }

  /** Puts the jobs that all threads have for a group of queues into the bookings, in order. */
  private merge(group: number): void {
    const { here, heads, keys, entities, who, whose } = this;
    const { arrivals } = this.bookings;
    const shown = here.length;
    for (let t = 0; t < shown; t++) this.show(t, here[t]!.from[group]!, group);
    let n = 0;
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
      const { hi, lo, to } = here[best]!;
      const end = to[group]!;
      let at = heads[best]!;
      for (; at < end; at++, n++) {
        const key = hi[at]!;
        const entity = lo[at]!;
        if (key > limit || (key === limit && entity > rival)) break;
        arrivals[n] = key;
        who[n] = entity;
        whose[n] = best;
      }
      this.show(best, at, group);
    }
  }

  /** Tells each list of what has become of its jobs. */
  private handOut(group: number, n: number): void {
    const { here, heads, whose } = this;
    const { started, finished } = this.bookings;
    here.forEach(({ from }, t) => {
      heads[t] = from[group]!;
    });
    for (let i = 0; i < n; i++) {
      const t = whose[i]!;
      const at = heads[t]!++;
      here[t]!.started[at] = started[i]!;
      here[t]!.finished[at] = finished[i]!;
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
    this.keys[t] = hi[at]!;
    this.entities[t] = lo[at]!;
  }
}
