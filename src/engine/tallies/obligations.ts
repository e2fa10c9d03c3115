import type { BritishTime, Day, DueTimes, Seconds } from '../../time/index.ts';
import type { Memory } from '../memory/memory.ts';
import { Histograms } from './histograms.ts';

/** A step that somebody owes within a time. */
export interface ObligationSpec {
  /** How many parties may owe it. */
  readonly parties: number;
  /** Within how many seconds or by which table it is due, or null where the handler says so itself each time. */
  readonly due: Seconds | DueTimes | null;
}

/** Deadlines that fall due this long after the last simulated day are still told apart by day. */
const MARGIN_DAYS = 120;
/** What is counted of a due day and slot, side by side. */
const OPENED = 0;
const MET = 1;
const MISSED = 2;
const COUNTS = 3;

/** What became of the deadlines of a day, for one step and party. */
export interface DeadlineDay {
  readonly day: Day;
  readonly slot: number;
  readonly met: number;
  readonly missed: number;
  readonly open: number;
}

/**
 * Deadlines opened and judged, by due day, step and party, and how long the acts took. A deadline is judged when
 * the act happens; what is still owed when the run ends is missed if it was due by then, else open.
 */
export class Obligations {
  /** The first slot of each step; a slot is a step and a party. */
  readonly offset: Int32Array;
  readonly latency: Histograms;
  /**
   * When a step is due for a trigger.
   *
   * @throws Error for a step whose due time the handler must give, RangeError for a trigger beyond the calendar
   */
  readonly due: (step: number, trigger: Seconds) => Seconds;
  readonly open: (step: number, party: number, due: Seconds) => void;
  /** Takes back a deadline: what it was for has fallen away. */
  readonly release: (step: number, party: number, due: Seconds) => void;
  readonly judge: (step: number, party: number, trigger: Seconds, due: Seconds, at: Seconds) => void;
  private readonly british: BritishTime;
  private readonly specs: readonly ObligationSpec[];
  private readonly first: Day;
  /** Due days that are told apart. */
  private readonly days: number;
  private readonly slots: number;
  /** By due day and slot: opened, met, missed. */
  private readonly counts: Int32Array;

  constructor(memory: Memory, specs: readonly ObligationSpec[], british: BritishTime, first: Day, days: number) {
    this.specs = specs;
    this.british = british;
    this.first = first;
    this.offset = new Int32Array(specs.length + 1);
    specs.forEach((s, i) => {
      this.offset[i + 1] = this.offset[i]! + s.parties;
    });
    this.slots = this.offset[specs.length]!;
    this.days = days + MARGIN_DAYS;
    this.latency = new Histograms(memory, 'latency', this.slots);
    this.counts = memory.own('deadlines', Int32Array, this.days * this.slots * COUNTS);

    const due = this.dueTimes();
    // Closures over constants: see engine/cursor.ts.
    const { counts, slots, offset, first: firstDay, days: rows } = this;
    const { dayOf } = british;
    const { add } = this.latency;
    // Where the deadlines of a step and party that are due at a time are counted: by day, the last row taking everything
    // later. A deadline "by 24:00" is of the day it ends; only at the very start of the run there is none before it.
    const cell = (step: number, party: number, due: Seconds): number => {
      const d = (dayOf(due - 1) - firstDay) | 0;
      const row = d < 0 ? 0 : d < rows ? d : (rows - 1) | 0;
      return Math.imul(Math.imul(row, slots) + offset[step]! + party, COUNTS);
    };
    this.due = due;
    this.open = (step, party, due) => {
      counts[cell(step, party, due) + OPENED]!++;
    };
    this.release = (step, party, due) => {
      counts[cell(step, party, due) + OPENED]!--;
    };
    this.judge = (step, party, trigger, due, at) => {
      counts[cell(step, party, due) + (at <= due ? MET : MISSED)]!++;
      add(offset[step]! + party, at > trigger ? at - trigger : 0);
    };
  }

  private dueTimes(): Obligations['due'] {
    const { specs, british } = this;
    const { dayOf, firstDay, lastDay } = british;
    const tables: DueTimes[] = [];
    // By step: the seconds that it may take, or −1 − its column in `dueByDay`. The many steps share few tables, so that
    // all that is to be known of a day lies in one cache line. Column 0 stays empty: it is for steps that have no
    // deadline of their own.
    const rules = Int32Array.from(specs, ({ due }) => {
      if (due === null) return -1;
      if (typeof due === 'number') return due;
      if (due.elapsed >= 0) return due.elapsed;
      if (!tables.includes(due)) tables.push(due);
      return -2 - tables.indexOf(due);
    });
    const columns = tables.length + 1;
    // By the trigger's local day and column: when it is due; 0 where only the table itself can tell.
    const dueByDay = new Int32Array((lastDay - firstDay + 1) * columns);
    for (let day = firstDay, row = 0; day <= lastDay; day++, row += columns) {
      tables.forEach((table, i) => {
        dueByDay[row + 1 + i] = table.dueOn(day) ?? 0;
      });
    }
    return (step, trigger) => {
      const rule = rules[step]!;
      if (rule >= 0) return (trigger + rule) | 0;
      const due = dueByDay[(Math.imul(dayOf(trigger) - firstDay, columns) - 1 - rule) | 0]!;
      return due >= trigger ? due : this.lookUp(step, trigger);
    };
  }

  /** All deadlines by due day and slot, as they stand at the end of the run. */
  *standing(end: Seconds): Generator<DeadlineDay> {
    const { counts } = this;
    for (let d = 0, cell = 0; d < this.days; d++) {
      const over = this.british.midnight(this.first + d + 1) <= end;
      for (let slot = 0; slot < this.slots; slot++, cell += COUNTS) {
        const opened = counts[cell + OPENED]!;
        const met = counts[cell + MET]!;
        const missed = counts[cell + MISSED]!;
        if (opened === 0 && met === 0 && missed === 0) continue;
        const left = opened - met - missed;
        yield { day: this.first + d, slot, met, missed: missed + (over ? left : 0), open: over ? 0 : left };
      }
    }
  }

  /** Opened, met and missed in total, for the invariant that none is lost. */
  totals(): { opened: number; judged: number; overdrawn: number } {
    let opened = 0;
    let judged = 0;
    let overdrawn = 0;
    for (let cell = 0; cell < this.counts.length; cell += COUNTS) {
      const j = this.counts[cell + MET]! + this.counts[cell + MISSED]!;
      opened += this.counts[cell + OPENED]!;
      judged += j;
      if (j > this.counts[cell + OPENED]!) overdrawn++;
    }
    return { opened, judged, overdrawn };
  }

  /** What the row of the trigger's day does not say: a time of day that has passed, or the edge of the calendar. */
  private lookUp(step: number, trigger: Seconds): Seconds {
    const { due } = this.specs[step]!;
    if (typeof due === 'object' && due !== null) return due.due(trigger);
    throw new Error(`step ${step} has no deadline of its own`);
  }
}
