import type { BritishTime, Day, Seconds } from '../time/index.ts';
import { DayCounts } from './day-counts.ts';
import { Histograms } from './histograms.ts';
import type { Memory } from './memory.ts';

/** A step that somebody owes within a time. */
export interface ObligationSpec {
  /** How many parties may owe it. */
  readonly parties: number;
  /** When it is due for a trigger, or null where the handler says so itself each time. */
  readonly due: ((trigger: Seconds) => Seconds) | null;
}

/** Deadlines that fall due this long after the last simulated day are still told apart by day. */
const MARGIN_DAYS = 120;

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
  private readonly british: BritishTime;
  private readonly specs: readonly ObligationSpec[];
  private readonly first: Day;
  private readonly opened: DayCounts;
  private readonly met: DayCounts;
  private readonly missed: DayCounts;

  constructor(memory: Memory, specs: readonly ObligationSpec[], british: BritishTime, first: Day, days: number) {
    this.specs = specs;
    this.british = british;
    this.first = first;
    this.offset = new Int32Array(specs.length + 1);
    specs.forEach((s, i) => {
      this.offset[i + 1] = this.offset[i]! + s.parties;
    });
    const slots = this.offset[specs.length]!;
    this.latency = new Histograms(memory, 'latency', slots);
    this.opened = new DayCounts(memory, 'deadlines.opened', days + MARGIN_DAYS, slots);
    this.met = new DayCounts(memory, 'deadlines.met', days + MARGIN_DAYS, slots);
    this.missed = new DayCounts(memory, 'deadlines.missed', days + MARGIN_DAYS, slots);
  }

  /** When a step is due for a trigger. @throws Error for a step whose due time the handler must give */
  due(step: number, trigger: Seconds): Seconds {
    const { due } = this.specs[step]!;
    if (!due) throw new Error(`step ${step} has no deadline of its own`);
    return due(trigger);
  }

  open(step: number, party: number, due: Seconds): void {
    this.opened.add(this.day(due), this.offset[step]! + party);
  }

  /** Takes back a deadline: what it was for has fallen away. */
  release(step: number, party: number, due: Seconds): void {
    this.opened.add(this.day(due), this.offset[step]! + party, -1);
  }

  judge(step: number, party: number, trigger: Seconds, due: Seconds, at: Seconds): void {
    const slot = this.offset[step]! + party;
    (at <= due ? this.met : this.missed).add(this.day(due), slot);
    this.latency.add(slot, Math.max(0, at - trigger));
  }

  /** All deadlines by due day and slot, as they stand at the end of the run. */
  *standing(end: Seconds): Generator<DeadlineDay> {
    for (let d = 0; d < this.opened.days; d++) {
      const over = this.british.midnight(this.first + d + 1) <= end;
      for (let slot = 0; slot < this.opened.width; slot++) {
        const opened = this.opened.get(d, slot);
        const met = this.met.get(d, slot);
        const missed = this.missed.get(d, slot);
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
    for (let i = 0; i < this.opened.values.length; i++) {
      const j = this.met.values[i]! + this.missed.values[i]!;
      opened += this.opened.values[i]!;
      judged += j;
      if (j > this.opened.values[i]!) overdrawn++;
    }
    return { opened, judged, overdrawn };
  }

  /**
   * Row of a due time: days since the first, the last row taking everything later. A deadline "by 24:00" is of the
   * day it ends; only at the very start of the run there is none before it.
   */
  private day(due: Seconds): number {
    const d = this.british.dayOf(due - 1) - this.first;
    return d < 0 ? 0 : d < this.opened.days ? d : this.opened.days - 1;
  }
}
