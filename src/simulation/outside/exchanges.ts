import { type Act, DRAW, NODE, notifySegment, type Outside, ROUTE } from '../../actors/index.ts';
import { type Roll, sortNumbers } from '../../control/index.ts';
import type { State, Stateful } from '../../engine/index.ts';
import { EFFECTIVE, FLAG, LEGACY, MHHS, POINT_TYPES, type Points } from '../../market/index.ts';
import type { Day } from '../../time/index.ts';
import type { MarketCalendar } from '../calendar.ts';
import { Diary } from './diary.ts';
import { ReadAhead } from './read-ahead.ts';
import { registerSuccessor } from './successor.ts';

/** Types are noted together with the registration, below it. */
const TYPE_BITS = 3;
const TYPES = 1 << TYPE_BITS;
/** Position in SEGMENTS: only Advanced points are complex. */
const ADVANCED = 1;

/** Meters exchanged for others of another type: from the next day on the MSID goes on as a new registration. */
export class Exchanges implements Stateful {
  private readonly act: Act;
  private readonly points: Points;
  private readonly ahead: ReadAhead;
  private readonly roll: Roll;
  private readonly outside: Outside;
  private readonly calendar: MarketCalendar;
  /** Registrations whose meters were exchanged yesterday. */
  private noted: number[] = [];
  /** Registrations whose supplier is to ask for agents of another segment. */
  private readonly toAsk: Diary;

  constructor(calendar: MarketCalendar, act: Act, roll: Roll, outside: Outside) {
    this.act = act;
    this.points = act.points;
    this.ahead = new ReadAhead(act.points);
    this.roll = roll;
    this.outside = outside;
    this.calendar = calendar;
    this.toAsk = new Diary(calendar.first, calendar.last);
  }

  /** A meter is of another type: the market knows from the next day that is opened. */
  note(id: number, type: number): void {
    this.noted.push(id * TYPES + type);
  }

  /** Makes the registrations that begin on a day because of another meter: before the day's lists are opened. */
  open(day: Day): void {
    for (const one of this.toAsk.take(day)) this.askForAgents(one >>> TYPE_BITS, one % TYPES, day);
    const noted = sortNumbers(Int32Array.from(this.noted));
    this.noted = [];
    this.ahead.each(noted, TYPE_BITS, one => this.exchange(one >>> TYPE_BITS, one % TYPES, day));
  }

  save(): State {
    return { ...this.toAsk.save(), noted: Int32Array.from(this.noted) };
  }

  /** @throws Error if it was saved for another number of days */
  restore(state: State): void {
    this.toAsk.restore(state);
    this.noted = [...state.noted!];
  }

  private exchange(id: number, type: number, day: Day): void {
    const { points } = this;
    if (points.typeOf(id) === type) return;
    const other = POINT_TYPES[points.typeOf(id)]!.segment !== POINT_TYPES[type]!.segment;
    // Linked MSIDs have their agents, and so their segment, in common.
    if (!this.isSettled(id) || (other && points.has(id, FLAG.linked))) this.drop(id, day);
    else if (other && points.standing.state(id) === MHHS) this.notify(id, type, day);
    else this.renew(id, type, day);
  }

  /** The MSID stays known by its old meter: a switch or a migration goes before, or another MSID has a say. */
  private drop(id: number, day: Day): void {
    this.act.ledger.except(this.midnight(day), 'new meter type not taken up', this.points.supplier[id]!);
  }

  /** Whether it is plain what the MSID is: no switch and no migration is under way. */
  private isSettled(id: number): boolean {
    const { points } = this;
    if (!points.isCurrent(id) || points.has(id, FLAG.leaving)) return false;
    if (points.standing.state(id) === LEGACY) return true;
    return points.standing.state(id) === MHHS && points.standing.both(id, EFFECTIVE);
  }

  /** The SMRA points out the wrong segment; the supplier asks for agents as soon as those that it has are qualified. */
  private notify(id: number, type: number, day: Day): void {
    const { act, calendar } = this;
    const midnight = this.midnight(day);
    act.place(id, 0, midnight, midnight);
    notifySegment(act);
    const next = act.rules.workingDay(day, 1);
    const from = act.rules.works!.agentsFrom[this.points.supplier[id]!]![type]!;
    const asks = from > next ? act.rules.workingDay(from - 1, 1) : next;
    if (asks <= calendar.last) this.toAsk.note(asks, id * TYPES + type);
  }

  /** The supplier asks for the agents of the new segment, on a registration that follows at their EFD. */
  private askForAgents(id: number, type: number, day: Day): void {
    const { act, points } = this;
    if (!this.isSettled(id)) {
      this.drop(id, day);
      return;
    }
    const midnight = this.midnight(day);
    act.place(id, 0, midnight, midnight);
    const from = day + Math.max(2, act.supplierRules.lead.sample(act.draw(DRAW.segmentLead)));
    const row = this.register(id, type, from);
    points.setRoute(row, ROUTE.mhhs);
    act.place(row, 0, midnight, midnight);
    act.reach(NODE['agents of the new segment'], act.startTime(day));
  }

  /** The same MSID, supplier and arrangements, with another meter: by a registration that follows at once. */
  private renew(id: number, type: number, day: Day): void {
    const { points, act, roll, outside } = this;
    const listed = roll.lists(id);
    if (listed) roll.leave(id);
    const row = this.register(id, type, day);
    points.setRoute(row, ROUTE.exchange);
    points.carryOver(row);
    act.links.replace(id, row);
    points.succeed(row);
    const state = points.standing.state(id);
    const supplier = points.supplier[id]!;
    const [before, after] = [act.segmentOf(id), act.segmentOf(row)];
    act.ledger.pass(this.midnight(day), before, supplier, points.areaOf(id), state, after, supplier, state);
    if (listed) outside.list(row);
    outside.begin(row, day);
  }

  private register(id: number, type: number, from: Day): number {
    const { points, act } = this;
    const complex = points.has(id, FLAG.complex) && POINT_TYPES[type]!.segment === ADVANCED;
    return registerSuccessor(act, id, from, points.supplier[id]!, type, complex);
  }

  private midnight(day: Day): number {
    return this.calendar.british.midnight(day);
  }
}
