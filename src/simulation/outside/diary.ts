import type { Day } from '../../time/index.ts';

/** What is to happen to registrations from outside, day by day. */
export class Diary {
  private readonly first: Day;
  private readonly days: (number[] | undefined)[] = [];

  constructor(first: Day) {
    this.first = first;
  }

  note(day: Day, id: number): void {
    const d = day - this.first;
    const known = this.days[d];
    if (known) known.push(id);
    else this.days[d] = [id];
  }

  /** The registrations noted for a day, in the order of their numbers; asks once. */
  take(day: Day): readonly number[] {
    const ids = this.days[day - this.first] ?? [];
    this.days[day - this.first] = undefined;
    return ids.sort((a, b) => a - b);
  }
}
