import { NumberLists, sortNumbers } from '../../control/index.ts';
import type { State, Stateful } from '../../engine/index.ts';
import type { Day } from '../../time/index.ts';

/** What is to happen to registrations from outside, day by day. */
export class Diary implements Stateful {
  private readonly first: Day;
  private readonly days: NumberLists;

  /** @param first first day @param last last day: later ones are not noted */
  constructor(first: Day, last: Day) {
    this.first = first;
    this.days = new NumberLists(last - first + 1);
  }

  note(day: Day, id: number): void {
    this.days.push(day - this.first, id);
  }

  /** The registrations noted for a day, in the order of their numbers; asks once. */
  take(day: Day): Int32Array {
    return sortNumbers(this.days.take(day - this.first));
  }

  save(): State {
    return this.days.save();
  }

  /** @throws Error if it was saved for another number of days */
  restore(state: State): void {
    this.days.restore(state);
  }
}
