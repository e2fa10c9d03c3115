import { type Act, DRAW, NODE, NODE_NAMES, STAGES, type Stage } from '../actors/index.ts';
import type { MessageSpec, NodeSpec, ObligationSpec, ServerSpec } from '../engine/index.ts';
import type { Parties, Space } from '../market/index.ts';
import { NETWORK_NAMES, type Part, ROWS, STEPS } from '../procedures/index.ts';
import { type QuantileTable, TableSet } from '../random/index.ts';
import type { Scenario } from '../scenario/index.ts';
import {
  ChangedDeadline,
  type Day,
  DeadlineTable,
  type DueTimes,
  formatDeadline,
  lookUp,
  parseDeadline,
} from '../time/index.ts';
import type { MarketCalendar } from './calendar.ts';
import type { Capacities, Capacity } from './capacities.ts';

/** Who plays a part, and so how many may send or receive its messages. */
export const SPACE_OF_PART: Record<Part, Space> = {
  Supplier: 'Supplier',
  'new Supplier': 'Supplier',
  'old Supplier': 'Supplier',
  'import Supplier': 'Supplier',
  'export Supplier': 'Supplier',
  CSS: 'CSS',
  SMRA: 'SMRA',
  LDSO: 'LDSO',
  EES: 'EES',
  'BSC Central Services': 'BSC',
  MS: 'MS',
  DS: 'DS',
  MOA: 'MOA',
  DC: 'DC',
  'incoming MS': 'MS',
  'incoming DS': 'DS',
  'incoming MOA': 'MOA',
  'incoming DC': 'DC',
  'incoming MA': 'MA',
  'incoming DA': 'DA',
  'outgoing MS': 'MS',
  'outgoing DS': 'DS',
  'outgoing MOA': 'MOA',
  'outgoing UMSO': 'MS',
  'outgoing DC': 'DC',
  'outgoing MA': 'MA',
};

/** Who may owe each step: those who send its messages, or do its act; in the order in which they are numbered. */
export function owingSpaces(step: (typeof STEPS)[number]): Space[] {
  const parts = step.act ? [step.act.by] : step.messages.map(m => m.from);
  return [...new Set(parts.map(p => SPACE_OF_PART[p]))];
}

/** By step: where the parties of each space that may owe it begin. */
export function debtorsOf(parties: Parties): Partial<Record<Space, number>>[] {
  return STEPS.map(step => {
    let first = 0;
    const begins: Partial<Record<Space, number>> = {};
    for (const space of owingSpaces(step)) {
      begins[space] = first;
      first += parties.in(space).length;
    }
    return begins;
  });
}

/** Messages as the kernel needs them. */
export function messageSpecs(parties: Parties): MessageSpec[] {
  const receipts = new Map<number, number>();
  for (const stage of STAGES) {
    if (stage.kind === 'receipt') for (const message of stage.of) receipts.set(message, NODE[stage.name]);
  }
  return ROWS.map(row => ({
    from: parties.in(SPACE_OF_PART[row.from]).length,
    to: parties.in(SPACE_OF_PART[row.to]).length,
    network: NETWORK_NAMES.indexOf(row.network),
    node: receipts.get(row.index) ?? -1,
    step: STEPS.indexOf(row.step),
  }));
}

/** Until when another scenario held, and what it says of steps: a branch has one for each run that it goes back to. */
export interface Past {
  readonly until: Day;
  readonly steps: Scenario['steps'];
}

/**
 * Deadlines as the kernel needs them: the scenario's where it gives one, else the catalogue's. What began in the past is
 * due as it was then.
 *
 * @param past in the order of time
 */
export function obligationSpecs(
  { steps }: Scenario,
  calendar: MarketCalendar,
  parties: Parties,
  past: readonly Past[] = [],
): ObligationSpec[] {
  // One table for all steps of the same deadline.
  const tables = new Map<string, DeadlineTable>();
  const tableOf = (within: string) => {
    const deadline = parseDeadline(within);
    const key = formatDeadline(deadline);
    const table = tables.get(key) ?? new DeadlineTable(calendar.british, calendar.workingDays, deadline);
    tables.set(key, table);
    return table;
  };
  return STEPS.map(step => {
    const withinBy = (own: Scenario['steps']) => own[step.ref]?.within ?? step.due?.within;
    const count = owingSpaces(step).reduce((n, space) => n + parties.in(space).length, 0);
    const within = withinBy(steps);
    if (typeof within !== 'string') return { parties: count, due: null };
    let due: DueTimes = tableOf(within);
    for (const { until, steps: former } of past.toReversed()) {
      const before = withinBy(former);
      if (typeof before !== 'string' || tableOf(before) === due) continue;
      due = new ChangedDeadline(calendar.british, until, tableOf(before), due);
    }
    return { parties: count, due };
  });
}

