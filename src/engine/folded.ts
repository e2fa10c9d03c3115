import type { Day } from '../time/index.ts';
import { BRANCH_BITS, BRANCHES, SECOND_BITS, SECONDS, SIGN } from './agenda/agenda.ts';
import type { LevelAgenda } from './agenda/level-agenda.ts';
import { queueOf, secondOf } from './agenda/sort.ts';
import type { Cursor } from './cursor.ts';
import type { Machinery } from './machinery.ts';
import type { Booker } from './threads/jobs.ts';

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
  private midnight = 0;
  private day = 0;
  /** How many jobs are in the sorter: those of the level at which this thread has arrived. */
  private waiting = 0;
  /** Runs the handlers of the first n moments in the sorter. */
  private readonly takeUp: (n: number) => void;
  /** The first n jobs in the sorter are booked: the handlers of those run that end within the window, the others' when they end. */
  private readonly goAhead: (n: number) => void;

  constructor(machinery: Machinery<C>, cursor: C, agenda: LevelAgenda) {
    this.machinery = machinery;
    this.cursor = cursor;
    this.agenda = agenda;
    this.takeUp = this.takingUp();
    this.goAhead = this.goingAhead();
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
    const { crew } = this.machinery;
    let own = this.goOn(0);
    for (;;) {
      const next = crew ? crew.least(own) : own;
      if (next === END) return;
      this.book(next, own === next);
      if (own !== next) continue;
      this.goAhead(this.waiting);
      own = this.goOn(own + 1);
    }
  }

  /**
   * Takes up the moments from a place in the day on, window by window and level by level, up to the next place at which
   * jobs wait: these are then in the sorter.
   */
  private goOn(from: number): number {
    const { agenda, cursor, machinery } = this;
    const levels = machinery.levels.count;
    const end = agenda.windowsPerDay * levels;
    for (let place = from; place < end; place++) {
      const level = place % levels;
      const window = (place - level) / levels;
      if (level === 0) this.enter(window);
      cursor.rank = level * 2;
      const moments = agenda.open(this.day, window, level * 2);
      if (moments > 0) this.takeUp(moments);
      cursor.rank = level * 2 + 1;
      this.waiting = agenda.open(this.day, window, level * 2 + 1);
      if (this.waiting > 0) {
        machinery.jobs?.lay(level, agenda.sorter.runs);
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

  /** Books the jobs of a level, with all other threads if there are any. @param here whether this one has jobs there */
  private book(place: number, here: boolean): void {
    const { crew, jobs, levels } = this.machinery;
    const { sorter } = this.agenda;
    if (jobs) {
      jobs.book(place % levels.count, place, this);
      crew!.meet();
    } else if (here) for (const { group, from, to } of sorter.runs) this.bookRun(group, from, to, sorter.lo);
  }

  /** See Booker. */
  bookRun(group: number, from: number, to: number, who: Int32Array): void {
    const { cursor, day, machinery } = this;
    const { bookings, nodeOf, servers } = machinery;
    if (servers.isDrawn(group)) {
      // Whose it is matters only to its luck.
      for (let i = from; i < to; i++) {
        const entity = who[i]! ^ SIGN;
        cursor.place(entity >>> BRANCH_BITS, entity & BRANCHES, 0, 0);
        bookings.luck[i] = cursor.drawService(nodeOf[queueOf(bookings.arrivals[i]!)]!);
      }
    }
    servers.bookRun(group, machinery.blueprint.first + day, from, to);
  }

  /** A closure over constants: see cursor.ts. */
  private takingUp(): FoldedCore<C>['takeUp'] {
    const { cursor } = this;
    const { hi, lo, since } = this.agenda.sorter;
    const { handlers, nodeOf } = this.machinery;
    return n => {
      const { midnight } = this;
      for (let i = 0; i < n; i++) {
        const word = hi[i]!;
        const entity = lo[i]! ^ SIGN;
        cursor.place(entity >>> BRANCH_BITS, entity & BRANCHES, (midnight + (word & SECONDS)) | 0, since[i]!);
        const handler = handlers[nodeOf[word >>> SECOND_BITS]!]!;
        handler(cursor);
      }
    };
  }

  /** A closure over constants: see cursor.ts. */
  private goingAhead(): FoldedCore<C>['goAhead'] {
    const { cursor, machinery } = this;
    const { push } = this.agenda;
    const { hi, lo, since } = this.agenda.sorter;
    const { doneQueueOf, handlers, nodeOf } = machinery;
    const { started, finished } = machinery.jobs?.outcome ?? machinery.bookings;
    return n => {
      const { midnight } = this;
      const { horizon } = cursor;
      for (let i = 0; i < n; i++) {
        const word = hi[i]!;
        const entity = lo[i]! ^ SIGN;
        const queue = queueOf(word);
        const node = nodeOf[queue]!;
        const finish = finished[i]!;
        const late = finish >= horizon;
        const at = late ? (midnight + secondOf(word)) | 0 : finish;
        cursor.place(entity >>> BRANCH_BITS, entity & BRANCHES, at, since[i]!);
        if (cursor.traced) traceJob(machinery, cursor, node, queue, started[i]!, finish);
        if (late) push(doneQueueOf[node]!, finish, cursor.id, cursor.branch, cursor.since);
        else {
          const handler = handlers[node]!;
          handler(cursor);
        }
      }
    };
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
