import { Cursor, type Machinery } from '../engine/index.ts';
import {
  areaIn,
  type EFFECTIVE,
  FALLEN,
  FLAG,
  type GIVEN_UP,
  type Links,
  POINT_TYPES,
  type Points,
  type Space,
  type Standings,
  typeIn,
} from '../market/index.ts';
import { type Day, formatDate, nextDaily, type Seconds } from '../time/index.ts';
import { DRAW } from './draws.ts';
import type { Joins } from './joins.ts';
import type { Ledger } from './ledger.ts';
import type { Outside } from './outside.ts';
import type { Requests } from './requests.ts';
import type { Rules, SupplierRules, SwitchRules } from './rules.ts';
import { FELL, isWithSwitch, requestOf, serviceOf } from './services.ts';

/** What all points share, besides the machinery. */
export interface World {
  readonly points: Points;
  readonly links: Links;
  readonly outside: Outside;
  readonly rules: Rules;
  readonly ledger: Ledger;
  readonly requests: Requests;
  readonly joins: Joins;
}

/** What a handler sees: a metering point at a time, in the market's words. */
export class Act extends Cursor {
  readonly points: Points;
  readonly standing: Standings;
  readonly links: Links;
  readonly outside: Outside;
  readonly rules: Rules;
  readonly ledger: Ledger;
  readonly requests: Requests;
  readonly joins: Joins;

  /** The parties of the registration. The area's number is that of its SMRA and of its LDSO. */
  declare readonly supplier: number;
  declare readonly smra: number;
  declare readonly ldso: number;
  declare readonly ms: number;
  declare readonly ds: number;
  /** Legacy MOA, or the meter administrator of unmetered supplies. */
  declare readonly metering: number;
  declare readonly collector: number;
  /** Number in POINT_TYPES. */
  declare readonly type: number;

  constructor(machinery: Machinery<Act>, world: World) {
    super(machinery as unknown as Machinery<never>);
    this.points = world.points;
    this.standing = world.points.standing;
    this.links = world.links;
    this.outside = world.outside;
    this.rules = world.rules;
    this.ledger = world.ledger;
    this.requests = world.requests;
    this.joins = world.joins;
    const { supplier, kind, ms, ds, metering, collector } = world.points;
    const area = () => areaIn(kind[this.id]!);
    Object.defineProperties(this, {
      smra: { get: area },
      ldso: { get: area },
      type: { get: () => typeIn(kind[this.id]!) },
    });
    for (const [name, column] of Object.entries({ supplier, ms, ds, metering, collector })) {
      Object.defineProperty(this, name, { get: () => column[this.id] });
    }
  }

  /** Registrations draw by a luck of their own. */
  protected override luckOf(id: number): number {
    return this.points.luckOf(id);
  }

  /** A new registration goes on in the trace of the one that it is to follow. */
  follow(id: number, former: number): void {
    this.traceAs(id, former);
  }

  /** The registration that this one succeeds, or succeeded; −1 for the first of a metering point. */
  get old(): number {
    return this.points.formerOf(this.id);
  }

  get oldSupplier(): number {
    return this.points.supplier[this.old]!;
  }

  get oldMs(): number {
    return this.points.ms[this.old]!;
  }

  get oldDs(): number {
    return this.points.ds[this.old]!;
  }

  get oldMetering(): number {
    return this.points.metering[this.old]!;
  }

  get oldCollector(): number {
    return this.points.collector[this.old]!;
  }

  /** The legacy data aggregator that the supplier appoints. */
  get da(): number {
    return this.points.da(this.id);
  }

  /** EFD of this registration: the day of the switch. Only registrations after the first have one. */
  get registered(): Day {
    return this.points.registeredFrom(this.id);
  }

  /** What the switch to this registration has become: a ROUTE. */
  get route(): number {
    return this.points.routeOf(this.id);
  }

  /** The switch was objected to or withdrawn: nothing more comes of it, from the day on which it falls. */
  get dead(): boolean {
    const { points, id } = this;
    if (!points.has(id, FLAG.dead | FLAG.doomed)) return false;
    return points.has(id, FLAG.dead) || this.today >= points.doomOf(id);
  }

  /** The appointments that the current messages belong to fell at the gate closure of a switch, on an earlier day. */
  get fell(): boolean {
    return isWithSwitch(this.branch) && (this.points.gotOf(this.id) & FELL) !== 0 && this.today >= this.registered;
  }

  /** A switch away from this registration is pending. */
  get leaving(): boolean {
    return this.points.has(this.id, FLAG.leaving);
  }

  /** The registration has ended by now, on its last midnight if not before. */
  get gone(): boolean {
    if (this.points.has(this.id, FLAG.gone)) return true;
    return this.leaving && this.points.registeredFrom(this.points.successorOf(this.id)) <= this.today;
  }

  get isComplex(): boolean {
    return this.points.has(this.id, FLAG.complex);
  }

  /** Notes what has come of what a switch waits for, in bits of its procedure, and returns all that has. */
  got(bits: number): number {
    if (bits !== 0) this.points.setGot(this.id, bits);
    return this.points.gotOf(this.id);
  }