/** In place of the number of a delay: there is none. */
const NONE = -1;

/** The delays of all parties' work, each once. */
type Delays = ReturnType<typeof delaysOf>;

function delaysOf(capacities: Iterable<readonly Capacity[]>) {
  const tables = [...new Set([...capacities].flat().flatMap(({ delay }) => delay ?? []))];
  return { tables, sample: new TableSet(tables).sample };
}

/** The market's stages as nodes of the kernel, with the servers of each kind of work. */
export function nodes(
  parties: Parties,
  messages: readonly MessageSpec[],
  capacities: Capacities,
): { nodes: NodeSpec<Act>[]; servers: ServerSpec[][] } {
  const byName = new Map(STAGES.map(s => [s.name, s]));
  const servers: ServerSpec[][] = [];
  const capacitiesOf = new Map(
    STAGES.flatMap(stage =>
      stage.kind === 'work' ? [[stage, parties.in(stage.space).map(p => capacities.of(p, stage.capacity))]] : [],
    ),
  );
  const delays = delaysOf(capacitiesOf.values());
  const specs = NODE_NAMES.map((name): NodeSpec<Act> => {
    const stage = byName.get(name);
    if (!stage) throw new Error(`no actor takes up "${name}"`);
    if (stage.kind !== 'work') {
      servers.push([]);
      return { ...reach(stage, messages), handler: stage.handler, parties: 0, step: -1 };
    }
    const own = capacitiesOf.get(stage)!;
    servers.push(own.map(c => c.servers));
    const after = own.map(c => c.delay);
    const act = byName.get(stage.act);
    // With no delay the act is what a finished job sets off: no need to go there.
    const handler =
      act?.kind === 'moment' && !act.apart && after.every(delay => delay === null)
        ? act.handler
        : afterwards(stage.whose ?? whoIs(stage.space), NODE[name], NODE[stage.act], after, delays);
    return { ...reach(stage, messages), handler, parties: own.length, step: stage.step };
  });
  return { nodes: specs, servers };
}

function reach(stage: Stage, messages: readonly MessageSpec[]) {
  const served = stage.kind === 'work';
  const names = stage.kind === 'work' ? [stage.act] : (stage.leadsTo ?? []);
  const received = stage.kind === 'work' ? [] : (stage.sends ?? []).map(m => messages[m]!.node).filter(n => n >= 0);
  return {
    name: stage.name,
    served,
    // Work of one kind is done by the same hands, whatever procedure it is for.
    ...(stage.kind === 'work' ? { pool: `${stage.space} ${stage.capacity}` } : {}),
    apart: stage.kind === 'moment' && (stage.apart ?? false),
    leadsTo: [...new Set([...names.map(n => NODE[n]), ...received])],
  };
}

/** A finished job takes effect at once, or after the party's delay, which ties up nobody. @param sample see TableSet */
function afterwards(
  whose: (c: Act) => number,
  work: number,
  act: number,
  delays: readonly (QuantileTable | null)[],
  { tables, sample }: Delays,
): (c: Act) => void {
  const of = delays.map(delay => (delay === null ? NONE : tables.indexOf(delay)));
  const [first = NONE] = of;
  if (of.every(table => table === first)) {
    // All the same: no need to look who it is.
    if (first === NONE) return c => c.reach(act, c.now);
    return c => c.reach(act, c.now + sample(first, c.draw(DRAW.delay + work)));
  }
  const tableOf = lookUp(of);
  return c => {
    const table = tableOf[whose(c)]!;
    c.reach(act, table === NONE ? c.now : c.now + sample(table, c.draw(DRAW.delay + work)));
  };
}

/** The party of a space that a metering point has. */
function whoIs(space: Space): (c: Act) => number {
  switch (space) {
    case 'Supplier':
      return c => c.supplier;
    case 'SMRA':
      return c => c.smra;
    case 'MS':
      return c => c.ms;
    case 'DS':
      return c => c.ds;
    case 'MOA':
      return c => c.metering;
    case 'MA':
      return c => c.metering;
    case 'DC':
      return c => c.collector;
    case 'DA':
      return c => c.da;
    default:
      throw new Error(`nobody in ${space} works through a queue`);
  }
}
