import type { QuantileTable } from '../random/index.ts';
import type { BritishTime, Day, Seconds, WorkClock } from '../time/index.ts';
import { Histograms } from './histograms.ts';
import type { Memory } from './memory.ts';

/** Service times are held in 1/1024 s: at national scale a service is a second or two. */
export const SERVICE_UNITS = 1024;
/** Up to this many servers a scan for the first free one beats a heap. */
const FEW_SERVERS = 8;

/** The servers of one queue: first come, first served, each job by one server. */
export interface ServerSpec {
  readonly servers: number;
  /** Service time in 1/1024 s of working time. */
  readonly service: QuantileTable;
  /** How much longer than the job lasts it takes up its server: 1, but for servers that are not whole ones. */
  readonly stretch: number;
  /** The party's working time. */
  readonly clock: WorkClock;
}

/** What a queue did on a day. */
export interface QueueDay {
  readonly day: Day;
  readonly queue: number;
  readonly arrived: number;
  readonly done: number;
  readonly backlog: number;
  /** Busy server-seconds over server-seconds on duty; NaN on a day off. */
  readonly utilisation: number;
  /** Minutes that the day's arrivals had to wait for a server; NaN where nothing arrived. */
  readonly waitMean: number;
  readonly waitP95: number;
  readonly waitMax: number;
}

/**
 * Capacity queues. Jobs are booked, not polled: on its arrival a job takes the server that is free first and
 * its finish is known, on the clock of the party's working time. Arrivals must come in time order per queue.
 */
export class Servers {
  private readonly british: BritishTime;
  private readonly first: Day;
  private readonly days: number;
  private readonly end: Seconds;
  private readonly specs: readonly (ServerSpec | null)[];
  /** When each server is free, in 1/1024 s of its party's working time; a queue's servers lie together. */
  private readonly free: Float64Array;
  private readonly offset: Int32Array;
  private readonly arrived: Int32Array;
  private readonly done: Int32Array;
  private readonly busy: Float64Array;
  /** Of the current day's arrivals. */
  private readonly waits: Histograms;
  private readonly history: QueueDay[] = [];
  private readonly backlog: Int32Array;
  /** When the job last booked was started. */
  started: Seconds = 0;

  /**
   * @param specs by queue; null where nothing is served
   * @param first first simulated day @param days how many
   */
  constructor(memory: Memory, specs: readonly (ServerSpec | null)[], british: BritishTime, first: Day, days: number) {
    this.specs = specs;
    this.british = british;
    this.first = first;
    this.days = days;
    this.end = british.midnight(first + days);
    this.offset = new Int32Array(specs.length + 1);
    for (let q = 0; q < specs.length; q++) this.offset[q + 1] = this.offset[q]! + (specs[q]?.servers ?? 0);
    this.free = memory.shared('servers.free', Float64Array, this.offset[specs.length]!);
    this.arrived = memory.shared('servers.arrived', Int32Array, specs.length * days);
    this.done = memory.shared('servers.done', Int32Array, specs.length * days);
    this.busy = memory.shared('servers.busy', Float64Array, specs.length * days);
    this.waits = new Histograms(memory, 'servers.waits', specs.length);
    this.backlog = memory.shared('servers.backlog', Int32Array, specs.length);
  }

  /**
   * Books a job and returns when it is finished (Unix seconds).
   *
   * @param u 32 random bits: the job's luck with its service time
   */
  book(queue: number, arrival: number, u: number): number {
    const spec = this.specs[queue]!;
    const { clock } = spec;
    const day = this.british.dayOf(arrival);
    const service = spec.service.sample(u);
    const ready = clock.worked(arrival) * SERVICE_UNITS;
    const taken = service * spec.stretch;
    const start = this.take(queue, ready, taken);
    const finish = clock.time((start + service) / SERVICE_UNITS, day);
    const wait =
      start === ready && finish === arrival + Math.ceil(service / SERVICE_UNITS)
        ? 0
        : waited(clock, start, day, arrival);
    const cell = (day - this.first) * this.specs.length + queue;
    this.started = arrival + wait;
    this.arrived[cell]!++;
    this.waits.add(queue, wait);
    // A job of no length that comes while nobody works is done when somebody does.
    const ended = Math.max(finish, this.started);
    this.occupy(queue, clock, start, start + taken, ended);
    return ended;
  }

