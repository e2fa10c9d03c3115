import { type Act, DRAW, IMPORT_SERVES, NODE, servedWithImport } from '../../actors/index.ts';
import type { Roll } from '../../control/index.ts';
import type { State, Stateful } from '../../engine/index.ts';
import { FLAG, type Group, POINT_TYPES, type Points, SEGMENTS } from '../../market/index.ts';
import type { SeedKeys } from '../../random/index.ts';
import { type Scenario, SUPPLIER_SIZES } from '../../scenario/index.ts';
import { type Day, formatDate, parseDate, type Seconds } from '../../time/index.ts';
import type { MarketCalendar } from '../calendar.ts';
import { UnknownPoint } from '../unknown-point.ts';
import { NewSupplier } from './new-supplier.ts';
import { ReadAhead } from './read-ahead.ts';
import { Recurring } from './recurring.ts';
import { registerSuccessor } from './successor.ts';

/** The luck that is the last second of a day's hours. */
const LATEST = 2 ** 32 - 1;

/** Customers who change supplier: who does on which day, and to whom. What comes of it is the actors'. */
export class Switches implements Stateful {
  private readonly spec: NonNullable<Scenario['switching']>;
  private readonly act: Act;
  private readonly points: Points;
  private readonly roll: Roll;
  private readonly calendar: MarketCalendar;
  /** By segment and size of the present supplier: class = 2 · segment + size. */
  private readonly recurring: Recurring;
  private readonly newSupplier: NewSupplier;
  private readonly listed: { readonly id: number; readonly day: Day; readonly to: number }[] = [];
  /** Of the day that is opened: its midnight, the day on which who asks now is heard, and by segment the first EFD. */
  private midnight: Seconds = 0;
  private readonly ahead: ReadAhead;
  private asked: Day = 0;
  private readonly earliest: Int32Array;

  constructor(
    scenario: Scenario,
    spec: NonNullable<Scenario['switching']>,
    calendar: MarketCalendar,
    keys: SeedKeys,
    groups: readonly Group[],
    act: Act,
    roll: Roll,
  ) {
    this.spec = spec;
    this.act = act;
    this.points = act.points;
    this.ahead = new ReadAhead(act.points);
    this.roll = roll;
    this.calendar = calendar;
    this.newSupplier = new NewSupplier(scenario, spec);
    this.earliest = new Int32Array(SEGMENTS.length);
    const month = (day: Day) => Number(formatDate(day).slice(5, 7)) - 1;
    this.recurring = new Recurring(this.classes(groups), calendar, keys, DRAW.nextSwitch, month);
    for (const group of groups) this.recurring.drawFirst(group, this.classOf(group.type, group.supplier));
    for (const { msid, on, to } of spec.listed ?? []) {
      const id = this.points.find(msid);
      if (id < 0) throw new UnknownPoint(msid);
      this.listed.push({ id, day: parseDate(on), to: Object.keys(scenario.suppliers).indexOf(to) });
    }
  }

  /** A registration goes on from today: its next switch is drawn. */
  begin(id: number, today: Day): void {
    const { points } = this;
    const kind = this.classOf(points.typeOf(id), points.supplier[id]!);
    this.recurring.drawNext(id, kind, today, points.luckOf(id));
  }

  /** From a day on customers go by other rates or another luck: what was drawn until then is drawn anew. */
  renew(day: Day): void {
    const { points } = this;
    this.recurring.forget();
    for (let id = 0; id < points.rows; id++) if (points.isCurrent(id)) this.begin(id, day - 1);
  }

  /** Puts the switches that are asked for on a day on their way, before anything else happens on it. */
  open(day: Day): void {
    const { act, points, recurring } = this;
    this.turnTo(day);
    for (const { id, to } of this.listed.filter(l => l.day === day))
      this.request(act.links.leadOf(points.currentOf(id)), day, to);
    this.ahead.each(recurring.take(day), 0, id => this.request(id, day, -1));
  }

  save(): State {
    return this.recurring.save();
  }

  /** @throws Error if it was saved for another number of days */
  restore(state: State): void {
    this.recurring.restore(state);
  }

  private turnTo(day: Day): void {
    const { act, calendar } = this;
    this.midnight = calendar.british.midnight(day);
    // The window for objections is over by the eve of the EFD at the latest. Who asks on a day off is heard on the next.
    this.asked = act.british.dayOf(act.switching.requestAt(day, LATEST));
    act.switching.objection.forEach(({ within }, segment) => {
      this.earliest[segment] = act.rules.workingDay(this.asked, within) + 2;
    });
  }

  /** @param given the new supplier, −1 where luck decides */
  private request(id: number, day: Day, given: number): void {
    const { points, act } = this;
    // Related MSIDs are switched together, by the request for their primary.
    if (!points.isCurrent(id) || points.has(id, FLAG.leaving) || act.links.isSecondary(id)) return;
    const { midnight } = this;
    act.place(id, 0, midnight, midnight);
    const supplier = given >= 0 ? given : this.drawSupplier(id);
    if (supplier < 0 || supplier === points.supplier[id]) return;
    const notice = act.switching.notice.sample(act.draw(DRAW.notice));
    const from = Math.max(this.asked + notice, this.earliest[POINT_TYPES[points.typeOf(id)]!.segment]!);
    const row = this.register(id, supplier, from);
    const others = act.links.secondariesOf(id);
    if (others.length > 0)
      act.links.relate(
        row,
        others.map(other => this.register(other, supplier, from)),
      );
    act.place(row, 0, midnight, midnight);
    act.reach(NODE['switch request'], act.switching.requestAt(day, act.draw(DRAW.switchAt)));
  }

  /** A pending registration with a supplier, from a day on. */
  private register(former: number, supplier: number, from: Day): number {
    const { points, act, roll } = this;
    if (roll.lists(former)) roll.leave(former);
    const row = registerSuccessor(act, former, from, supplier);
    // The MOA of an export MSID is asked for on the import MSID only.
    const metering = servedWithImport(points, act.links, former);
    if (metering >= 0) {
      points.ms[row] = metering;
      points.setGot(row, IMPORT_SERVES);
    }
    return row;
  }

  private drawSupplier(id: number): number {
    const { act, points } = this;
    const { switchTo } = DRAW;
    return this.newSupplier.pick(points.typeOf(id), points.supplier[id]!, act.draw(switchTo), act.draw(switchTo + 1));
  }

  private classOf(type: number, supplier: number): number {
    return 2 * POINT_TYPES[type]!.segment + this.newSupplier.sizes[supplier]!;
  }

  /** The chance of a switch by segment and size: the customers of large suppliers go as often as the directions say. */
  private classes(groups: readonly Group[]) {
    const { rates, months, directions } = this.spec;
    const points = SEGMENTS.map(() => [0, 0]);
    for (const g of groups) points[POINT_TYPES[g.type]!.segment]![this.newSupplier.sizes[g.supplier]!]! += g.count;
    const from = SUPPLIER_SIZES.map(size => directions[size].large + directions[size].other);
    const all = from[0]! + from[1]!;
    return SEGMENTS.flatMap((segment, i) =>
      SUPPLIER_SIZES.map((_, size) => {
        const share = points[i]![size]! / Math.max(1, points[i]![0]! + points[i]![1]!);
        const weight = share > 0 && all > 0 ? from[size]! / all / share : 0;
        return { rate: rates[segment] * weight, months };
      }),
    );
  }
}
