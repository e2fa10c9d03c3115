import type { Day } from '../time/index.ts';
import { BRANCH_BITS, BRANCHES, SECOND_BITS, SECONDS, SIGN } from './agenda/agenda.ts';
import type { LevelAgenda } from './agenda/level-agenda.ts';
import { Sorter } from './agenda/sort.ts';
import type { Cursor } from './cursor.ts';
import type { Machinery } from './machinery.ts';
import type { Booker, Jobs } from './threads/jobs.ts';

/** After the last level of a day. */
const END = 2 ** 31 - 1;

/**
 * The folded core: level by level within each window; what does not interact is taken up at once.
 *
 * Threads interact in queues alone. Each goes on by itself up to the next level at which it has jobs; where any of them
 * has some, all book the queues of that level together, and go on.
 */
export class FoldedCore<C extends Cursor> implements Booker {
  private readonly machinery: Machinery<C>;
  private readonly cursor: C;
  private readonly agenda: LevelAgenda;
  private readonly sorter: Sorter;
  private midnight = 0;
  private day = 0;
  /** How many jobs are in the sorter: those of the level at which this thread has arrived. */
  private waiting = 0;

  constructor(machinery: Machinery<C>, cursor: C, agenda: LevelAgenda) {
    this.machinery = machinery;
    this.cursor = cursor;
    this.agenda = agenda;
    this.sorter = new Sorter(machinery.jobs?.words);
  }

  /** The day begins: what is put on the way from now on falls into its first window. */
  open(day: Day): void {
    const { british, first } = this.machinery.blueprint;
    this.midnight = british.midnight(day);
    this.day = day - first;
    this.enter(0);
    this.cursor.rank = -1;
  }

  /** Takes the day level by level to its end. */
  run(): void {
    const { crew, jobs } = this.machinery;
    let own = this.goOn(0);
    for (;;) {
      const next = crew ? crew.least(own) : own;
      if (next === END) return;
      if (jobs) this.serveTogether(jobs, next, own === next);
      else this.serve();
      if (own === next) own = this.goOn(own + 1);
    }
  }

  /**
   * Takes up the moments from a place in the day on, window by window and level by level, up to the next place at which
   * jobs wait: these are then in the sorter.
   */
  private goOn(from: number): number {
    const { agenda, cursor, machinery, sorter } = this;
    const levels = machinery.levels.count;
    const end = agenda.windowsPerDay * levels;
    for (let place = from; place < end; place++) {
      const level = place % levels;
      const window = (place - level) / levels;
      if (level === 0) this.enter(window);
      cursor.rank = level * 2;
      const moments = agenda.open(this.day, window, level * 2, sorter, machinery.queues);
      if (moments > 0) this.takeUp(moments);
      cursor.rank = level * 2 + 1;
      this.waiting = agenda.open(this.day, window, level * 2 + 1, sorter, machinery.queues);
      if (this.waiting > 0) {
        this.layOut(level);
        return place;
      }
    }
    return END;
  }

  /** A window begins: what falls into it is taken up at once from now on. */
  private enter(window: number): void {
    const { agenda, midnight } = this;
    const end = this.machinery.blueprint.british.midnight(this.machinery.blueprint.first + this.day + 1);
    this.cursor.horizon =
      window === agenda.windowsPerDay - 1 ? end : Math.min(midnight + (window + 1) * agenda.window, end);
  }

  /** Runs the handlers of moments that have come. */
  private takeUp(n: number): void {
    const { cursor, machinery, midnight } = this;
    const { hi, lo, since } = this.sorter;
    const { handlers, nodeOf } = machinery;
    for (let i = 0; i < n; i++) {
      const entity = lo[i]! ^ SIGN;
      cursor.place(entity >>> BRANCH_BITS, entity & BRANCHES, midnight + (hi[i]! & SECONDS), since[i]!);
      handlers[nodeOf[hi[i]! >>> SECOND_BITS]!]!(cursor);
    }
  }

