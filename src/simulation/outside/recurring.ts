import { Hazard, type HazardClass } from '../../control/index.ts';
import type { State, Stateful } from '../../engine/index.ts';
import type { Group } from '../../market/index.ts';
import { base, draw, type SeedKeys } from '../../random/index.ts';
import type { Day } from '../../time/index.ts';
import type { MarketCalendar } from '../calendar.ts';
import { Diary } from './diary.ts';

/** Something that happens to registrations again and again: the day of each time is drawn by a registration's own luck. */
export class Recurring implements Stateful {
  private readonly hazard: Hazard;
  private readonly diary: Diary;
  private readonly keys: SeedKeys;
  private readonly purpose: number;
  private readonly first: Day;
  private readonly last: Day;

  /**
   * @param classes how often, by class @param purpose of the draws
   * @param monthOf month of a day, 0 to 11; left out where all are alike
   */
  constructor(
    classes: readonly HazardClass[],
    calendar: MarketCalendar,
    keys: SeedKeys,
    purpose: number,
    monthOf: (day: Day) => number = () => 0,
  ) {
    this.first = calendar.first;
    this.last = calendar.last;
    this.hazard = new Hazard(classes, calendar.first, calendar.last - calendar.first + 1, monthOf);
    this.diary = new Diary(calendar.first, calendar.last);
    this.keys = keys;
    this.purpose = purpose;
  }

  /** The first time for each point of a group: one draw tells those to which it never happens in the whole period. */
  drawFirst({ first, count }: Group, kind: number): void {
    const { keys, purpose, hazard } = this;
    const below = hazard.below(kind);
    const end = first + count;
    for (let id = first; id < end; id++) {
      const u = draw(keys, base(keys, id), purpose, 0);
      if (u < below) this.note(hazard.next(kind, this.first - 1, u), id);
    }
  }

  /** The next time after a day. @param luck what the registration draws by @param occurrence another for each time */
  drawNext(id: number, kind: number, after: Day, luck: number, occurrence = 1 + after): void {
    const u = draw(this.keys, base(this.keys, luck), this.purpose, occurrence);
    this.note(this.hazard.next(kind, after, u), id);
  }

  /** Puts a time on another day; −1 for none within the period. */
  note(day: Day, id: number): void {
    if (day >= 0) this.diary.note(day, id);
  }

  /** To whom it happens on a day, in the order of their numbers; asks once. */
  take(day: Day): Int32Array {
    return this.diary.take(day);
  }

  /** Nothing is noted any more: everything is drawn anew. */
  forget(): void {
    this.diary.restore(new Diary(this.first, this.last).save());
  }

  save(): State {
    return this.diary.save();
  }

  /** What was drawn is forgotten for what was saved. @throws Error if it was saved for another number of days */
  restore(state: State): void {
    this.diary.restore(state);
  }
}
