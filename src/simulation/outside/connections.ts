import { type Act, type ConnectionRules, DRAW, NODE, ROUTE } from '../../actors/index.ts';
import type { State, Stateful } from '../../engine/index.ts';
import { type Group, POINT_TYPES } from '../../market/index.ts';
import { base, draw, type SeedKeys } from '../../random/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { Day } from '../../time/index.ts';
import type { MarketCalendar } from '../calendar.ts';
import { Weights } from './weights.ts';

const DAYS_A_YEAR = 365.25;

/** New metering points: how many come to each area on a day, and to which suppliers. They are born under MHHS. */
export class Connections implements Stateful {
  private readonly rules: ConnectionRules;
  private readonly act: Act;
  private readonly keys: SeedKeys;
  private readonly calendar: MarketCalendar;
  /** By area: new points a day. */
  private readonly daily: readonly number[];
  /** By area: new points that are due and not registered yet. */
  private readonly due: Float64Array;
  private readonly shares: readonly number[];
  private readonly types: Weights;
  /** By point type: the suppliers that are able to take a point on the day that is opened. */
  private able: readonly Weights[] = [];
  /** The first day on which more suppliers may be able than are in `able`. */
  private ableUntil: Day = Number.NEGATIVE_INFINITY;
  /** Points connected so far; the next one's number for its draws until it has a registration. */
  private serial = 0;

  constructor(
    scenario: Scenario,
    spec: NonNullable<Scenario['connections']>,
    calendar: MarketCalendar,
    keys: SeedKeys,
    groups: readonly Group[],
    act: Act,
  ) {
    this.rules = act.rules.connections!;
    this.act = act;
    this.keys = keys;
    this.calendar = calendar;
    const points = Object.keys(scenario.areas).map(() => 0);
    for (const g of groups) if (POINT_TYPES[g.type]!.legacyClass === 'NHH') points[g.area]! += g.count;
    this.daily = points.map(n => (n * spec.rate) / DAYS_A_YEAR);
    this.due = new Float64Array(points.length);
    this.shares = Object.values(scenario.suppliers).map(s => s.shares.NHH);
    this.types = new Weights(POINT_TYPES.map(t => weightOf(t, spec.meters)));
  }

  /** Registers the points of a day, area by area: from M10 on, on days with hours. */
  open(day: Day): void {
    if (day < this.rules.from) return;
    if (day >= this.ableUntil) this.turnTo(day);
    const works = this.rules.works(day);
    this.daily.forEach((n, area) => {
      this.due[area]! += n;
      if (!works) return;
      for (; this.due[area]! >= 1; this.due[area]!--) this.connect(area, day);
    });
  }

  save(): State {
    return { due: this.due.slice(), serial: Int32Array.of(this.serial) };
  }

  /** @throws Error if it was saved with other areas */
  restore({ due, serial }: State): void {
    if (due!.length !== this.due.length) throw new Error('the connections that were saved are of other areas');
    this.due.set(due!);
    this.serial = serial![0]!;
  }

  private turnTo(day: Day): void {
    const { supplierFrom } = this.rules;
    this.able = POINT_TYPES.map(
      (_, type) => new Weights(this.shares.map((share, s) => (day >= supplierFrom[s]![type]! ? share : 0))),
    );
    this.ableUntil = supplierFrom
      .flat()
      .reduce((next, d) => (d > day && d < next ? d : next), Number.POSITIVE_INFINITY);
  }

  private connect(area: number, day: Day): void {
    const { act, rules } = this;
    const number = this.serial++;
    const luck = (purpose: number) => draw(this.keys, base(this.keys, number), purpose, 0);
    const type = this.types.pick(luck(DRAW.connectMeter));
    const supplier = this.able[type]!.pick(luck(DRAW.connectTo));
    if (supplier < 0) return;
    const from = day + Math.max(1, rules.notice.sample(luck(DRAW.connectNotice)));
    const row = act.points.register({ former: -1, supplier, area, type, complex: false, from });
    act.points.setRoute(row, ROUTE.connection);
    const midnight = this.calendar.british.midnight(day);
    act.place(row, 0, midnight, midnight);
    act.reach(NODE.connection, rules.registerAt(day, luck(DRAW.connectAt)));
  }
}

/** Weight of a type among new points: NHH types by their meters. */
function weightOf(type: (typeof POINT_TYPES)[number], meters: Readonly<Record<string, number>>): number {
  return type.legacyClass === 'NHH' ? (meters[type.meter] ?? 0) : 0;
}