  /** Books jobs in order of arrival and runs the handlers of those that end within the window. */
  private serve(): void {
    const { cursor, machinery, midnight, waiting } = this;
    const { hi, lo, since } = this.sorter;
    let inTime = 0;
    for (let i = 0; i < waiting; i++) {
      if (i >= inTime) inTime = this.putInTime(i);
      const queue = hi[i]! >>> SECOND_BITS;
      const arrival = midnight + (hi[i]! & SECONDS);
      const entity = lo[i]! ^ SIGN;
      cursor.place(entity >>> BRANCH_BITS, entity & BRANCHES, arrival, since[i]!);
      const finish = machinery.book(queue, arrival, cursor);
      this.goAhead(queue, this.started, finish);
    }
  }

  /** A job is booked: its handler runs if it ends within the window, else when it ends. */
  private goAhead(queue: number, started: number, finish: number): void {
    const { cursor, machinery } = this;
    const node = machinery.nodeOf[queue]!;
    if (cursor.traced) traceJob(machinery, cursor, node, queue, started, finish);
    if (finish >= cursor.horizon)
      this.agenda.push(machinery.doneQueueOf[node]!, finish, cursor.id, cursor.branch, cursor.since);
    else {
      cursor.now = finish;
      machinery.handlers[node]!(cursor);
    }
  }

  /** Lays out the jobs of a level for the threads that book their queues. */
  private layOut(level: number): void {
    const { jobs, sharedEnd } = this.machinery;
    if (!jobs) return;
    for (let i = 0; i < this.waiting; ) i = this.putInTime(i);
    jobs.lay(level, this.waiting, sharedEnd);
  }

  /** Books a job of any thread's. See Booker. */
  bookJob(queue: number, second: number, word: number): number {
    const { cursor, machinery } = this;
    const arrival = this.midnight + second;
    const entity = word ^ SIGN;
    // Whose it is matters only to its luck.
    if (machinery.isDrawn(queue)) cursor.place(entity >>> BRANCH_BITS, entity & BRANCHES, arrival, arrival);
    return machinery.book(queue, arrival, cursor);
  }

  get started(): number {
    return this.machinery.servers.started;
  }

  /** As {@link serve}, with all other threads. @param here whether this one has jobs there */
  private serveTogether(jobs: Jobs, place: number, here: boolean): void {
    const { cursor, midnight } = this;
    const { hi, lo, since } = this.sorter;
    const { crew, levels } = this.machinery;
    const n = here ? this.waiting : 0;
    jobs.book(place % levels.count, place, this);
    crew!.meet();
    for (let i = 0; i < n; i++) {
      const entity = lo[i]! ^ SIGN;
      cursor.place(entity >>> BRANCH_BITS, entity & BRANCHES, midnight + (hi[i]! & SECONDS), since[i]!);
      this.goAhead(hi[i]! >>> SECOND_BITS, jobs.startedAt(i), jobs.finishAt(i));
    }
  }

  /**
   * Queues that share servers stand side by side: puts the jobs of those into order of time to which the i-th belongs.
   * @returns the first job after them; where a queue has its servers to itself, the next
   */
  private putInTime(i: number): number {
    const { hi } = this.sorter;
    const end = this.machinery.sharedEnd[hi[i]! >>> SECOND_BITS]!;
    if (end === (hi[i]! >>> SECOND_BITS) + 1) return i + 1;
    let last = i + 1;
    while (last < this.waiting && hi[last]! >>> SECOND_BITS < end) last++;
    this.sorter.byTime(i, last);
    return last;
  }
}

/** Writes down that a job was taken up and done. */
export function traceJob<C extends Cursor>(
  machinery: Machinery<C>,
  cursor: C,
  node: number,
  queue: number,
  started: number,
  finish: number,
): void {
  const party = machinery.partyOf(queue);
  cursor.traceWork(node, party, started, 'started');
  cursor.traceWork(node, party, finish, 'finished');
}
