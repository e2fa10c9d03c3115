import { CHECKS, ROUTE } from '../../actors/index.ts';
import { EFFECTIVE, FLAG, MHHS, POINT_TYPES, REVERSE, SEGMENTS, STATES } from '../../market/index.ts';
import type { Market } from '../build.ts';
import type { Table } from '../table.ts';
import { Rows } from './rows.ts';

/** The first of the rules are for the migration itself, of which there is always some; the rest as far as they arise. */
const ALWAYS_CHECKED = 6;

export interface Invariant {
  readonly name: string;
  readonly holds: boolean;
  readonly checks: number;
  readonly detail: string | null;
}

/** What must always hold, looked at in this run. */
export function invariants(market: Market): Invariant[] {
  return [
    ...rules(market),
    states(market),
    services(market),
    ...qualified(market),
    messages(market),
    deadlines(market),
    jobs(market),
  ];
}

export function invariantTable(all: readonly Invariant[]): Table {
  const rows = new Rows('invariant', { name: 'text', holds: 'integer', checks: 'integer', detail: 'text' });
  const byName = [...all].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const i of byName) rows.add(i.name, i.holds ? 1 : 0, i.checks, i.detail);
  return rows.table();
}

/** Rules of the market that the actors looked at as they acted. */
function rules({ world: { ledger } }: Market): Invariant[] {
  return CHECKS.filter((_, i) => ledger.checked[i]! > 0 || i < ALWAYS_CHECKED).map(name => {
    const i = CHECKS.indexOf(name);
    const broken = ledger.broken[i]!;
    return {
      name,
      holds: broken === 0,
      checks: ledger.checked[i]!,
      detail: broken === 0 ? null : `broken ${broken} times`,
    };
  });
}

/**
 * Every point is in one state on every day: no count ever falls below zero, all add up to the points that there are on
 * the day, and at the end they are what the registrations say, by area as by segment and supplier.
 */
function states(market: Market): Invariant {
  const { machinery, world, calendar } = market;
  const { ledger, points } = world;
  const areas = new Int32Array(ledger.areas.width);
  const segments = new Int32Array(ledger.states.width);
  for (const g of market.groups) {
    areas[g.area * STATES.length]! += g.count;
    segments[(POINT_TYPES[g.type]!.segment * ledger.suppliers + g.supplier) * STATES.length]! += g.count;
  }
  const connected = connectedBy(market);
  let population = points.count;
  let wrong = 0;
  for (let day = 0; day < machinery.days; day++) {
    population += connected[day]!;
    for (const [now, changes] of [
      [areas, ledger.areas],
      [segments, ledger.states],
    ] as const) {
      let total = 0;
      for (let slot = 0; slot < now.length; slot++) {
        now[slot]! += changes.get(day, slot);
        if (now[slot]! < 0) wrong++;
        total += now[slot]!;
      }
      if (total !== population) wrong++;
    }
  }
  for (let id = 0; id < points.rows; id++) {
    if (!points.isCurrent(id)) continue;
    const state = points.standing.state(id);
    const { segment } = POINT_TYPES[points.typeOf(id)]!;
    areas[points.areaOf(id) * STATES.length + state]!--;
    segments[(segment * ledger.suppliers + points.supplier[id]!) * STATES.length + state]!--;
  }
  // A change that was folded beyond the last day is in the columns and not in the counts; there must be none.
  for (const left of [areas, segments]) if (left.some(n => n !== 0)) wrong++;
  return {
    name: 'every point is in exactly one state, and states add up to the population every day',
    holds: wrong === 0,
    checks: (calendar.last - calendar.first + 1) * (areas.length + 1) + SEGMENTS.length,
    detail: wrong === 0 ? null : `${wrong} days and areas do not add up`,
  };
}

/** New metering points by the day from which they are there, counted from the first. */
function connectedBy({ machinery, calendar, world: { points } }: Market): Int32Array {
  const connected = new Int32Array(machinery.days);
  for (let id = points.count; id < points.rows; id++) {
    if (points.formerOf(id) >= 0 || points.has(id, FLAG.pending)) continue;
    connected[points.registeredFrom(id) - calendar.first]!++;
  }
  return connected;
}

