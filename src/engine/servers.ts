import { type QuantileTable, TableSet } from '../random/index.ts';
import { type BritishTime, type Day, LATEST, type Seconds, type WorkClock } from '../time/index.ts';
import { QUEUE_BITS } from './agenda/agenda.ts';
import { type Booked, type Bookings, bookingsFor } from './bookings.ts';
import type { Memory } from './memory/memory.ts';
import type { State, Stateful } from './memory/state.ts';
import { Histograms } from './tallies/histograms.ts';
import { type QueueDay, QueueHistory } from './tallies/queue-history.ts';

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

/** The simulated days. */
interface Days {
  readonly british: BritishTime;
  readonly first: Day;
  /** How many there are. */
  readonly days: number;
}

/**
 * What a queue is, in six words side by side, for there are too many queues to keep their specifications in the cache:
 * the number of its clock; its service time, or −1 − the number of its table; its first server and the one after its
 * last; and over the last two words its stretch, as a double.
 */
const CLOCK = 0;
const SERVICE = 1;
const FROM = 2;
const TO = 3;
const STRETCH = 2;
const FACTS = 6;

/** What a queue did on a day, side by side in one cache line: arrived, done, and over two words the busy time. */
const ARRIVED = 0;
const DONE = 1;
const BUSY = 1;
const COUNTS = 4;

/**
 * Capacity queues. Jobs are booked, not polled: on its arrival a job takes the server that is free first and
 * its finish is known, on the clock of the party's working time. Arrivals must come in time order per queue.
 *
 * Threads share all of it but the history, which the leader keeps: a queue is booked by one of them at a time.
 */
export class Servers implements Stateful {
  private readonly british: BritishTime;
  private readonly first: Day;
  private readonly days: number;
  private readonly end: Seconds;
  private readonly queues: number;
  /** The queues that there are servers for. */
  private readonly served: Int32Array;
  /** By queue, {@link FACTS} words each; all 0 where nothing is served. */
  private readonly facts: Int32Array;
  private readonly stretches: Float64Array;
  private readonly clocks: WorkClock[] = [];
  /** When each server is free, in 1/1024 s of its party's working time; a queue's servers lie together. */
  private readonly free: Float64Array;
  /** By day and queue, {@link COUNTS} words each; the busy times among them seen as doubles. */
  private readonly counts: Int32Array;
  private readonly busy: Float64Array;
  /** Of the current day's arrivals, those that had to wait at all. */
  private readonly waits: Histograms;
  /** The closed days on which a queue had work, by day and queue. */
  readonly history = new QueueHistory();
  private readonly backlog: Int32Array;
  /** Whether how long a job takes is a matter of luck. Most work takes the same for every job, and needs no draw. */
  readonly isDrawn: (queue: number) => boolean;
  /**
   * Books the jobs of one queue that lie at `from` to `to` in the bookings, all of one day and in the order of their
   * arrival: says when each is started and when it is finished.
   */
  readonly bookRun: (queue: number, day: Day, from: number, to: number) => void;
  private readonly bookings: Bookings;

  /**
   * @param specs by queue; null where nothing is served
   * @param bookings where jobs lie that are booked together; left out where they are booked one by one
   */
  constructor(
    memory: Memory,
    specs: readonly (ServerSpec | null)[],
    { british, first, days }: Days,
    bookings = bookingsFor(1),
  ) {
    this.bookings = bookings;
    this.british = british;
    this.first = first;
    this.days = days;
    this.end = british.midnight(first + days);
    this.queues = specs.length;
    this.served = Int32Array.from(specs.flatMap((spec, q) => (spec ? [q] : [])));
    this.stretches = new Float64Array((specs.length * FACTS) / 2);
    this.facts = new Int32Array(this.stretches.buffer);
    const tables: QuantileTable[] = [];
    let servers = 0;
    specs.forEach((spec, q) => {
      const at = q * FACTS;
      this.facts[at + FROM] = servers;
      if (spec) {
        const { service, clock, stretch } = spec;
        servers += spec.servers;
        this.facts[at + CLOCK] = numberOf(clock, this.clocks);
        this.facts[at + SERVICE] = service.constant >= 0 ? service.constant : -1 - numberOf(service, tables);
        this.stretches[at / 2 + STRETCH] = stretch;
      }
      this.facts[at + TO] = servers;
    });
    this.free = memory.passing('servers.free', Float64Array, servers);
    this.counts = memory.shared('servers.days', Int32Array, specs.length * days * COUNTS);
    this.busy = new Float64Array(this.counts.buffer, this.counts.byteOffset, this.counts.length / 2);
    this.waits = new Histograms(memory, 'servers.waits', specs.length, 'shared');
    this.backlog = memory.shared('servers.backlog', Int32Array, specs.length);
    const { facts } = this;
    this.isDrawn = queue => facts[queue * FACTS + SERVICE]! < 0;
    this.bookRun = this.booking(new TableSet(tables));
  }

