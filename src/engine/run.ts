import type { Day } from '../time/index.ts';
import { BRANCH_BITS, SECOND_BITS, SIGN } from './agenda.ts';
import type { Cursor } from './cursor.ts';
import { Heap } from './heap.ts';
import { LevelAgenda } from './level-agenda.ts';
import type { Machinery } from './machinery.ts';
import { Sorter } from './sort.ts';

const SECONDS = (1 << SECOND_BITS) - 1;
const BRANCHES = (1 << BRANCH_BITS) - 1;

/** What happens outside the chains of messages, day by day. */
export interface Daily {
  /** The day begins: what starts on it is put on the way, through the cursor. */
  begin(day: Day): void;
  /** The day is over and its tallies are closed. */
  end(day: Day): void;
}

/** Runs a model from its first day to its last. */
export function run<C extends Cursor>(machinery: Machinery<C>, cursor: C, daily: Daily): void {
  const { agenda } = machinery;
  if (agenda instanceof Heap) runOrdered(machinery, cursor, daily, agenda);
  else if (agenda instanceof LevelAgenda) runFolded(machinery, cursor, daily, agenda);
  else throw new Error('an agenda without a core');
}

/** Event by event, in one total order. The oracle. */
function runOrdered<C extends Cursor>(machinery: Machinery<C>, cursor: C, daily: Daily, heap: Heap): void {
  const { british, first, last, nodes } = machinery.blueprint;
  for (let day = first; day <= last; day++) {
    const end = british.midnight(day + 1);
    daily.begin(day);
    while (heap.next < end) {
      heap.take();
      const { queue, at } = heap;
      const node = machinery.nodeOf[queue]!;
      cursor.place(heap.id, heap.branch, at, heap.since);
      if (nodes[node]!.served && queue !== machinery.doneQueueOf[node]) {
        const finish = machinery.servers.book(machinery.serversOf[queue]!, at, cursor.drawService(node));
        if (cursor.traced) traceJob(machinery, cursor, node, queue, finish);
        heap.push(machinery.doneQueueOf[node]!, finish, cursor.id, cursor.branch, cursor.since);
      } else machinery.handlers[node]!(cursor);
    }
    closeDay(machinery, daily, day);
  }
}

/** Level by level within each window; what does not interact is taken up at once. */
function runFolded<C extends Cursor>(machinery: Machinery<C>, cursor: C, daily: Daily, agenda: LevelAgenda): void {
  const { british, first, last } = machinery.blueprint;
  const sorter = new Sorter();
  for (let day = first; day <= last; day++) {
    const midnight = british.midnight(day);
    const end = british.midnight(day + 1);
    for (let w = 0; w < agenda.windowsPerDay; w++) {
      cursor.horizon = w === agenda.windowsPerDay - 1 ? end : Math.min(midnight + (w + 1) * agenda.window, end);
      cursor.rank = -1;
      if (w === 0) daily.begin(day);
      for (let level = 0; level < machinery.levels.count; level++) {
        cursor.rank = level * 2;
        const moments = agenda.open(day - first, w, level * 2, sorter, machinery.queues);
        if (moments > 0) takeUp(machinery, cursor, sorter, moments, midnight);
        cursor.rank = level * 2 + 1;
        const jobs = agenda.open(day - first, w, level * 2 + 1, sorter, machinery.queues);
        if (jobs > 0) serve(machinery, cursor, sorter, jobs, midnight);
      }
    }
    closeDay(machinery, daily, day);
  }
}

/** Runs the handlers of moments that have come. */
function takeUp<C extends Cursor>(
  machinery: Machinery<C>,
  cursor: C,
  events: Sorter,
  n: number,
  midnight: number,
): void {
  const { hi, lo, since } = events;
  for (let i = 0; i < n; i++) {
    const entity = lo[i]! ^ SIGN;
    cursor.place(entity >>> BRANCH_BITS, entity & BRANCHES, midnight + (hi[i]! & SECONDS), since[i]!);
    machinery.handlers[machinery.nodeOf[hi[i]! >>> SECOND_BITS]!]!(cursor);
  }
}

/** Books jobs in order of arrival and runs the handlers of those that end within the window. */
function serve<C extends Cursor>(
  machinery: Machinery<C>,
  cursor: C,
  events: Sorter,
  n: number,
  midnight: number,
): void {
  const { hi, lo, since } = events;
  const { servers, agenda, nodeOf, serversOf, sharedEnd } = machinery;
  let inTime = 0;
  for (let i = 0; i < n; i++) {
    // Queues that share servers stand side by side: their jobs are taken in order of time.
    if (i >= inTime) {
      const end = sharedEnd[hi[i]! >>> SECOND_BITS]!;
      inTime = i + 1;
      if (end > (hi[i]! >>> SECOND_BITS) + 1) {
        while (inTime < n && hi[inTime]! >>> SECOND_BITS < end) inTime++;
        events.byTime(i, inTime);
      }
    }
    const queue = hi[i]! >>> SECOND_BITS;
    const node = nodeOf[queue]!;
    const arrival = midnight + (hi[i]! & SECONDS);
    const entity = lo[i]! ^ SIGN;
    cursor.place(entity >>> BRANCH_BITS, entity & BRANCHES, arrival, since[i]!);
    const finish = servers.book(serversOf[queue]!, arrival, cursor.drawService(node));
    if (cursor.traced) traceJob(machinery, cursor, node, queue, finish);
    if (finish >= cursor.horizon)
      agenda.push(machinery.doneQueueOf[node]!, finish, cursor.id, cursor.branch, cursor.since);
    else {
      cursor.now = finish;
      machinery.handlers[node]!(cursor);
    }
  }
}

function traceJob<C extends Cursor>(
  machinery: Machinery<C>,
  cursor: C,
  node: number,
  queue: number,
  finish: number,
): void {
  const party = machinery.partyOf(queue);
  cursor.traceWork(node, party, machinery.servers.started, 'started');
  cursor.traceWork(node, party, finish, 'finished');
}

function closeDay<C extends Cursor>(machinery: Machinery<C>, daily: Daily, day: Day): void {
  machinery.messages.closeDay(day);
  machinery.servers.closeDay(day);
  daily.end(day);
}
