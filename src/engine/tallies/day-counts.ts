import type { Memory } from '../memory/memory.ts';

/** Counts by day and slot, dense; two of the same shape merge by adding. */
export class DayCounts {
  readonly width: number;
  readonly days: number;
  readonly values: Int32Array;

  /** @param name in the run's memory */
  constructor(memory: Memory, name: string, days: number, width: number) {
    this.days = days;
    this.width = width;
    this.values = memory.own(name, Int32Array, days * width);
  }

  /** @param day days since the first simulated day; later days than the last are not counted */
  add(day: number, slot: number, n = 1): void {
    if (day < this.days) this.values[day * this.width + slot]! += n;
  }

  get(day: number, slot: number): number {
    return this.values[day * this.width + slot]!;
  }
}