/**
 * A point is under MHHS exactly when both its services are effective; besides, where a switch, an exchange or a new
 * connection has left appointments missing, which are asked for, and on its way out with a reverse migration.
 */
function services({ world: { points } }: Market): Invariant {
  let wrong = 0;
  let current = 0;
  for (let id = 0; id < points.rows; id++) {
    if (!points.isCurrent(id)) continue;
    current++;
    const both = points.standing.both(id, EFFECTIVE);
    const state = points.standing.state(id);
    if (both !== (state === MHHS || state === REVERSE) && !(state === MHHS && mayMiss(points.routeOf(id)))) wrong++;
  }
  const name = 'points under MHHS are those with both services effective, at the end';
  return { name, holds: wrong === 0, checks: current, detail: wrong === 0 ? null : `${wrong} points differ` };
}

/** Whether a registration can begin under MHHS without its appointments: not by migrating. */
function mayMiss(route: number): boolean {
  return route === ROUTE.mhhs || route === ROUTE.exchange || route === ROUTE.connection;
}

/**
 * Whoever has a point under MHHS was qualified for it on its EFD; a complex-metered one was not before M14. Looked at
 * where points change supplier or come new; without that, the actors' own checks say all.
 */
function qualified({ scenario, calendar, world: { points, rules } }: Market): Invariant[] {
  if (!scenario.switching && !scenario.connections) return [];
  let wrong = 0;
  let checks = 0;
  for (let id = 0; id < points.rows; id++) {
    if (points.standing.state(id) !== MHHS || !points.isCurrent(id)) continue;
    checks++;
    // Without arrays or closures: at national scale this runs thirty million times.
    const efd = calendar.first + Math.max(points.standing.efd(2 * id), points.standing.efd(2 * id + 1));
    const from = id < points.count ? efd : Math.max(efd, points.registeredFrom(id));
    const sound =
      from >= rules.suppliers[points.supplier[id]!]!.from &&
      (points.standing.status(2 * id) !== EFFECTIVE || from >= rules.msFrom[points.ms[id]!]!) &&
      (points.standing.status(2 * id + 1) !== EFFECTIVE || from >= rules.dsFrom[points.ds[id]!]!) &&
      (!points.has(id, FLAG.complex) || from >= rules.complexFrom);
    if (!sound) wrong++;
  }
  const name = 'points under MHHS are with qualified parties, and complex-metered ones only from M14 on, at the end';
  return [{ name, holds: wrong === 0, checks, detail: wrong === 0 ? null : `${wrong} points are not` }];
}

/** Every message sent is delivered once or still under way. */
function messages({ machinery }: Market): Invariant {
  const { offered, delivered } = machinery.network;
  const sum = (values: Int32Array) => values.reduce((a, b) => a + b, 0);
  const sent = machinery.messages.total;
  const holds = sent === sum(offered) && sum(delivered) <= sent;
  const detail = holds ? null : `${sent} counted, ${sum(offered)} offered, ${sum(delivered)} delivered`;
  return { name: 'every message sent is delivered once, or is under way at the end', holds, checks: sent, detail };
}

/** Every deadline opened is met, missed or still open. */
function deadlines({ machinery }: Market): Invariant {
  const { opened, judged, overdrawn } = machinery.obligations.totals();
  const holds = overdrawn === 0 && judged <= opened;
  const detail = holds ? null : `${judged} judged of ${opened} opened; ${overdrawn} slots with more judged than opened`;
  return { name: 'every deadline opened is met, missed or open', holds, checks: opened, detail };
}

/** Every job that arrived is done or in the backlog. */
function jobs({ machinery }: Market): Invariant {
  const { history } = machinery.servers;
  let negative = 0;
  for (let row = 0; row < history.length; row++) if (history.at(row).backlog < 0) negative++;
  const holds = negative === 0;
  const detail = holds ? null : `${negative} days with a backlog below zero`;
  return { name: 'every job that arrived is done or waits', holds, checks: history.length, detail };
}