  /** Books a single job. @param luck 32 random bits: the job's luck with its service time */
  book(queue: number, arrival: Seconds, luck: number): Booked {
    const { arrivals, luck: lucks, started, finished } = this.bookings;
    const day = this.british.dayOf(arrival);
    arrivals[0] = (arrival - this.british.midnight(day)) << QUEUE_BITS;
    lucks[0] = luck;
    this.bookRun(queue, day, 0, 1);
    return { started: started[0]!, finished: finished[0]! };
  }

  /** A closure over constants: see cursor.ts. */
  private booking({ sample }: TableSet): Servers['bookRun'] {
    const { facts, stretches, clocks, free, counts, busy, queues, first, end, days } = this;
    const { arrivals, luck, started, finished } = this.bookings;
    const { dayOf, midnight: midnightOf } = this.british;
    const { add } = this.waits;

    /** The first of some servers that is free. */
    const firstFree = (from: number, to: number): number => {
      if (to - from > FEW_SERVERS) return from;
      let best = from;
      let least = free[from]!;
      for (let i = from + 1; i < to; i++) {
        const at = free[i]!;
        if (at >= least) continue;
        best = i;
        least = at;
      }
      return best;
    };

    /** Puts a job's share of each day's server time on the days that it falls on. @param day on which it begins */
    const occupy = (queue: number, clock: WorkClock, day: Day, start: number, finish: number): void => {
      let from = start;
      for (let d = day - first; d < days; d++) {
        // Up to the day's end on the work clock; on the last day all that is left.
        const to = Math.min(finish, clock.workedBy(first + d + 1) * SERVICE_UNITS);
        busy[((Math.imul(d, queues) + queue) * COUNTS) / 2 + BUSY]! += to - from;
        if (to === finish) return;
        from = to;
      }
    };

    return (queue, day, from, to) => {
      const at = queue * FACTS;
      const clock = clocks[facts[at + CLOCK]!]!;
      const fixed = facts[at + SERVICE]!;
      const stretch = stretches[at / 2 + STRETCH]!;
      const servers = facts[at + FROM]!;
      const serversEnd = facts[at + TO]!;
      const midnight = midnightOf(day);
      const tomorrow = midnightOf(day + 1);
      const workedToday = clock.workedBy(day + 1) * SERVICE_UNITS;
      // Nearly all days are open in one piece: then the clock is a subtraction.
      const whole = clock.spansOn(day) <= 1;
      const before = clock.workedBy(day) | 0;
      const opens = clock.opensOn(day);
      const open = (clock.closesOn(day) - opens) | 0;
      const cell = (Math.imul(day - first, queues) + queue) * COUNTS;
      const busyCell = cell / 2 + BUSY;
      counts[cell + ARRIVED]! += to - from;
      let done = 0;
      for (let i = from; i < to; i++) {
        const arrival = (midnight + (arrivals[i]! >>> QUEUE_BITS)) | 0;
        const service = fixed >= 0 ? fixed : sample(-1 - fixed, luck[i]!);
        const since = (arrival - opens) | 0;
        const worked = whole ? before + (since < 0 ? 0 : since < open ? since : open) : clock.worked(arrival, day);
        const ready = worked * SERVICE_UNITS;
        const server = firstFree(servers, serversEnd);
        const start = Math.max(ready, free[server]!);
        const until = start + service * stretch;
        if (serversEnd - servers <= FEW_SERVERS) free[server] = until;
        else sink(free, servers, serversEnd, until);
        const left = Math.ceil((start + service) / SERVICE_UNITS) - before;
        const finish = whole && left > 0 && left <= open ? (opens + left) | 0 : clock.time(before + left, day);
        let began = arrival;
        let beganOn = day;
        if (start !== ready || finish !== arrival + Math.ceil(service / SERVICE_UNITS)) {
          // One that starts at closing time starts at the next opening.
          const ahead = Math.floor(start / SERVICE_UNITS) + 1 - before;
          const next = whole && ahead > 0 && ahead <= open ? opens + ahead : clock.time(before + ahead, day);
          const wait = Math.min(Math.max(0, next - 1 - arrival), LATEST);
          if (wait > 0) {
            add(queue, wait);
            began = wait < LATEST - arrival ? (arrival + wait) | 0 : LATEST;
            if (began >= tomorrow) beganOn = began < end ? dayOf(began) : first + days;
          }
        }
        started[i] = began;
        // A job of no length that comes while nobody works is done when somebody does.
        const ended = finish < LATEST ? Math.max(finish | 0, began) | 0 : LATEST;
        finished[i] = ended;
        if (ended < tomorrow) done++;
        // A job of a hopeless queue may lie beyond every calendar.
        else if (ended < end) counts[(Math.imul(dayOf(ended) - first, queues) + queue) * COUNTS + DONE]!++;
        if (beganOn === day && until <= workedToday) busy[busyCell]! += until - start;
        else occupy(queue, clock, beganOn, start, until);
      }
      counts[cell + DONE]! += done;
    };
  }

