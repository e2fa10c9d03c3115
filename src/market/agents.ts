import { base, draw, type SeedKeys } from '../random/index.ts';
import { AGENT_ROLES, type AgentRole, type Scenario } from '../scenario/index.ts';
import { POINT_TYPES } from './meter-types.ts';
import type { Parties } from './parties.ts';

/** Draws for a registration's agents: below every purpose of the procedures. One each, in the order of {@link AGENTS}. */
const AGENT_PURPOSES = 900;

/** The agents that a registration has, in the order in which they are drawn. */
export const AGENTS = ['metering', 'collector', 'ms', 'ds', 'da'] as const;
type Agent = (typeof AGENTS)[number];

/** What a type calls the role that it needs. */
const NEEDED_AS = { metering: 'metering', collector: 'collector', ms: 'service', ds: 'data' } as const;

/** One or several agents of a role, by their numbers. */
interface Choice {
  readonly indexes: readonly number[];
  /** The luck below which each is taken, as 32 bits. */
  readonly tops: Float64Array;
  /** By the eight highest bits of a luck: the first agent that may be taken. Without it to fill a column takes 1.9 times as long. */
  readonly guide: Uint8Array;
}

/** Bits of a luck below those by which a guide goes. */
const GUIDE_SHIFT = 24;
const CELLS = 2 ** (32 - GUIDE_SHIFT);

/** Of one agent alone. */
const EVERY = Float64Array.of(2 ** 32);
const EVERYWHERE = new Uint8Array(CELLS);

/** Which agents a supplier appoints: drawn by a registration's own luck from those of its supplier. */
export class AgentChoice {
  private readonly keys: SeedKeys;
  /** By supplier, area, type and agent: worked out beforehand, for every registration asks for several. */
  private readonly choices: readonly Choice[];
  private readonly areas: number;

  constructor(scenario: Scenario, parties: Parties, keys: SeedKeys) {
    this.keys = keys;
    const umso = parties
      .in('MS')
      .filter(p => p.role === 'UMSO')
      .map(p => p.index);
    this.areas = umso.length;
    this.choices = Object.values(scenario.suppliers).flatMap(({ agents }) => {
      const byRole = new Map(AGENT_ROLES.map(role => [role, choiceOf(agents[role] ?? {}, role, parties)]));
      return umso.flatMap(areaUmso =>
        POINT_TYPES.flatMap((_, type) =>
          AGENTS.map(agent => {
            const role = AgentChoice.role(type, agent);
            return role === null ? only(areaUmso) : byRole.get(role)!;
          }),
        ),
      );
    });
  }

  /** The role that an agent plays for points of a type; null for the area's UMSO. */
  static role(type: number, agent: Agent): AgentRole | null {
    return agent === 'da' ? 'DA' : POINT_TYPES[type]![NEEDED_AS[agent]];
  }

  /** The number of a registration's agent within its role's space. @param luck what the registration draws by */
  of(supplier: number, area: number, type: number, agent: Agent, luck: number): number {
    return this.draw(this.choice(supplier, area, type, agent), purposeOf(agent), luck);
  }

  /** Gives points that are alike their agents, each by its own number. @param column by point */
  fill(
    column: Uint8Array,
    first: number,
    end: number,
    supplier: number,
    area: number,
    type: number,
    agent: Agent,
  ): void {
    const choice = this.choice(supplier, area, type, agent);
    const purpose = purposeOf(agent);
    if (choice.indexes.length === 1) column.fill(choice.indexes[0]!, first, end);
    else for (let id = first; id < end; id++) column[id] = this.draw(choice, purpose, id);
  }

  private choice(supplier: number, area: number, type: number, agent: Agent): Choice {
    const place = ((supplier * this.areas + area) * POINT_TYPES.length + type) * AGENTS.length;
    return this.choices[place + AGENTS.indexOf(agent)]!;
  }

  private draw({ indexes, tops, guide }: Choice, purpose: number, luck: number): number {
    if (indexes.length === 1) return indexes[0]!;
    const u = draw(this.keys, base(this.keys, luck), purpose, 0);
    let k = guide[u >>> GUIDE_SHIFT]!;
    while (u >= tops[k]! && k < tops.length - 1) k++;
    return indexes[k]!;
  }
}

function purposeOf(agent: Agent): number {
  return AGENT_PURPOSES + AGENTS.indexOf(agent);
}

/** One agent alone. */
function only(index: number): Choice {
  return { indexes: [index], tops: EVERY, guide: EVERYWHERE };
}

/** A supplier's agents of a role; the first there is where it has none. */
function choiceOf(agents: Readonly<Record<string, number>>, role: AgentRole, parties: Parties): Choice {
  const weights = Object.entries(agents);
  if (weights.length === 0) return only(0);
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  let below = 0;
  const tops = Float64Array.from(weights, ([, weight]) => {
    below += weight;
    return (below / sum) * 2 ** 32;
  });
  const guide = Uint8Array.from({ length: CELLS }, (_, cell) => tops.findIndex(top => top > cell * 2 ** GUIDE_SHIFT));
  return { indexes: weights.map(([mpid]) => parties.index(mpid, role)), tops, guide };
}
