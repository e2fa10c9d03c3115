import type { Rules } from '../actors/index.ts';
import { type ControlSpec, profile, type Roll, type Thresholds } from '../control/index.ts';
import type { Group, Parties } from '../market/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { type Day, parseDate } from '../time/index.ts';
import type { MarketCalendar } from './calendar.ts';
import { agentsFrom, opensOn } from './rules.ts';

/** Complex-metered points wait for M14; a plan that ends before then runs on for them over this many days. */
const COMPLEX_DAYS = 90;

/** What the Migration Control Centre controls: the suppliers' plans and its thresholds, at the scale of the run. */
export function controlSpec(
  scenario: Scenario,
  calendar: MarketCalendar,
  rules: Rules,
  parties: Parties,
  groups: readonly Group[],
  roll: Roll,
  scale: number,
): ControlSpec {
  const days: Day[] = [];
  for (let d = calendar.first; d <= calendar.last; d++) if (calendar.isMigrationDay(d)) days.push(d);
  const suppliers = Object.values(scenario.suppliers);
  const sending = suppliers.map(s => calendar.clock(s.behaviour?.sending ?? scenario.behaviour.sending));
  return {
    groups,
    roll,
    openFrom: groups.map(g => opensOn(g, rules)),
    supplierFrom: rules.suppliers.map(s => s.from),
    thresholds: thresholds(scenario, scale),
    isMigrationDay: (day, s) => calendar.isMigrationDay(day) && sending[s]!.workedOnDay(day) > 0,
    plans: suppliers.map((supplier, s) => {
      const own = groups.filter(g => g.supplier === s && g.count > 0);
      const plan = planOf(scenario, supplier);
      if ('csv' in plan) return scaledPlan(plan.daily ?? [], scale);
      const earliest = Math.max(
        rules.suppliers[s]!.from,
        ...own.map(g => agentsFrom(scenario, parties, supplier, g.type)),
      );
      const from = plan.from !== undefined ? parseDate(plan.from) : earliest;
      const to = plan.to !== undefined ? parseDate(plan.to) : calendar.last;
      const shape = { ramp: plan.ramp ?? 0, tail: plan.tail ?? 0 };
      const count = (complex: boolean) => own.reduce((n, g) => n + (g.complex === complex ? g.count : 0), 0);
      const opens = Math.max(from, rules.segmentFrom[0]!);
      const late = Math.max(from, rules.complexFrom);
      return sum(
        profile(count(false), { from: opens, to, ...shape }, days),
        profile(count(true), { from: late, to: Math.max(to, late + COMPLEX_DAYS), ramp: 0, tail: 0 }, days),
      );
    }),
  };
}

/** A supplier's plan; what it leaves out is as in the plan of those who have none. */
function planOf(scenario: Scenario, supplier: Scenario['suppliers'][string]): Scenario['plan'] {
  if (supplier.plan && 'csv' in supplier.plan) return supplier.plan;
  return { ...scenario.plan, ...supplier.plan };
}

/** Thresholds of a sample of the market are cut in proportion, never below one. */
function thresholds(scenario: Scenario, scale: number): Thresholds {
  const { market, area, supplier, areas, suppliers } = scenario.control.thresholds;
  const scaled = (n: number | null | undefined) =>
    n === null || n === undefined ? Number.POSITIVE_INFINITY : Math.max(1, Math.round(n * scale));
  return {
    market: scaled(market),
    areas: Object.keys(scenario.areas).map(id => scaled(areas?.[id] ?? area)),
    suppliers: Object.keys(scenario.suppliers).map(id => scaled(suppliers?.[id] ?? supplier)),
  };
}

/** A plan given by day, cut to the scale of the run so that its sums stay in proportion. */
function scaledPlan(daily: readonly (readonly [string, number])[], scale: number): Map<Day, number> {
  const planned = new Map<Day, number>();
  let total = 0;
  let done = 0;
  for (const [date, n] of [...daily].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    total += n;
    const now = Math.round(total * scale);
    const day = parseDate(date);
    planned.set(day, (planned.get(day) ?? 0) + now - done);
    done = now;
  }
  return planned;
}

function sum(a: ReadonlyMap<Day, number>, b: ReadonlyMap<Day, number>): Map<Day, number> {
  const all = new Map(a);
  for (const [day, n] of b) all.set(day, (all.get(day) ?? 0) + n);
  return all;
}