  /** Closes a day: its figures by queue go into the history. Days must be closed in order. */
  closeDay(day: Day): void {
    const { facts, counts, backlog, served } = this;
    // By number: before V8 has optimised it, iterating makes garbage with each step.
    for (let i = 0; i < served.length; i++) {
      const q = served[i]!;
      const cell = ((day - this.first) * this.queues + q) * COUNTS;
      const arrived = counts[cell + ARRIVED]!;
      const done = counts[cell + DONE]!;
      const busy = this.busy[cell / 2 + BUSY]!;
      if (arrived === 0 && done === 0 && backlog[q] === 0 && busy === 0) continue;
      backlog[q]! += arrived - done;
      const servers = facts[q * FACTS + TO]! - facts[q * FACTS + FROM]!;
      const duty = this.clocks[facts[q * FACTS + CLOCK]!]!.workedOnDay(day) * servers;
      const { waitMean, waitP95, waitMax } = this.waitsOf(q, arrived);
      this.history.push({
        day,
        queue: q,
        arrived,
        done,
        backlog: backlog[q]!,
        utilisation: duty > 0 ? busy / SERVICE_UNITS / duty : Number.NaN,
        waitMean,
        waitP95,
        waitMax,
      });
      if (this.waits.sum(q) > 0) this.waits.clear(q);
    }
  }

  /** All of the {@link history} at once. */
  get queueDays(): readonly QueueDay[] {
    return Array.from({ length: this.history.length }, (_, i) => this.history.at(i));
  }

  /** Jobs that arrived and were not finished when the last closed day ended. */
  waiting(queue: number): number {
    return this.backlog[queue]!;
  }

  /**
   * The closed days, and by queue when those of its servers are free that were ever taken: as the whole Unix second by
   * which their whole working seconds are worked (`until`) and what is left beyond them, in 1/1024 s (`beyond`).
   */
  save(): State {
    const { facts, free } = this;
    const taken = new Int32Array(this.queues);
    const until: Seconds[] = [];
    const beyond: number[] = [];
    for (let q = 0; q < this.queues; q++) {
      const clock = this.clocks[facts[q * FACTS + CLOCK]!]!;
      for (let i = facts[q * FACTS + FROM]!; i < facts[q * FACTS + TO]!; i++) {
        if (free[i] === 0) continue;
        const whole = Math.floor(free[i]! / SERVICE_UNITS);
        taken[q]!++;
        until.push(clock.time(whole, this.first));
        beyond.push(free[i]! - whole * SERVICE_UNITS);
      }
    }
    return { ...this.history.save(), taken, until: Float64Array.from(until), beyond: Float64Array.from(beyond) };
  }

  /**
   * Takes up what was saved, exactly where the servers and their clock are what they were. Where the hours are others,
   * a server is free when it was to be; servers that are more are free, and where they are fewer, those go that would
   * have been free first.
   *
   * @throws Error if it was saved with other queues
   */
  restore({ whole, real, taken, until, beyond }: State): void {
    if (taken!.length !== this.queues) throw new Error('the servers that were saved are of other queues');
    this.history.restore({ whole: whole!, real: real! });
    const { facts, free } = this;
    let at = 0;
    for (let q = 0; q < this.queues; q++) {
      const clock = this.clocks[facts[q * FACTS + CLOCK]!]!;
      const times = new Float64Array(taken![q]!);
      for (let i = 0; i < times.length; i++, at++) times[i] = clock.worked(until![at]!) * SERVICE_UNITS + beyond![at]!;
      times.sort();
      // In ascending order they are the heap that many servers are kept in; which server is which is of no account.
      const from = facts[q * FACTS + FROM]!;
      const to = facts[q * FACTS + TO]!;
      const kept = times.subarray(Math.max(0, times.length - (to - from)));
      for (let i = from; i < to - kept.length; i++) if (free[i] !== 0) free[i] = 0;
      free.set(kept, to - kept.length);
    }
  }

  /** How long the day's arrivals waited, in minutes; those that did not wait are not in the histogram. */
  private waitsOf(queue: number, arrived: number): Pick<QueueDay, 'waitMean' | 'waitP95' | 'waitMax'> {
    if (arrived === 0) return { waitMean: Number.NaN, waitP95: Number.NaN, waitMax: Number.NaN };
    const sum = this.waits.sum(queue);
    if (sum === 0) return { waitMean: 0, waitP95: 0, waitMax: 0 };
    const longer = arrived - Math.max(1, Math.ceil(0.95 * arrived));
    const p95 = this.waits.exceeded(queue, longer);
    return { waitMean: sum / arrived / 60, waitP95: p95 / 60, waitMax: this.waits.max(queue) / 60 };
  }
}

/** The number of something in a list, to which it is added if need be. */
function numberOf<T>(thing: T, list: T[]): number {
  const known = list.indexOf(thing);
  return known >= 0 ? known : list.push(thing) - 1;
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
