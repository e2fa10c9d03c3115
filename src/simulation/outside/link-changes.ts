import { type Act, DRAW, NODE } from '../../actors/index.ts';
import { Hazard, type Roll } from '../../control/index.ts';
import { FLAG, FORWARD, type Points, REVERSE } from '../../market/index.ts';
import { base, draw, type SeedKeys } from '../../random/index.ts';
import type { Day } from '../../time/index.ts';
import type { MarketCalendar } from '../calendar.ts';
import { Diary } from './diary.ts';

/** The LDSO asks for a change in the course of an ordinary day: between these seconds. */
const FROM = 9 * 3600;
const TO = 17 * 3600;

/**
 * Links are changed, at the same rate for every linked MSID: a secondary MSID is related no more, a pair is looked at
 * anew, and of a primary MSID only what is known of its set changes.
 */
export class LinkChanges {
  private readonly act: Act;
  private readonly points: Points;
  private readonly roll: Roll;
  private readonly keys: SeedKeys;
  private readonly calendar: MarketCalendar;
  private readonly hazard: Hazard;
  /** By linked MSID. */
  private readonly diary: Diary;

  /** @param rate changes a year for each linked MSID */
  constructor(rate: number, calendar: MarketCalendar, keys: SeedKeys, act: Act, roll: Roll) {
    this.act = act;
    this.points = act.points;
    this.roll = roll;
    this.keys = keys;
    this.calendar = calendar;
    this.diary = new Diary(calendar.first);
    const classes = [{ rate, months: [1] }];
    this.hazard = new Hazard(classes, calendar.first, calendar.last - calendar.first + 1, () => 0);
    for (const origin of act.links.all) this.drawNext(origin, calendar.first - 1);
  }

  /** Puts the changes of a day on their way. */
  open(day: Day): void {
    for (const origin of this.diary.take(day)) {
      this.drawNext(origin, day);
      this.change(this.act.links.currentOf(origin), day);
    }
  }

  private change(id: number, day: Day): void {
    const { act, points } = this;
    const { links } = act;
    // It may have been the last of its set.
    if (!points.has(id, FLAG.linked)) return;
    const ends = links.isSecondary(id) && this.isSettled(links.leadOf(id)) && this.isSettled(id);
    const midnight = this.calendar.british.midnight(day);
    act.place(id, ends ? 1 : 0, midnight, midnight);
    const at = FROM + Math.floor((act.draw(DRAW.changeAt) / 2 ** 32) * (TO - FROM));
    act.reach(NODE.association, this.calendar.british.at(day, at));
    if (ends) this.end(id);
  }

  /** Neither a migration nor a switch is under way. */
  private isSettled(id: number): boolean {
    const { points } = this;
    const state = points.state[id];
    return points.isCurrent(id) && !points.has(id, FLAG.leaving) && state !== FORWARD && state !== REVERSE;
  }

  /** A secondary MSID goes on by itself: if it has not migrated, it takes a place of its own on its supplier's list. */
  private end(id: number): void {
    const { act, roll } = this;
    const listed = roll.lists(id);
    act.links.release(id);
    if (!listed) return;
    roll.leave(id);
    roll.join(id);
  }

  private drawNext(origin: number, after: Day): void {
    const u = draw(this.keys, base(this.keys, origin), DRAW.nextChange, 1 + after - this.calendar.first);
    const day = this.hazard.next(0, after, u);
    if (day >= 0) this.diary.note(day, origin);
  }
}
