import { base, draw, Guide, type SeedKeys } from '../random/index.ts';
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
  /** Which of them a luck stands for; null where there is but one. To search for it takes 1.9 times as long to fill a column. */
  readonly guide: Guide | null;
}

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
            return role === null ? { indexes: [areaUmso], guide: null } : byRole.get(role)!;
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
    if (!choice.guide) column.fill(choice.indexes[0]!, first, end);
    else for (let id = first; id < end; id++) column[id] = this.draw(choice, purpose, id);
  }

  private choice(supplier: number, area: number, type: number, agent: Agent): Choice {
    const place = ((supplier * this.areas + area) * POINT_TYPES.length + type) * AGENTS.length;
    return this.choices[place + AGENTS.indexOf(agent)]!;
  }

  private draw({ indexes, guide }: Choice, purpose: number, luck: number): number {
    return indexes[guide ? guide.pick(draw(this.keys, base(this.keys, luck), purpose, 0)) : 0]!;
  }
}

function purposeOf(agent: Agent): number {
  return AGENT_PURPOSES + AGENTS.indexOf(agent);
}

/** A supplier's agents of a role; the first there is where it has none. */
function choiceOf(agents: Readonly<Record<string, number>>, role: AgentRole, parties: Parties): Choice {
  const able = Object.entries(agents)
    .map(([mpid, weight]) => ({ index: parties.index(mpid, role), weight }))
    .filter(({ weight }) => weight > 0);
  if (able.length <= 1) return { indexes: [able[0]?.index ?? 0], guide: null };
  const sum = able.reduce((total, { weight }) => total + weight, 0);
  let below = 0;
  const tops = Uint32Array.from(able, ({ weight }) => {
    below += weight;
    return Math.ceil((below / sum) * 2 ** 32) - 1;
  });
  return { indexes: able.map(({ index }) => index), guide: new Guide(tops) };
}
