import { type BritishTime, type Day, type DueTimes, lookUp, type Seconds } from '../../time/index.ts';
import type { Memory } from '../memory/memory.ts';
import { Histograms } from './histograms.ts';

/** A step that somebody owes within a time. */
export interface ObligationSpec {
  /** How many parties may owe it. */
  readonly parties: number;
  /** Within how many seconds or by which table it is due, or null where the handler says so itself each time. */
  readonly due: Seconds | DueTimes | null;
}

/** A deadline that only a table of days can tell, if it is one; else null. */
function tableOf(due: ObligationSpec['due']): DueTimes | null {
  return typeof due === 'object' && due !== null && due.elapsed < 0 ? due : null;
}

/** The seconds that a step may take, or −1 − its column among the deadlines by day: 0 for one that has none of its own. */
function ruleOf(due: ObligationSpec['due'], tables: readonly DueTimes[]): number {
  const table = tableOf(due);
  if (table) return -2 - tables.indexOf(table);
  if (due === null) return -1;
  return typeof due === 'number' ? due : due.elapsed;
}

/** Deadlines that fall due this long after the last simulated day are still told apart by day. */
const MARGIN_DAYS = 120;
/** What is counted of a due day and slot, side by side. */
const OPENED = 0;
const MET = 1;
const MISSED = 2;
const COUNTS = 3;
/** What is told of a deadline by the day of its trigger, side by side: when it is due, and the row in which it is counted. */
const DUE = 0;
const ROW = 1;
const TOLD = 2;

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
  /** As {@link open} and {@link judge}, of what is due as its step has it. */
  readonly openFrom: (step: number, party: number, trigger: Seconds) => void;
  readonly judgeFrom: (step: number, party: number, trigger: Seconds, at: Seconds) => void;
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

    // The many steps share few tables, so that all that is to be known of a day lies in one cache line.
    const tables = [...new Set(specs.flatMap(({ due }) => tableOf(due) ?? []))];
    const rules = lookUp(specs.map(({ due }) => ruleOf(due, tables)));
    // Closures over constants: see engine/cursor.ts.
    const columns = tables.length + 1;
    const { counts, slots, offset } = this;
    const { dayOf, firstDay } = british;
    const { add } = this.latency;
    const cell = (step: number, party: number, row: number): number =>
      Math.imul((Math.imul(row, slots) + ((offset[step]! + party) | 0)) | 0, COUNTS);
    const { first: firstRow, days: rows } = this;
    // The row in which what is due at a time is counted; the last takes everything later. A deadline "by 24:00" is of the
    // day it ends; only at the very start of the run there is none before it.
    const rowOf = (due: Seconds): number => {
      const row = (dayOf(due - 1) - firstRow) | 0;
      return row < 0 ? 0 : row < rows ? row : rows - 1;
    };
    const byDay = this.deadlinesByDay(tables, rowOf);
    /** Where a deadline by the trigger's day is told, −1 where it is not: its words are DUE and ROW. */
    const told = (step: number, trigger: Seconds): number => {
      const rule = rules[step]!;
      if (rule >= 0) return -1;
      const at = Math.imul((Math.imul(dayOf(trigger) - firstDay, columns) - 1 - rule) | 0, TOLD);
      return byDay[at + DUE]! >= trigger ? at : -1;
    };
    const dueElse = (step: number, trigger: Seconds): Seconds => {
      const rule = rules[step]!;
      return rule >= 0 ? (trigger + rule) | 0 : this.lookUp(step, trigger);
    };
    const judge = (step: number, party: number, row: number, trigger: Seconds, due: Seconds, at: Seconds): void => {
      counts[cell(step, party, row) + (at <= due ? MET : MISSED)]!++;
      add((offset[step]! + party) | 0, at > trigger ? at - trigger : 0);
    };
    this.due = (step, trigger) => {
      const at = told(step, trigger);
      return at >= 0 ? byDay[at + DUE]! : dueElse(step, trigger);
    };
    this.open = (step, party, due) => {
      counts[cell(step, party, rowOf(due)) + OPENED]!++;
    };
    this.release = (step, party, due) => {
      counts[cell(step, party, rowOf(due)) + OPENED]!--;
    };
    this.judge = (step, party, trigger, due, at) => judge(step, party, rowOf(due), trigger, due, at);
    this.openFrom = (step, party, trigger) => {
      const at = told(step, trigger);
      const row = at >= 0 ? byDay[at + ROW]! : rowOf(dueElse(step, trigger));
      counts[cell(step, party, row) + OPENED]!++;
    };
    this.judgeFrom = (step, party, trigger, now) => {
      const at = told(step, trigger);
      const due = at >= 0 ? byDay[at + DUE]! : dueElse(step, trigger);
      judge(step, party, at >= 0 ? byDay[at + ROW]! : rowOf(due), trigger, due, now);
    };
  }

  /** By the trigger's local day and table: when it is due, 0 where only the table itself can tell, and the row of that. */
  private deadlinesByDay(tables: readonly DueTimes[], rowOf: (due: Seconds) => number): Int32Array {
    const { firstDay, lastDay } = this.british;
    const byDay: number[] = [];
    for (let day = firstDay; day <= lastDay; day++) {
      byDay.push(0, 0);
      for (const table of tables) {
        const due = table.dueOn(day) ?? 0;
        byDay.push(due, due > 0 ? rowOf(due) : 0);
      }
    }
    return lookUp(byDay);
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
