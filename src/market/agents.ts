import { base, draw, type SeedKeys } from '../random/index.ts';
import { AGENT_ROLES, type AgentRole, type Scenario } from '../scenario/index.ts';
import { POINT_TYPES } from './meter-types.ts';
import type { Parties } from './parties.ts';

/** Draws for a registration's agents: below every purpose of the procedures. One each, in the order of {@link AGENTS}. */
const AGENT_PURPOSES = 900;

/** The agents that a registration has, in the order in which they are drawn. */
export const AGENTS = ['metering', 'collector', 'ms', 'ds', 'da'] as const;
type Agent = (typeof AGENTS)[number];

/** One or several agents of a role, by their numbers; the luck below which each is taken, as 32 bits. */
interface Choice {
  readonly indexes: readonly number[];
  readonly tops: Float64Array;
}

/** Which agents a supplier appoints: drawn by a registration's own luck from those of its supplier. */
export class AgentChoice {
  private readonly keys: SeedKeys;
  /** By supplier and role. */
  private readonly choices: readonly ReadonlyMap<AgentRole, Choice>[];
  private readonly umso: readonly number[];

  constructor(scenario: Scenario, parties: Parties, keys: SeedKeys) {
    this.keys = keys;
    this.umso = parties
      .in('MS')
      .filter(p => p.role === 'UMSO')
      .map(p => p.index);
    this.choices = Object.values(scenario.suppliers).map(({ agents }) => {
      const byRole = new Map<AgentRole, Choice>();
      for (const role of AGENT_ROLES) {
        const weights = Object.entries(agents[role] ?? {});
        const sum = weights.reduce((total, [, weight]) => total + weight, 0);
        let below = 0;
        const tops = Float64Array.from(weights, ([, weight]) => {
          below += weight;
          return (below / sum) * 2 ** 32;
        });
        byRole.set(role, { indexes: weights.map(([mpid]) => parties.index(mpid, role)), tops });
      }
      return byRole;
    });
  }

  /** The role that an agent plays for points of a type; null for the area's UMSO. */
  static role(type: number, agent: Agent): AgentRole | null {
    const { metering, collector, service, data } = POINT_TYPES[type]!;
    return { metering, collector, ms: service, ds: data, da: 'DA' as const }[agent];
  }

  /** The only agent that can be meant, or null if there are several: then {@link of} draws. */
  only(supplier: number, area: number, type: number, agent: Agent): number | null {
    const role = AgentChoice.role(type, agent);
    if (role === null) return this.umso[area]!;
    const { indexes } = this.choices[supplier]!.get(role)!;
    return indexes.length <= 1 ? (indexes[0] ?? 0) : null;
  }

  /** The number of a registration's agent within its role's space. @param luck what the registration draws by */
  of(supplier: number, area: number, type: number, agent: Agent, luck: number): number {
    const only = this.only(supplier, area, type, agent);
    if (only !== null) return only;
    const { indexes, tops } = this.choices[supplier]!.get(AgentChoice.role(type, agent)!)!;
    const u = draw(this.keys, base(this.keys, luck), AGENT_PURPOSES + AGENTS.indexOf(agent), 0);
    let k = 0;
    while (u >= tops[k]! && k < tops.length - 1) k++;
    return indexes[k]!;
  }
}
