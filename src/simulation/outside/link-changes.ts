import { type Act, DRAW, NODE } from '../../actors/index.ts';
import type { Roll } from '../../control/index.ts';
import type { State, Stateful } from '../../engine/index.ts';
import { EFFECTIVE, FLAG, FORWARD, MHHS, type Points, REVERSE } from '../../market/index.ts';
import type { SeedKeys } from '../../random/index.ts';
import type { Day } from '../../time/index.ts';
import type { MarketCalendar } from '../calendar.ts';
import { Recurring } from './recurring.ts';
import { linkedSuccessor } from './successor.ts';

const SERVICES = [0, 1] as const;

/** The LDSO asks for a change in the course of an ordinary day: between these seconds. */
const FROM = 9 * 3600;
const TO = 17 * 3600;

/** A primary MSID has no more secondary ones than this. */
const MOST = 3;

/** What becomes of an association: threads of the actors. */
const CHANGED = 0;
const ENDED = 1;
const MADE = 2;

/**
 * Links are changed, at the same rate for every linked MSID: a secondary MSID is related no more, a primary MSID is
 * related to one more of its supplier's beside it, and a pair is looked at anew. Where a migration or a switch is under
 * way, or no MSID is like the primary one, only what is known of the association changes.
 */
export class LinkChanges implements Stateful {
  private readonly act: Act;
  private readonly points: Points;
  private readonly roll: Roll;
  private readonly calendar: MarketCalendar;
  /** By linked MSID. */
  private readonly recurring: Recurring;
  /** What is done where a registration begins. */
  private readonly begin: (id: number, day: Day) => void;

  /** @param rate changes a year for each linked MSID */
  constructor(
    rate: number,
    calendar: MarketCalendar,
    keys: SeedKeys,
    act: Act,
    roll: Roll,
    begin: (id: number, day: Day) => void,
  ) {
    this.begin = begin;
    this.act = act;
    this.points = act.points;
    this.roll = roll;
    this.calendar = calendar;
    this.recurring = new Recurring([{ rate, months: [1] }], calendar, keys, DRAW.nextChange);
    for (const origin of act.links.all) this.drawNext(origin, calendar.first - 1);
  }

  /** Puts the changes of a day on their way. */
  open(day: Day): void {
    for (const origin of this.recurring.take(day)) {
      this.drawNext(origin, day);
      this.change(this.act.links.currentOf(origin), day);
    }
  }

  /** From a day on links change at another rate or by another luck: what was drawn until then is drawn anew. */
  renew(day: Day): void {
    this.recurring.forget();
    for (const origin of this.act.links.all) this.drawNext(origin, day - 1);
  }

  save(): State {
    return this.recurring.save();
  }

  /** @throws Error if it was saved for another number of days */
  restore(state: State): void {
    this.recurring.restore(state);
  }

  private change(id: number, day: Day): void {
    const { act, points } = this;
    const { links } = act;
    // It may have been the last of its set.
    if (!points.has(id, FLAG.linked)) return;
    const settled = this.isSettled(id) && this.isSettled(links.leadOf(id));
    const more = settled && links.secondariesOf(id).length > 0 ? this.findMore(id) : -1;
    const what = more >= 0 ? MADE : settled && links.isSecondary(id) ? ENDED : CHANGED;
    const midnight = this.calendar.british.midnight(day);
    act.place(id, what, midnight, midnight);
    const at = FROM + Math.floor((act.draw(DRAW.changeAt) / 2 ** 32) * (TO - FROM));
    act.reach(NODE.association, this.calendar.british.at(day, at));
    if (what === ENDED) this.end(id);
    if (what === MADE) this.make(id, more, day);
  }

  /** An MSID that a primary one may be related to: the next one beside its set, if it is like it; else −1. */
  private findMore(id: number): number {
    const { act, points, roll } = this;
    const others = act.links.secondariesOf(id);
    if (others.length >= MOST) return -1;
    const next = Math.max(...[id, ...others].map(row => points.originOf(row))) + 1;
    if (next >= points.count || !act.links.mayCome(id, next) || !this.isSettled(next)) return -1;
    const alike = [points.supplier, points.kind].every(column => column[next] === column[id]);
    if (!alike || points.has(next, FLAG.complex) !== points.has(id, FLAG.complex)) return -1;
    const appointed = (row: number) =>
      points.standing.state(row) === MHHS && SERVICES.every(s => this.isEffective(row, s));
    return [id, next].every(appointed) || [id, next].every(row => roll.lists(row)) ? next : -1;
  }

  private isEffective(row: number, service: number): boolean {
    return this.points.standing.status(2 * row + service) === EFFECTIVE;
  }

  /** The MSID goes with the primary one from now on, and has its agents; under MHHS by IF-036 where it had others. */
  private make(primary: number, id: number, day: Day): void {
    const { act, points } = this;
    const differ = SERVICES.filter(
      s => (s === 0 ? points.ms : points.ds)[id] !== (s === 0 ? points.ms : points.ds)[primary],
    );
    if (points.standing.state(id) !== MHHS || differ.length === 0) {
      act.links.add(primary, id);
      return;
    }
    const row = linkedSuccessor(act, id, day);
    act.links.add(primary, row);
    this.begin(row, day);
    const midnight = this.calendar.british.midnight(day);
    for (const service of differ) {
      act.place(row, service, midnight, midnight);
      act.reach(NODE['related appointed'], midnight);
    }
  }

  /** Neither a migration nor a switch is under way. */
  private isSettled(id: number): boolean {
    const { points } = this;
    const state = points.standing.state(id);
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
    this.recurring.drawNext(origin, 0, after, origin, 1 + after - this.calendar.first);
  }
}
