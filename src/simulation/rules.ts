import type { ConnectionRules, Refusals, Rules, SupplierRules, SwitchRules } from '../actors/index.ts';
import { type Group, type Parties, type Party, POINT_TYPES, SEGMENTS } from '../market/index.ts';
import { ROWS } from '../procedures/index.ts';
import type { MHHS_ROLES, Scenario } from '../scenario/index.ts';
import { type Day, parseDate, parseTimeOfDay } from '../time/index.ts';
import type { MarketCalendar } from './calendar.ts';
import type { Distributions } from './distributions.ts';
import { sendingTime } from './sending-time.ts';
import { debtorsOf } from './stages.ts';
import { worksRules } from './works-rules.ts';

/** 32 random bits below this: that often. */
function threshold(share: number): number {
  return share * 2 ** 32;
}

/** The rules that actors go by, worked out from a scenario. */
export function rulesOf(
  scenario: Scenario,
  calendar: MarketCalendar,
  distributions: Distributions,
  parties: Parties,
): Rules {
  const { milestones } = scenario;
  const smart = parseDate(milestones.M12);
  const others = parseDate(milestones.M11);
  const from = (party: Party) => agentFrom(scenario, party);
  return {
    british: calendar.british,
    first: calendar.first,
    last: calendar.last,
    workingDay: (day, n) => calendar.workingDays.add(day, n),
    suppliers: Object.values(scenario.suppliers).map(s => supplierRules(scenario, s, calendar, distributions)),
    msFrom: parties.in('MS').map(from),
    dsFrom: parties.in('DS').map(from),
    segmentFrom: [smart, others, others],
    complexFrom: parseDate(milestones.M14),
    batch: parseTimeOfDay(scenario.smra.batch),
    gateClosure: parseTimeOfDay(scenario.smra.gateClosure),
    smraRefusals: refusals(scenario.refusals.SMRA),
    msRefusals: parties.in('MS').map(p => refusals(scenario.refusals[p.role as 'MSS'])),
    dsRefusals: parties.in('DS').map(p => refusals(scenario.refusals[p.role as 'SDS'])),
    optionalBelow: ROWS.map(row => (row.optional ? threshold(scenario.steps[row.step.ref]?.also ?? 0) : 0)),
    deemAfter: scenario.reads.deemAfter,
    debtors: debtorsOf(parties),
    switching: scenario.switching ? switchRules(scenario, scenario.switching, calendar, distributions) : null,
    works: scenario.works ? worksRules(scenario.works, calendar, distributions, agentsByType(scenario, parties)) : null,
    chasing: scenario.chasing ?? null,
    connections: scenario.connections
      ? connectionRules(scenario, scenario.connections, calendar, distributions, parties)
      : null,
  };
}

/** First day on which a supplier may migrate points: service-activated some Working Days after qualification. */
export function supplierFrom(
  scenario: Scenario,
  supplier: Scenario['suppliers'][string],
  calendar: MarketCalendar,
): Day {
  if (supplier.activated !== undefined) return parseDate(supplier.activated);
  const qualified = qualification(scenario, supplier.qualification);
  // Before the first simulated year there is no calendar to count Working Days on, and no need to.
  return qualified < calendar.first - 30 ? qualified : calendar.workingDays.add(qualified, scenario.activation);
}

/** First day on which an agent may serve points under MHHS. UMSOs are the distributors', qualified by M10. */
export function agentFrom(scenario: Scenario, party: Party): Day {
  if (party.role === 'UMSO') return parseDate(scenario.milestones.M10);
  const role = party.role as (typeof MHHS_ROLES)[number];
  return qualification(scenario, scenario.agents[party.parent]!.roles[role]!.qualification!);
}

/** The day from which all agents that a supplier uses for points of a type are qualified. */
export function agentsFrom(
  scenario: Scenario,
  parties: Parties,
  supplier: Scenario['suppliers'][string],
  pointType: number,
): Day {
  const type = POINT_TYPES[pointType]!;
  const roles = type.service === null ? [type.data] : [type.service, type.data];
  return Math.max(
    ...roles.flatMap(role =>
      Object.entries(supplier.agents[role] ?? {})
        .filter(([, weight]) => weight > 0)
        .map(([mpid]) => agentFrom(scenario, parties.all.find(p => p.mpid === mpid && p.role === role)!)),
    ),
  );
}

