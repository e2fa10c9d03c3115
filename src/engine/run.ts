import type { Day } from '../time/index.ts';
import { Heap } from './agenda/heap.ts';
import type { LevelAgenda } from './agenda/level-agenda.ts';
import type { Cursor } from './cursor.ts';
import { FoldedCore, traceJob } from './folded.ts';
import type { Machinery } from './machinery.ts';

/** What happens outside the chains of messages, day by day. */
export interface Daily {
  /** The day begins: what starts on it is put on the way, through the cursor. One thread does that for all. */
  begin(day: Day): void;
  /** What begins with it in this thread, for its own entities: done by every thread. */
  start?(day: Day): void;
  /** The day is over and its tallies are closed. One thread does that for all. */
  end(day: Day): void;
  /**
   * Between two days, in every thread: `day` is over, and nothing is under way but what is on the agenda.
   *
   * @returns whether to go on; every thread must say the same
   */
  rest?(day: Day): boolean;
}

/**
 * Runs a model from its first day, or from a later one on which it is taken up again, to its last.
 *
 * @param from the day on which it begins or goes on
 */
export function run<C extends Cursor>(
  machinery: Machinery<C>,
  cursor: C,
  daily: Daily,
  from: Day = machinery.blueprint.first,
): void {
  const { agenda, crew } = machinery;
  const core =
    agenda instanceof Heap
      ? new OrderedCore(machinery, cursor, agenda)
      : new FoldedCore(machinery, cursor, agenda as LevelAgenda);
  try {
    // Every thread has made what it needs from shared memory as it was at first, before anything there changes.
    crew?.meet();
    for (let day = from; day <= machinery.blueprint.last; day++) {
      machinery.blueprint.british.turnTo(day);
      core.open(day);
      if (!crew) daily.begin(day);
      else {
        if (crew.thread === 0) cursor.beginForAll(() => daily.begin(day));
        crew.meet();
        cursor.takeMail();
      }
      daily.start?.(day);
      core.run();
      crew?.meet();
      if (!crew || crew.thread === 0) {
        machinery.messages.closeDay(day);
        machinery.servers.closeDay(day);
        daily.end(day);
      }
      if (daily.rest && !daily.rest(day)) return;
    }
  } catch (error) {
    crew?.break();
    throw error;
  }
}

/** Event by event, in one total order. The oracle. */
class OrderedCore<C extends Cursor> {
  private readonly machinery: Machinery<C>;
  private readonly cursor: C;
  private readonly heap: Heap;
  private end = 0;

  constructor(machinery: Machinery<C>, cursor: C, heap: Heap) {
    if (machinery.crew) throw new Error('the ordered core runs in one thread');
    this.machinery = machinery;
    this.cursor = cursor;
    this.heap = heap;
  }

  open(day: Day): void {
    this.end = this.machinery.blueprint.british.midnight(day + 1);
  }

  run(): void {
    const { machinery, cursor, heap, end } = this;
    const { nodes } = machinery.blueprint;
    const { servers: pool, serversOf } = machinery;
    while (heap.next < end) {
      heap.take();
      const { queue, at } = heap;
      const node = machinery.nodeOf[queue]!;
      cursor.place(heap.id, heap.branch, at, heap.since);
      if (nodes[node]!.served && queue !== machinery.doneQueueOf[node]) {
        const servers = serversOf[queue]!;
        const luck = pool.isDrawn(servers) ? cursor.drawService(node) : 0;
        const { started, finished } = pool.book(servers, at, luck);
        if (cursor.traced) traceJob(machinery, cursor, node, queue, started, finished);
        heap.push(machinery.doneQueueOf[node]!, finished, cursor.id, cursor.branch, cursor.since);
      } else machinery.handlers[node]!(cursor);
    }
  }
}
