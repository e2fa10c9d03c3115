import type { BritishTime, Day } from '../../time/index.ts';
import type { State } from '../memory/state.ts';
import {
  type Agenda,
  BEYOND,
  BRANCH_BITS,
  BRANCHES,
  eachArrival,
  SECOND_BITS,
  SECONDS,
  SIGN,
  savedArrivals,
} from './agenda.ts';
import { Bins } from './bins.ts';
import type { Events } from './events.ts';
import { type Kin, Sorter } from './sort.ts';

const DAY = 86_400;
/** The day on which the clocks go back has 25 hours. */
const LONGEST_DAY = 90_000;

/** How an agenda is cut into bins. */
export interface LevelAgendaSpec {
  /** By queue: the order of levels within a window, moments (even) before jobs. */
  readonly rank: Int32Array;
  /** How many levels there are. */
  readonly levels: number;
  readonly british: BritishTime;
  readonly first: Day;
  readonly days: number;
  /** Seconds per window, a divisor of a day. */
  readonly window: number;
  /** Pending arrivals that room is set aside for; it takes memory only as it is used. */
  readonly most: number;
}

/** Pending arrivals in bins by window and rank; what comes after the last day lies in a bin of its own. */
export class LevelAgenda implements Agenda {
  /** Seconds per window; a window of a day takes the whole day, however long it is. */
  readonly window: number;
  readonly windowsPerDay: number;
  readonly push: Agenda['push'];
  /** Where the events of an opened bin are, in order. */
  readonly sorter: Sorter;
  private readonly bins: Bins;
  private readonly ranks: number;
  private readonly british: BritishTime;
  private readonly first: Day;
  private readonly days: number;
  private readonly end: number;

  /** @param out where the words of an opened bin are to lie: see Sorter */
  constructor(
    { rank, levels, british, first, days, window, most }: LevelAgendaSpec,
    kin: Kin,
    out: Pick<Events, 'hi' | 'lo'>,
  ) {
    this.ranks = levels * 2;
    this.british = british;
    this.first = first;
    this.days = days;
    this.end = british.midnight(first + days);
    this.window = window;
    this.windowsPerDay = window >= DAY ? 1 : Math.ceil(LONGEST_DAY / window);
    this.sorter = new Sorter(kin, most, out);
    this.bins = new Bins(days * this.windowsPerDay * this.ranks + 1, this.windowsPerDay, most, this.sorter.opened);
    this.push = this.pushing(rank);
  }

  /** A closure over constants: see engine/cursor.ts. */
  private pushing(rankOf: Int32Array): Agenda['push'] {
    const rank = rankOf;
    const { british, end, first, ranks, windowsPerDay } = this;
    const { push } = this.bins;
    const { dayOf, midnight } = british;
    const beyond = this.days * windowsPerDay * ranks;
    return (queue, time, id, branch, since) => {
      const word = ((id << BRANCH_BITS) | branch) ^ SIGN;
      // What comes after the last day may lie beyond every calendar; it is only counted.
      if (time >= end) {
        push(beyond, queue << SECOND_BITS, word, since);
        return;
      }
      const day = dayOf(time);
      const second = (time - midnight(day)) | 0;
      const window = Math.imul(day - first, windowsPerDay) + (windowsPerDay === 1 ? 0 : this.windowIn(second));
      push((Math.imul(window, ranks) + rank[queue]!) | 0, (queue << SECOND_BITS) | second, word, since);
    };
  }

  get size(): number {
    return this.bins.size;
  }

  save(): State {
    const { british, first, ranks, windowsPerDay } = this;
    const beyond = this.days * windowsPerDay * ranks;
    return savedArrivals(this.size, visit => {
      for (let bin = 0; bin <= beyond; bin++) {
        const midnight = bin === beyond ? 0 : british.midnight(first + Math.floor(bin / (windowsPerDay * ranks)));
        this.bins.each(bin, (hi, lo, since) => {
          const entity = lo ^ SIGN;
          const time = bin === beyond ? BEYOND : midnight + (hi & SECONDS);
          visit(hi >>> SECOND_BITS, time, entity >>> BRANCH_BITS, entity & BRANCHES, since);
        });
      }
    });
  }

  add(state: State, mine: (id: number) => boolean): void {
    eachArrival(state, (queue, time, id, branch, since) => {
      if (mine(id)) this.push(queue, time === BEYOND ? this.end : time, id, branch, since);
    });
  }

  private windowIn(second: number): number {
    return (second / this.window) | 0;
  }

  /** Opens a bin into the sorter, in order; returns the number of its events. @param rank even for moments, odd for jobs */
  open(day: number, window: number, rank: number): number {
    const bin = (day * this.windowsPerDay + window) * this.ranks + rank;
    if (this.bins.count(bin) === 0) return 0;
    const n = this.bins.take(bin);
    if (rank % 2 === 0) this.sorter.moments(n);
    else this.sorter.jobs(n);
    return n;
  }
}