  /**
   * One of several things that the registration waits for has come; returns when the last of those did that are here.
   * Whoever goes on with all of them goes on from then: a day's folds tell of them in any order.
   *
   * @param join which things: a JOIN
   */
  lastOf(join: number): Seconds {
    return this.joins.came(this.id, join, this.now, this.today);
  }

  /** The registrations that go where this one goes: of the secondary MSIDs, if it is that of a primary one. */
  get secondaries(): readonly number[] {
    return this.links.secondariesOf(this.id);
  }

  /** Agents are asked for on the primary MSID, and come to this one without more. */
  get isSecondary(): boolean {
    return this.links.isSecondary(this.id);
  }

  /** The number of a party among all those who may owe a step, where they are of several kinds. */
  debtor(step: number, space: Space, party: number): number {
    return this.rules.debtors[step]![space]! + party;
  }

  /** Does what is owed, unless the switch has fallen: then it is owed no longer. */
  fulfil(step: number, party: number): boolean {
    if (this.dead) {
      this.release(step, party);
      return false;
    }
    this.judge(step, party);
    return true;
  }

  /** How switches go; asked only where there are any. */
  get switching(): SwitchRules {
    return this.rules.switching!;
  }

  get supplierRules(): SupplierRules {
    return this.rules.suppliers[this.supplier]!;
  }

  get isNhh(): boolean {
    return this.type <= 2;
  }

  get isTraditional(): boolean {
    return this.type === 1;
  }

  get isAdvanced(): boolean {
    return this.type === 2 || this.type === 3;
  }

  get isSmart(): boolean {
    return this.type === 0 || this.type === 4;
  }

  get isHhSmart(): boolean {
    return this.type === 4;
  }

  get isUms(): boolean {
    return this.type === 5;
  }

  get segment(): number {
    return this.segmentOf(this.id);
  }

  segmentOf(id: number): number {
    return POINT_TYPES[this.points.typeOf(id)]!.segment;
  }

  /** The service that the current messages are about. */
  get service(): number {
    return serviceOf(this.branch);
  }

  /** Which request for the service they belong to. */
  get request(): number {
    return requestOf(this.branch);
  }

  get key(): number {
    return 2 * this.id + this.service;
  }

  get today(): Day {
    return this.british.dayOf(this.now);
  }

  /** EFD that counts for the current service. */
  get efd(): Day {
    return this.rules.first + this.standing.efd(this.key);
  }

  status(service: number): number {
    return this.standing.status(2 * this.id + service);
  }

  setStatus(service: number, status: number): void {
    this.standing.setStatus(2 * this.id + service, status);
  }

  /** Local midnight at which a day begins. */
  midnight(day: Day): Seconds {
    return this.british.midnight(day);
  }

  /** Gate closure for an EFD: on the day before. */
  gateClosure(efd: Day): Seconds {
    return this.british.at(efd - 1, this.rules.gateClosure);
  }

  /** When a read is deemed, if the outgoing DC has none by then to settle with. */
  deemingAt(efd: Day): Seconds {
    return this.midnight(this.rules.workingDay(efd, this.rules.deemAfter) + 1);
  }

  /** Whether the request that the current messages belong to is still the one that counts. */
  get counts(): boolean {
    return this.standing.counting(this.key) === this.request;
  }

  /** Whether the service was, or may have been, asked for more than once: what a day's folds tell of it is then out of order. */
  get askedAgain(): boolean {
    return this.standing.sent(this.key) > 0 || this.isSecondary;
  }

  /** Whether it has been overtaken by a later one, or fell, before now. */
  get ended(): boolean {
    if (this.isSecondary) return this.fell;
    if (this.fell) return true;
    if (this.counts) return this.status(this.service) >= FALLEN;
    const former = this.requests.former(this.key, this.request);
    return former === undefined || former.status >= FALLEN || former.until <= this.now;
  }

  /** The point passes into another state. */
  become(state: number): void {
    this.becomeOf(this.id, state);
  }

  /** As {@link become}, for another registration of the same point. */
  becomeOf(id: number, state: number): void {
    const { points, standing } = this;
    this.ledger.change(
      this.now,
      this.segmentOf(id),
      points.supplier[id]!,
      points.areaOf(id),
      standing.state(id),
      state,
    );
    standing.setState(id, state);
  }

  /** Both services of the point have come to a status. */
  both(status: typeof EFFECTIVE | typeof GIVEN_UP): boolean {
    return this.standing.both(this.id, status);
  }

  /** When the supplier sends its request on a day. */
  startTime(day: Day): Seconds {
    return this.supplierRules.sendAt(day, this.draw(DRAW.sendAt));
  }

  /** The first overnight batch after now. */
  nextBatch(): Seconds {
    return nextDaily(this.british, this.rules.batch, this.now);
  }

  /** The data service among all who may owe an answer: metering services come first. */
  get dsOwing(): number {
    return this.rules.msFrom.length + this.ds;
  }

  /** Whether an optional flow is sent for this point. */
  sendsToo(message: number): boolean {
    return this.draw(DRAW.optional + message) < this.rules.optionalBelow[message]!;
  }

  dateText(day: Day): string {
    return formatDate(day);
  }

  /** A remark for the trace, on the acts that follow. */
  note(detail: string): void {
    if (this.traced) this.detail = detail;
  }
}