  /** Closes a day: its figures by queue go into the history. Days must be closed in order. */
  closeDay(day: Day): void {
    const queues = this.specs.length;
    for (let q = 0; q < queues; q++) {
      const spec = this.specs[q];
      if (!spec) continue;
      const cell = (day - this.first) * queues + q;
      const arrived = this.arrived[cell]!;
      const done = this.done[cell]!;
      this.backlog[q]! += arrived - done;
      const duty = spec.clock.workedOnDay(day) * spec.servers;
      if (arrived === 0 && done === 0 && this.backlog[q] === 0 && this.busy[cell] === 0) continue;
      this.history.push({
        day,
        queue: q,
        arrived,
        done,
        backlog: this.backlog[q]!,
        utilisation: duty > 0 ? this.busy[cell]! / SERVICE_UNITS / duty : Number.NaN,
        waitMean: this.waits.mean(q) / 60,
        waitP95: this.waits.quantile(q, 0.95) / 60,
        waitMax: this.waits.max(q) / 60,
      });
      if (arrived > 0) this.waits.clear(q);
    }
  }

  /** The closed days on which a queue had work, by day and queue. */
  get queueDays(): readonly QueueDay[] {
    return this.history;
  }

  /** Jobs that arrived and were not finished when the last closed day ended. */
  waiting(queue: number): number {
    return this.backlog[queue]!;
  }

  /** Gives the job to the server that is free first; returns its start in 1/1024 working seconds. */
  private take(queue: number, ready: number, service: number): number {
    const from = this.offset[queue]!;
    const to = this.offset[queue + 1]!;
    const { free } = this;
    let best = from;
    if (to - from <= FEW_SERVERS) {
      for (let i = from + 1; i < to; i++) if (free[i]! < free[best]!) best = i;
    }
    const start = Math.max(ready, free[best]!);
    if (to - from <= FEW_SERVERS) free[best] = start + service;
    else sink(free, from, to, start + service);
    return start;
  }

  /** Puts the job's end, and its share of each day's server time, on the days they fall on. */
  private occupy(queue: number, clock: WorkClock, start: number, end: number, finish: number): void {
    const queues = this.specs.length;
    // A job of a hopeless queue may lie beyond every calendar.
    if (finish < this.end) this.done[(this.british.dayOf(finish) - this.first) * queues + queue]!++;
    if (this.started >= this.end) return;
    let from = start;
    for (let d = this.british.dayOf(this.started) - this.first; d < this.days; d++) {
      // Up to the day's end on the work clock; on the last day all that is left.
      const to = Math.min(end, clock.workedBy(this.first + d + 1) * SERVICE_UNITS);
      this.busy[d * queues + queue]! += to - from;
      if (to === end) return;
      from = to;
    }
  }
}

/** How long a job waited for its server: one that starts at closing time starts at the next opening. */
function waited(clock: WorkClock, start: number, day: Day, arrival: Seconds): number {
  return Math.max(0, clock.time(Math.floor(start / SERVICE_UNITS) + 1, day) - 1 - arrival);
}

/** Replaces the root of the heap in free[from, to) and lets it sink. */
function sink(free: Float64Array, from: number, to: number, value: number): void {
  const n = to - from;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= n) break;
    if (child + 1 < n && free[from + child + 1]! < free[from + child]!) child++;
    if (free[from + child]! >= value) break;
    free[from + i] = free[from + child]!;
    i = child;
  }
  free[from + i] = value;
}
