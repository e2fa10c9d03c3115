import type { Scenario } from '../../src/scenario/index.ts';
import { WORK } from '../../src/scenario/roles.ts';
import type { SimulationOptions } from '../../src/simulation/index.ts';
import { hands, type Knobs, TinyRun, tinyScenario } from './tiny-market.ts';

type Tree = { readonly [key: string]: unknown };

/** What most tests of switches change; the rest can be changed by its place in the scenario. */
export interface SwitchKnobs extends Omit<Knobs, 'starts' | 'lead'> {
  /** Starts of supplier ACORN by date; none if left out. */
  readonly starts?: Knobs['starts'];
  /** Days from the IF-031 to the EFD of a change of agent. Default 7. */
  readonly lead?: number;
  /** Starts of supplier BIRCH by date. If left out, what comes to it stays where it is. */
  readonly birchStarts?: Knobs['starts'];
  /** The switch of the first point: the day of the request, at 10:00:00, and the days from there to its EFD. */
  readonly on?: string;
  readonly notice?: number;
  /** Further switches; the first point's can be here too. */
  readonly listed?: readonly { readonly msid: string; readonly on: string; readonly to: string }[];
  /** Days on which the suppliers are qualified. Default: long since. */
  readonly acorn?: string;
  readonly birch?: string;
  /** Whether BIRCH migrates legacy points with the switch. Default 1. */
  readonly migrate?: 0 | 1;
  /** Whether there are switch reads. Default 1. */
  readonly reads?: 0 | 1;
  /** Whether the suppliers disagree on them, D0205s lack the MOA, meters are enrolled in the DCC. Default 0. */
  readonly disputed?: 0 | 1;
  readonly missingMoa?: 0 | 1;
  readonly enrolled?: 0 | 1;
  /** Other sections of the scenario, as it would say them. */
  readonly works?: Tree;
  readonly connections?: Tree;
  readonly links?: Tree;
  readonly chasing?: Tree;
}

/**
 * The first point of the market: the MPAN core of distributor 10 with number 0. 1×3 = 3 is its check digit; the second
 * point is 10 0000000001, and 1×3 + 1×43 = 46 leaves 2 by 11.
 */
export const FIRST = '1000000000003';
export const SECOND = '1000000000012';

/** Luck of 0 with its minute for the first point's request of an IF-031, of its first switch, and after that. */
const SEED = '54829';

/** Long after any period. */
const NEVER = '2029-12-31';

/** One company for each supplier plays every agent's role for it, and for nobody else. */
const COMPANY = { ACORN: 'AX', BIRCH: 'BX' } as const;

/** What each new kind of work takes, in minutes, and when it is done. */
const NEW_WORK: Readonly<Record<string, readonly [minutes: number, hours: string]>> = {
  'SMRA registration': [3, 'always'],
  'SMRA works': [4, 'always'],
  'Supplier decision': [8, 'office'],
  'Supplier switch': [8, 'office'],
  'Supplier d0205': [9, 'office'],
  'Supplier switch-read': [11, 'office'],
  'Supplier final-switch-read': [12, 'office'],
  'Supplier dispute': [12, 'office'],
  'Supplier d0367': [13, 'office'],
  'MOA appointment': [14, 'office'],
  'MOA introduction': [14, 'office'],
  'MOA meter-details': [16, 'office'],
  'MOA works': [17, 'office'],
  'NHHDC appointment': [18, 'office'],
  'NHHDC opening-read': [19, 'office'],
  'NHHDC closing-read': [40, 'office'],
  'HHDC appointment': [21, 'office'],
  'HHDC opening-read': [22, 'office'],
  'MA appointment': [23, 'office'],
  'DA appointment': [24, 'office'],
  'MSS outgoing-mtd': [25, 'office'],
  'MSA outgoing-mtd': [25, 'office'],
  'MSS works': [26, 'office'],
  'MSA works': [26, 'office'],
  'SDS read': [27, 'office'],
  'ADS read': [27, 'office'],
  'UMSDS read': [27, 'office'],
  'UMSO outgoing-inventory': [28, 'office'],
};

/**
 * The tiny market with a second supplier: ACORN has all points as the run begins and BIRCH has none; the first point
 * switches from ACORN to BIRCH on a given day. Nothing is left to luck; nobody objects and nobody withdraws.
 */
