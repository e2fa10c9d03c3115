import type { Day } from '../../time/index.ts';
import type { State, Stateful } from '../memory/state.ts';

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

/** Whole and real numbers in a row. */
const WHOLE = 5;
const REAL = 4;
/** Rows that there is room for at first, and how much more there is each time that it is used up. */
const LEAST = 1024;
const GROWTH = 1.25;

/** The closed days of all queues, row by row in two arrays that grow: there may be a million. */
export class QueueHistory implements Stateful {
  private whole = new Int32Array(LEAST * WHOLE);
  private real = new Float64Array(LEAST * REAL);
  length = 0;

  push(row: QueueDay): void {
    if ((this.length + 1) * WHOLE > this.whole.length) this.room(Math.ceil(this.length * GROWTH));
    const { whole, real } = this;
    const w = this.length * WHOLE;
    const r = this.length++ * REAL;
    whole[w] = row.day;
    whole[w + 1] = row.queue;
    whole[w + 2] = row.arrived;
    whole[w + 3] = row.done;
    whole[w + 4] = row.backlog;
    real[r] = row.utilisation;
    real[r + 1] = row.waitMean;
    real[r + 2] = row.waitP95;
    real[r + 3] = row.waitMax;
  }

  at(row: number): QueueDay {
    const { whole, real } = this;
    const w = row * WHOLE;
    const r = row * REAL;
    return {
      day: whole[w]!,
      queue: whole[w + 1]!,
      arrived: whole[w + 2]!,
      done: whole[w + 3]!,
      backlog: whole[w + 4]!,
      utilisation: real[r]!,
      waitMean: real[r + 1]!,
      waitP95: real[r + 2]!,
      waitMax: real[r + 3]!,
    };
  }

  dayOf(row: number): Day {
    return this.whole[row * WHOLE]!;
  }

  queueOf(row: number): number {
    return this.whole[row * WHOLE + 1]!;
  }

  /** The queues that ever had work, in the order in which they had it first. */
  queues(): number[] {
    const queues = new Set<number>();
    for (let row = 0; row < this.length; row++) queues.add(this.queueOf(row));
    return [...queues];
  }

  save(): State {
    return {
      whole: this.whole.slice(0, this.length * WHOLE),
      real: this.real.slice(0, this.length * REAL),
    };
  }

  restore({ whole, real }: State): void {
    this.length = whole!.length / WHOLE;
    this.room(this.length);
    this.whole.set(whole!);
    this.real.set(real!);
  }

  /**
   * Makes room for so many rows, at least, and keeps those that there are. The arrays are copied and their buffers are not
   * handed on: where any buffer was, V8 looks at every access to any array whether its own has been (1.13 of the time of a run).
   */
  private room(rows: number): void {
    const room = Math.max(LEAST, rows);
    const whole = new Int32Array(room * WHOLE);
    const real = new Float64Array(room * REAL);
    whole.set(this.whole.subarray(0, this.length * WHOLE));
    real.set(this.real.subarray(0, this.length * REAL));
    this.whole = whole;
    this.real = real;
  }
}
