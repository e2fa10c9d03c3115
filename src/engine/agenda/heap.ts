import type { Seconds } from '../../time/index.ts';
import type { State } from '../memory/state.ts';
import { type Agenda, BEYOND, eachArrival, MAX_IDS, savedArrivals } from './agenda.ts';

/**
 * Pending arrivals in one total order: time, then `rank` (level and phase), queue, id, branch. A plain binary
 * heap: the ordered core is the oracle, and an oracle is better simple than fast.
 */
export class Heap implements Agenda {
  private readonly rank: Int32Array;
  private readonly end: Seconds;
  private time = new Float64Array(1024);
  private entity = new Float64Array(1024);
  private begun = new Int32Array(1024);
  size = 0;

  /** The arrival last taken. */
  queue = 0;
  at = 0;
  id = 0;
  branch = 0;
  since = 0;

  /**
   * @param rank by queue: among arrivals of one second, lower ranks come first; below 256
   * @param end the second after the last of the run
   */
  constructor(rank: Int32Array, end: Seconds) {
    this.rank = rank;
    this.end = end;
  }

  readonly push: Agenda['push'] = (queue, time, id, branch, since) => {
    if (this.size === this.time.length) this.grow();
    const t = time * 256 + this.rank[queue]!;
    const e = (queue * MAX_IDS + id) * 64 + branch;
    let i = this.size++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!this.later(parent, t, e)) break;
      this.move(parent, i);
      i = parent;
    }
    this.set(i, t, e, since);
  };

  save(): State {
    return savedArrivals(this.size, visit => {
      for (let i = 0; i < this.size; i++) {
        const e = this.entity[i]!;
        const at = Math.floor(this.time[i]! / 256);
        const time = at >= this.end ? BEYOND : at;
        visit(Math.floor(e / 2 ** 32), time, Math.floor(e / 64) % MAX_IDS, e % 64, this.begun[i]!);
      }
    });
  }

  add(state: State, mine: (id: number) => boolean): void {
    eachArrival(state, (queue, time, id, branch, since) => {
      if (mine(id)) this.push(queue, time === BEYOND ? this.end : time, id, branch, since);
    });
  }

  /** Time of the earliest arrival; infinite when there is none. */
  get next(): number {
    return this.size === 0 ? Number.POSITIVE_INFINITY : Math.floor(this.time[0]! / 256);
  }

  /** Takes the earliest arrival into `queue`, `at`, `id`, `branch` and `since`. */
  take(): void {
    const e = this.entity[0]!;
    this.at = Math.floor(this.time[0]! / 256);
    this.branch = e % 64;
    this.id = Math.floor(e / 64) % MAX_IDS;
    this.queue = Math.floor(e / 2 ** 32);
    this.since = this.begun[0]!;
    this.size--;
    if (this.size > 0) this.sift(this.time[this.size]!, this.entity[this.size]!, this.begun[this.size]!);
  }

  private sift(t: number, e: number, since: number): void {
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && this.later(child, this.time[child + 1]!, this.entity[child + 1]!)) child++;
      if (this.later(child, t, e)) break;
      this.move(child, i);
      i = child;
    }
    this.set(i, t, e, since);
  }

  private later(i: number, t: number, e: number): boolean {
    return this.time[i]! > t || (this.time[i] === t && this.entity[i]! > e);
  }

  private move(from: number, to: number): void {
    this.set(to, this.time[from]!, this.entity[from]!, this.begun[from]!);
  }

  private set(i: number, t: number, e: number, since: number): void {
    this.time[i] = t;
    this.entity[i] = e;
    this.begun[i] = since;
  }

  private grow(): void {
    const time = new Float64Array(this.time.length * 2);
    time.set(this.time);
    const entity = new Float64Array(time.length);
    entity.set(this.entity);
    const begun = new Int32Array(time.length);
    begun.set(this.begun);
    this.time = time;
    this.entity = entity;
    this.begun = begun;
  }
}
