import { type Act, DRAW, METERS, NODE, ROUTE, refusing, WORKS_KINDS, worksBranch } from '../../actors/index.ts';
import type { State, Stateful } from '../../engine/index.ts';
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
import { ReadAhead } from './read-ahead.ts';
import { Recurring } from './recurring.ts';

/** By point type: the number of its meter, −1 for unmetered supplies. */
const METER_OF = Int8Array.from(POINT_TYPES, t => METERS.indexOf(t.meter as (typeof METERS)[number]));

/** More than the branches of a registration, and than the seconds of the longest day. */
const BRANCHES = 64;
const SECONDS = 2 ** 17;

/** Works that are certain: of a point, by its first registration. */
interface Listed {
  readonly id: number;
  readonly day: Day;
  readonly kind: number;
  /** The meter after an exchange, by its number; −1 where luck decides. */
  readonly meter: number;
}

/** Works on meters: which are asked for on which day. What comes of them is the actors'. */
export class Works implements Stateful {
  private readonly spec: NonNullable<Scenario['works']>;
  private readonly act: Act;
  private readonly points: Points;
  private readonly ahead: ReadAhead;
  private readonly keys: SeedKeys;
  private readonly calendar: MarketCalendar;
  private readonly worked: (day: Day) => boolean;
  /** By meter: all kinds of works together. */
  private readonly recurring: Recurring;
  /** By meter: cumulated shares of the kinds, on 32 random bits. */
  private readonly kinds: readonly Float64Array[];
  private readonly listed: readonly Listed[];
  /** The D0312s and D0304s that came yesterday, each as one number: see {@link Works.look}. */
  private looks: number[] = [];

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
    this.ahead = new ReadAhead(act.points);
    this.keys = keys;
    this.calendar = calendar;
    const clock = calendar.clock(spec.hours);
    this.worked = day => clock.workedOnDay(day) > 0;
    const rates = METERS.map(meter => WORKS_KINDS.map(kind => spec.rates[kind][meter]));
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    this.kinds = rates.map(r => Float64Array.from(r, (_, i) => (sum(r.slice(0, i + 1)) / sum(r)) * 2 ** 32));
    const classes = rates.map(r => ({ rate: sum(r), months: [1] }));
    this.recurring = new Recurring(classes, calendar, keys, DRAW.nextWorks);
    for (const group of groups) if (METER_OF[group.type]! >= 0) this.recurring.drawFirst(group, METER_OF[group.type]!);
    this.listed = (spec.listed ?? []).map(l => this.certain(l));
  }

  /** A registration begins today: its first works are drawn. */
  begin(id: number, today: Day): void {
    if (this.meter(id) >= 0) this.drawNext(id, today);
  }

  /** From a day on works are asked for at other rates or by another luck: what was drawn until then is drawn anew. */
  renew(day: Day): void {
    const { points } = this;
    this.recurring.forget();
    for (let id = 0; id < points.rows; id++) if (points.isCurrent(id)) this.begin(id, day - 1);
  }

  /** The SMRA looks at a D0312 and D0304 as the day after `today` begins. */
  look(id: number, branch: number, at: Seconds, today: Day): void {
    // In the order in which they are to be taken: by registration, thread and time.
    const second = at - this.calendar.british.midnight(today);
    this.looks.push((id * BRANCHES + branch) * SECONDS + second);
  }

  /** Puts the works that are asked for on a day on their way, before anything else happens on it. */
  open(day: Day): void {
    const looks = Float64Array.from(this.looks).sort();
    this.looks = [];
    for (let i = 0; i < looks.length; i++) {
      const rest = Math.floor(looks[i]! / SECONDS);
      this.lookAt(Math.floor(rest / BRANCHES), rest % BRANCHES, looks[i]! % SECONDS, day);
    }
    for (const l of this.listed) if (l.day === day) this.request(this.points.currentOf(l.id), day, l.kind, l.meter);
    const ids = this.recurring.take(day);
    if (ids.length === 0) return;
    const works = this.workedFrom(day);
    this.ahead.each(ids, 0, id => this.drawn(id, day, works));
  }

  save(): State {
    return { ...this.recurring.save(), looks: Float64Array.from(this.looks) };
  }

  /** @throws Error if it was saved for another number of days */
  restore(state: State): void {
    this.recurring.restore(state);
    this.looks = [...state.looks!];
  }

  /** Whether a forward migration is in progress or completed is looked at as things stood at midnight. */
  private lookAt(id: number, branch: number, second: number, day: Day): void {
    const { points, act } = this;
    const { british } = this.calendar;
    const next = points.successorOf(id);
    const withSwitch = next >= 0 && points.routeOf(next) === ROUTE.forward && points.standing.status(2 * next) !== 0;
    const migrates = points.standing.state(id) !== LEGACY || withSwitch;
    const midnight = british.midnight(day);
    act.place(id, migrates ? refusing(branch) : branch, midnight, british.midnight(day - 1) + second);
    act.reach(NODE['D0312 and D0304 looked at'], midnight);
  }

  /** Works that luck has noted for a day: on a day off they wait for the next one with hours. @param works that day */
  private drawn(id: number, day: Day, works: Day): void {
    const { points } = this;
    // What follows a registration that has ended has works of its own.
    if (!points.isCurrent(id)) return;
    if (works !== day) {
      this.recurring.note(works, id);
      return;
    }
    this.drawNext(id, day);
    const u = draw(this.keys, base(this.keys, points.luckOf(id)), DRAW.worksKind, day);
    const tops = this.kinds[this.meter(id)]!;
    let kind = 0;
    while (u >= tops[kind]!) kind++;
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
    const state = points.standing.state(id);
    if (state !== FORWARD) return state === MHHS || state === REVERSE;
    for (let key = 2 * id; key <= 2 * id + 1; key++) {
      const status = points.standing.status(key);
      const takesEffect = status === CONFIRMED && this.calendar.first + points.standing.efd(key) === day;
      if (status !== EFFECTIVE && !takesEffect) return false;
    }
    return true;
  }

  private certain({ msid, on, kind, becomes }: NonNullable<typeof this.spec.listed>[number]): Listed {
    const id = this.points.find(msid);
    if (id < 0) throw new UnknownPoint(msid);
    const { legacyClass, meter } = POINT_TYPES[this.points.typeOf(id)]!;
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
    return METER_OF[this.points.typeOf(id)]!;
  }

  private drawNext(id: number, after: Day): void {
    this.recurring.drawNext(id, this.meter(id), after, this.points.luckOf(id));
  }
}
