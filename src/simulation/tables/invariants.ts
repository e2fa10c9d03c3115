import { CHECKS } from '../../actors/index.ts';
import { EFFECTIVE, MHHS, SEGMENTS, STATES } from '../../market/index.ts';
import type { Market } from '../build.ts';
import type { Table } from '../table.ts';
import { Rows } from './rows.ts';

/** The first of the rules are for the migration itself, of which there is always some; the rest as far as they arise. */
const ALWAYS_CHECKED = 6;

interface Invariant {
  readonly name: string;
  readonly holds: boolean;
  readonly checks: number;
  readonly detail: string | null;
}

/** What must always hold, looked at in this run. */
export function invariants(market: Market): Invariant[] {
  return [...rules(market), states(market), services(market), messages(market), deadlines(market), jobs(market)];
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

/** Every point is in one state on every day: no count ever falls below zero, and all add up to the population. */
function states({ machinery, world, groups, calendar }: Market): Invariant {
  const { ledger } = world;
  const now = new Int32Array(ledger.areas.width);
  for (const g of groups) now[g.area * STATES.length]! += g.count;
  let wrong = 0;
  for (let day = 0; day < machinery.days; day++) {
    let total = 0;
    for (let slot = 0; slot < now.length; slot++) {
      now[slot]! += ledger.areas.get(day, slot);
      if (now[slot]! < 0) wrong++;
      total += now[slot]!;
    }
    if (total !== world.points.count) wrong++;
  }
  const atEnd = new Array<number>(STATES.length).fill(0);
  for (let id = 0; id < world.points.count; id++) atEnd[world.points.state[id]!]!++;
  const counted = STATES.map((_, s) => now.reduce((sum, n, slot) => sum + (slot % STATES.length === s ? n : 0), 0));
  // A change that was folded beyond the last day is in the columns and not in the counts; there must be none.
  if (counted.some((n, s) => n !== atEnd[s])) wrong++;
  return {
    name: 'every point is in exactly one state, and states add up to the population every day',
    holds: wrong === 0,
    checks: (calendar.last - calendar.first + 1) * (now.length + 1) + SEGMENTS.length,
    detail: wrong === 0 ? null : `${wrong} days and areas do not add up`,
  };
}

/** A point is under MHHS exactly when both its services are effective. */
function services({ world: { points } }: Market): Invariant {
  let wrong = 0;
  for (let id = 0; id < points.count; id++) {
    const both = points.status[2 * id] === EFFECTIVE && points.status[2 * id + 1] === EFFECTIVE;
    if (both !== (points.state[id] === MHHS)) wrong++;
  }
  const name = 'points under MHHS are those with both services effective, at the end';
  return { name, holds: wrong === 0, checks: points.count, detail: wrong === 0 ? null : `${wrong} points differ` };
}

/** Every message sent is delivered once or still under way. */
function messages({ machinery }: Market): Invariant {
  const { offered, delivered } = machinery.network;
  const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
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
  const days = machinery.servers.queueDays;
  const negative = days.filter(d => d.backlog < 0).length;
  const holds = negative === 0;
  const detail = holds ? null : `${negative} days with a backlog below zero`;
  return { name: 'every job that arrived is done or waits', holds, checks: days.length, detail };
}