export function twoSuppliers(knobs: SwitchKnobs): Scenario {
  const { starts = [], lead = 7, on, notice = 10, listed = [], change = {}, ...rest } = knobs;
  const { acorn = 'early', birch = 'early', birchStarts = [[NEVER, 1]] } = rest;
  const same = (value: unknown) => ({ Smart: value, Advanced: value, Unmetered: value });
  const months = Array.from({ length: 12 }, () => 1);
  const capacities: Record<string, Record<string, unknown>> = {};
  for (const [role, kinds] of Object.entries(WORK)) {
    const own: Record<string, unknown> = {};
    for (const kind of kinds) {
      const work = NEW_WORK[`${role} ${kind}`];
      if (work) own[kind] = hands(...work);
    }
    capacities[role] = own;
  }
  const sections: Record<string, unknown> = {};
  for (const name of ['works', 'connections', 'links', 'chasing'] as const) {
    if (knobs[name]) sections[name] = knobs[name];
  }
  const base: Knobs = {
    points: knobs.points,
    from: knobs.from,
    to: knobs.to,
    starts: [[knobs.from, 1]],
    lead,
    ...(knobs.read === undefined ? {} : { read: knobs.read }),
  };
  const scenario = tinyScenario({
    ...base,
    change: overlaid(
      {
        seed: SEED,
        suppliers: {
          ACORN: { shares: { NHH: 99.9, HH: 99.9, UMS: 99.9 }, qualification: acorn, agents: onlyOf(COMPANY.ACORN) },
          BIRCH: {
            name: 'Birch Power',
            shares: { NHH: 0.1, HH: 0.1, UMS: 0.1 },
            qualification: birch,
            agents: onlyOf(COMPANY.BIRCH),
            plan: { csv: 'birch.csv', daily: [[knobs.from, 1]] },
          },
        },
        agents: {
          [COMPANY.ACORN]: { name: 'Acorn’s agents', roles: ROLES },
          [COMPANY.BIRCH]: { name: 'Birch’s agents', roles: ROLES },
        },
        capacities,
        switching: {
          rates: same(0),
          months,
          listed: [...(on === undefined ? [] : [{ msid: FIRST, on, to: 'BIRCH' }]), ...listed],
          directions: { large: { large: 0, other: 0 }, other: { large: 0, other: 1 } },
          hours: 'ten sharp',
          notice: { fixed: `${notice} d` },
          objection: same({ within: 1, share: 0 }),
          withdrawn: 0,
          migrate: same(knobs.migrate ?? 1),
          reads: { smart: knobs.reads ?? 1, traditional: knobs.reads ?? 1, advanced: knobs.reads ?? 1 },
          disputed: knobs.disputed ?? 0,
          missingMoa: knobs.missingMoa ?? 0,
          enrolled: knobs.enrolled ?? 0,
          exceptions: { legacy: 15, enrolled: 10, mhhs: 10 },
        },
        ...sections,
      },
      change,
    ),
  });
  // A file could not say that nobody starts anything, or only after the period; a market may.
  const { ACORN, BIRCH } = scenario.suppliers;
  const planned = (daily: Knobs['starts']) => ({
    csv: 'plan.csv',
    daily: daily.map(([date, n]) => [date, n] as [string, number]),
  });
  return {
    ...scenario,
    suppliers: { ACORN: { ...ACORN!, plan: planned(starts) }, BIRCH: { ...BIRCH!, plan: planned(birchStarts) } },
  };
}

const AGENT_ROLES = ['MOA', 'NHHDC', 'HHDC', 'DA', 'MA', 'MSS', 'MSA', 'SDS', 'ADS', 'UMSDS'] as const;
const MHHS = ['MSS', 'MSA', 'SDS', 'ADS', 'UMSDS'];
const ROLES = Object.fromEntries(
  AGENT_ROLES.map(role => [role, MHHS.includes(role) ? { qualification: 'early' } : {}]),
);

/** A supplier's agents: one company in every role. The tiny market's own get no weight. */
function onlyOf(company: string): Tree {
  return Object.fromEntries(AGENT_ROLES.map(role => [role, { [role]: 0, [company]: 1 }]));
}

/** Objects key by key; anything else takes the place of what was there. */
function overlaid(base: Tree, change: Tree): Tree {
  const all: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(change)) {
    const before = all[key];
    all[key] = isTree(before) && isTree(value) ? overlaid(before, value) : value;
  }
  return all;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A market of two suppliers that has run. Parties are called ACORN and BIRCH; their agents A-MOA, B-MOA and so on; the
 * others by their role.
 */
export class TwoSuppliersRun extends TinyRun {
  private names: ReadonlyMap<unknown, string> | null = null;

  override role(party: string | number | null | undefined): string {
    this.names ??= new Map(
      this.rows('party').map(({ party_id, mpid, role }) => {
        if (role === 'Supplier') return [party_id, String(mpid)];
        return [party_id, mpid === COMPANY.ACORN ? `A-${role}` : mpid === COMPANY.BIRCH ? `B-${role}` : String(role)];
      }),
    );
    const name = this.names.get(party);
    if (name === undefined) throw new Error(`there is no party ${party}`);
    return name;
  }
}

/** Two suppliers, from the first day to the last, with the first point traced. */
export function twoSuppliersRun(knobs: SwitchKnobs, options: SimulationOptions = { trace: 1 }): TwoSuppliersRun {
  return new TwoSuppliersRun(twoSuppliers(knobs), options);
}