/** By supplier and point type. */
function agentsByType(scenario: Scenario, parties: Parties): Day[][] {
  return Object.values(scenario.suppliers).map(s =>
    POINT_TYPES.map((_, type) => agentsFrom(scenario, parties, s, type)),
  );
}

function qualification(scenario: Scenario, text: string): Day {
  return parseDate(scenario.waves[text] ?? text);
}

/** The first day on which the points of a group may migrate: its segment is open, and complex metering from M14. */
export function opensOn(group: Group, rules: Rules): Day {
  const segment = rules.segmentFrom[POINT_TYPES[group.type]!.segment]!;
  return group.complex ? Math.max(segment, rules.complexFrom) : segment;
}

function supplierRules(
  scenario: Scenario,
  supplier: Scenario['suppliers'][string],
  calendar: MarketCalendar,
  distributions: Distributions,
): SupplierRules {
  const own = { ...scenario.behaviour, ...supplier.behaviour } as Scenario['behaviour'];
  const clock = calendar.clock(own.sending);
  return {
    from: supplierFrom(scenario, supplier, calendar),
    lead: distributions.table(own.lead, 1 / 86_400),
    sendAt: (day, u) => sendingTime(clock, calendar, day, u),
    readBelow: POINT_TYPES.map(t => (t.meter === 'unmetered' ? 0 : threshold(own.read[t.meter]))),
    againBelow: threshold(own.again.share),
    againWithin: own.again.after,
    retryAfter: own.retry.after,
    attempts: own.retry.attempts,
  };
}

function switchRules(
  scenario: Scenario,
  spec: NonNullable<Scenario['switching']>,
  calendar: MarketCalendar,
  distributions: Distributions,
): SwitchRules {
  const clock = calendar.clock(spec.hours);
  const from = (date: string | undefined) => (date === undefined ? calendar.first : parseDate(date));
  return {
    requestAt: (day, u) => sendingTime(clock, calendar, day, u),
    notice: distributions.table(spec.notice, 1 / 86_400),
    objection: SEGMENTS.map(s => ({ within: spec.objection[s].within, below: threshold(spec.objection[s].share) })),
    withdrawnBelow: threshold(spec.withdrawn),
    migrate: Object.values(scenario.suppliers).map(supplier => {
      const own = { ...spec.migrate, ...supplier.migrate };
      return { below: SEGMENTS.map(s => threshold(own[s] ?? 0)), from: from(own.from) };
    }),
    readBelow: POINT_TYPES.map(t => (t.meter === 'unmetered' ? 0 : threshold(spec.reads[t.meter]))),
    disputedBelow: threshold(spec.disputed),
    missingMoaBelow: threshold(spec.missingMoa),
    enrolledBelow: threshold(spec.enrolled),
    exceptionsAfter: spec.exceptions,
  };
}

function connectionRules(
  scenario: Scenario,
  spec: NonNullable<Scenario['connections']>,
  calendar: MarketCalendar,
  distributions: Distributions,
  parties: Parties,
): ConnectionRules {
  const clock = calendar.clock(spec.hours);
  return {
    from: parseDate(scenario.milestones.M10),
    works: day => clock.workedOnDay(day) > 0,
    registerAt: (day, u) => sendingTime(clock, calendar, day, u),
    notice: distributions.table(spec.notice, 1 / 86_400),
    supplierFrom: Object.values(scenario.suppliers).map(supplier =>
      POINT_TYPES.map((_, type) =>
        Math.max(supplierFrom(scenario, supplier, calendar), agentsFrom(scenario, parties, supplier, type)),
      ),
    ),
  };
}

function refusals(spec: { share: number; reasons: Record<string, number> } | undefined): Refusals {
  if (!spec || spec.share === 0) return { below: 0, reasons: [], tops: [] };
  const weights = Object.values(spec.reasons);
  const sum = weights.reduce((a, b) => a + b, 0);
  let below = 0;
  return {
    below: threshold(spec.share),
    reasons: Object.keys(spec.reasons),
    tops: weights.map(w => {
      below += w;
      return threshold(below / sum);
    }),
  };
}
