import { type Act, DRAW, METERS, NODE, ROUTE, refusing, WORKS_KINDS, worksBranch } from '../../actors/index.ts';
import {
  CONFIRMED,
  EFFECTIVE,
  FLAG,
  FORWARD,
  type Group,
  LEGACY,
  MHHS,
  POINT_TYPES,
  type Points,
  REVERSE,
} from '../../market/index.ts';
import { base, draw, type SeedKeys } from '../../random/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { type Day, parseDate, type Seconds } from '../../time/index.ts';
import type { MarketCalendar } from '../calendar.ts';
import { UnknownPoint } from '../unknown-point.ts';
import { Recurring } from './recurring.ts';

/** Works that are certain: of a point, by its first registration. */
interface Listed {
  readonly id: number;
  readonly day: Day;
  readonly kind: number;
  /** The meter after an exchange, by its number; −1 where luck decides. */
  readonly meter: number;
}

/** Works on meters: which are asked for on which day. What comes of them is the actors'. */
export class Works {
  private readonly spec: NonNullable<Scenario['works']>;
  private readonly act: Act;
  private readonly points: Points;
  private readonly keys: SeedKeys;
  private readonly calendar: MarketCalendar;
  private readonly worked: (day: Day) => boolean;
  /** By meter: all kinds of works together. */
  private readonly recurring: Recurring;
  /** By meter: cumulated shares of the kinds, on 32 random bits. */
  private readonly kinds: readonly (readonly number[])[];
  private readonly listed: readonly Listed[];
  /** By day: the D0312s and D0304s that came on the day before. */
  private readonly looks = new Map<Day, { readonly id: number; readonly branch: number; readonly at: Seconds }[]>();

  constructor(
    spec: NonNullable<Scenario['works']>,
    calendar: MarketCalendar,
    keys: SeedKeys,
    groups: readonly Group[],
    act: Act,
  ) {
    this.spec = spec;
    this.act = act;
    this.points = act.points;
    this.keys = keys;
    this.calendar = calendar;
    const clock = calendar.clock(spec.hours);
    this.worked = day => clock.workedOnDay(day) > 0;
    const rates = METERS.map(meter => WORKS_KINDS.map(kind => spec.rates[kind][meter]));
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    this.kinds = rates.map(r => r.map((_, i) => (sum(r.slice(0, i + 1)) / sum(r)) * 2 ** 32));
    const classes = rates.map(r => ({ rate: sum(r), months: [1] }));
    this.recurring = new Recurring(classes, calendar, keys, DRAW.nextWorks);
    for (const group of groups) if (meterOf(group.type) >= 0) this.recurring.drawFirst(group, meterOf(group.type));
    this.listed = (spec.listed ?? []).map(l => this.certain(l));
  }

  /** A registration begins today: its first works are drawn. */
  begin(id: number, today: Day): void {
    if (this.meter(id) >= 0) this.drawNext(id, today);
  }

  /** The SMRA looks at a D0312 and D0304 as the day after `today` begins. */
  look(id: number, branch: number, at: Seconds, today: Day): void {
    const known = this.looks.get(today + 1);
    if (known) known.push({ id, branch, at });
    else this.looks.set(today + 1, [{ id, branch, at }]);
  }

  /** Puts the works that are asked for on a day on their way, before anything else happens on it. */
  open(day: Day): void {
    const looks = this.looks.get(day) ?? [];
    this.looks.delete(day);
    for (const l of looks.sort((a, b) => a.id - b.id || a.branch - b.branch || a.at - b.at)) this.lookAt(l, day);
    for (const l of this.listed) if (l.day === day) this.request(this.points.currentOf(l.id), day, l.kind, l.meter);
    for (const id of this.recurring.take(day)) this.drawn(id, day);
  }

  /** Whether a forward migration is in progress or completed is looked at as things stood at midnight. */
  private lookAt({ id, branch, at }: { id: number; branch: number; at: Seconds }, day: Day): void {
    const { points, act } = this;
    const next = points.successorOf(id);
    const withSwitch = next >= 0 && points.routeOf(next) === ROUTE.forward && points.status[2 * next] !== 0;
    const migrates = points.state[id] !== LEGACY || withSwitch;
    const midnight = this.calendar.british.midnight(day);
    act.place(id, migrates ? refusing(branch) : branch, midnight, at);
    act.reach(NODE['D0312 and D0304 looked at'], midnight);
  }

  /** Works that luck has noted for a day: on a day off they wait for the next one with hours. */
  private drawn(id: number, day: Day): void {
    const { points } = this;
    // What follows a registration that has ended has works of its own.
    if (!points.isCurrent(id)) return;
    if (!this.worked(day)) {
      this.recurring.note(this.workedFrom(day), id);
      return;
    }
    this.drawNext(id, day);
    const u = draw(this.keys, base(this.keys, points.luckOf(id)), DRAW.worksKind, day);
    const kind = this.kinds[this.meter(id)]!.findIndex(top => u < top);
    this.request(id, day, kind, -1);
  }

  private request(id: number, day: Day, kind: number, meter: number): void {
    const { points, act } = this;
    if (!points.isCurrent(id) || points.has(id, FLAG.leaving) || this.meter(id) < 0) return;
    const midnight = this.calendar.british.midnight(day);
    act.place(id, worksBranch(kind, this.underMhhs(id, day), day, meter), midnight, midnight);
    act.reach(NODE['works request'], act.rules.works!.requestAt(day, act.draw(DRAW.worksAt)));
  }

  /** Whether the metering service serves the point from the beginning of a day on. */
  private underMhhs(id: number, day: Day): boolean {
    const { points } = this;
    const state = points.state[id];
    if (state !== FORWARD) return state === MHHS || state === REVERSE;
    return [2 * id, 2 * id + 1].every(key => {
      const status = points.status[key]!;
      return status === EFFECTIVE || (status === CONFIRMED && this.calendar.first + points.efd[key]! === day);
    });
  }

  private certain({ msid, on, kind, becomes }: NonNullable<typeof this.spec.listed>[number]): Listed {
    const id = this.points.find(msid);
    if (id < 0) throw new UnknownPoint(msid);
    const { legacyClass, meter } = POINT_TYPES[this.points.type[id]!]!;
    if (meter === 'unmetered') throw new UnknownPoint(msid, 'metered point');
    if (!POINT_TYPES.some(t => t.legacyClass === legacyClass && t.meter === (becomes ?? meter)))
      throw new UnknownPoint(msid, `point that can have a ${becomes} meter`);
    const day = this.workedFrom(parseDate(on));
    return { id, day, kind: WORKS_KINDS.indexOf(kind), meter: becomes === undefined ? -1 : METERS.indexOf(becomes) };
  }

  /** The first day from this one on in whose hours works can be asked for; −1 if there is none in the period. */
  private workedFrom(day: Day): Day {
    for (let d = day; d <= this.calendar.last; d++) if (this.worked(d)) return d;
    return -1;
  }

  /** The meter of a point, by its number; −1 for unmetered supplies. */
  private meter(id: number): number {
    return meterOf(this.points.type[id]!);
  }

  private drawNext(id: number, after: Day): void {
    this.recurring.drawNext(id, this.meter(id), after, this.points.luckOf(id));
  }
}

function meterOf(type: number): number {
  return METERS.indexOf(POINT_TYPES[type]!.meter as (typeof METERS)[number]);
}
