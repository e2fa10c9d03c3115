import { type Act, type ConnectionRules, DRAW, NODE, ROUTE } from '../../actors/index.ts';
import { type Group, POINT_TYPES } from '../../market/index.ts';
import { base, draw, type SeedKeys } from '../../random/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { Day } from '../../time/index.ts';
import type { MarketCalendar } from '../calendar.ts';
import { pick } from './pick.ts';

const DAYS_A_YEAR = 365.25;

/** New metering points: how many come to each area on a day, and to which suppliers. They are born under MHHS. */
export class Connections {
  private readonly rules: ConnectionRules;
  private readonly act: Act;
  private readonly keys: SeedKeys;
  private readonly calendar: MarketCalendar;
  /** By area: new points a day. */
  private readonly daily: readonly number[];
  /** By area: new points that are due and not registered yet. */
  private readonly due: Float64Array;
  private readonly shares: readonly number[];
  private readonly types: readonly { readonly type: number; readonly weight: number }[];
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
    this.types = POINT_TYPES.map((t, type) => ({ type, weight: weightOf(t, spec.meters) })).filter(t => t.weight > 0);
  }

  /** Registers the points of a day, area by area: from M10 on, on days with hours. */
  open(day: Day): void {
    if (day < this.rules.from) return;
    this.daily.forEach((n, area) => {
      this.due[area]! += n;
      if (!this.rules.works(day)) return;
      for (; this.due[area]! >= 1; this.due[area]!--) this.connect(area, day);
    });
  }

  private connect(area: number, day: Day): void {
    const { act, rules } = this;
    const number = this.serial++;
    const luck = (purpose: number) => draw(this.keys, base(this.keys, number), purpose, 0);
    const type = this.types[pick(this.types, t => t.weight, luck(DRAW.connectMeter))]!.type;
    const able = this.shares.map((share, s) => (day >= rules.supplierFrom[s]![type]! ? share : 0));
    if (able.every(share => share === 0)) return;
    const supplier = pick(able, share => share, luck(DRAW.connectTo));
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
