import { AGENT_ROLES, type AgentRole, type Scenario } from '../scenario/index.ts';

/** Parties that stand in for each other in a procedure share a space and are numbered within it. */
export type Space =
  | 'Supplier'
  | 'SMRA'
  | 'LDSO'
  | 'EES'
  | 'MS'
  | 'DS'
  | 'MOA'
  | 'DC'
  | 'MA'
  | 'DA'
  | 'CSS'
  | 'BSC'
  | 'MCC';

/** The space of an agent's role: MSS, MSA and UMSO are metering services; SDS, ADS and UMSDS data services. */
const SPACE_OF: Record<AgentRole, Space> = {
  MOA: 'MOA',
  NHHDC: 'DC',
  HHDC: 'DC',
  DA: 'DA',
  MA: 'MA',
  MSS: 'MS',
  MSA: 'MS',
  SDS: 'DS',
  ADS: 'DS',
  UMSDS: 'DS',
};

/** A party in one of its roles; a company with several roles is several parties. */
export interface Party {
  /** Number in results, from 1. */
  readonly id: number;
  readonly mpid: string;
  readonly name: string;
  readonly role: string;
  /** The company or distribution area it belongs to. */
  readonly parent: string;
  readonly space: Space;
  /** Number within its space, from 0. */
  readonly index: number;
}

/** Everybody in the market. */
export class Parties {
  readonly all: readonly Party[];
  private readonly spaces = new Map<Space, Party[]>();

  constructor(scenario: Scenario) {
    const all: Party[] = [];
    const add = (mpid: string, name: string, role: string, parent: string, space: Space) => {
      const inSpace = this.spaces.get(space) ?? [];
      this.spaces.set(space, inSpace);
      const party = { id: all.length + 1, mpid, name, role, parent, space, index: inSpace.length };
      all.push(party);
      inSpace.push(party);
    };
    add('CSS', 'Central Switching Service', 'CSS', 'CSS', 'CSS');
    add('EES', 'Electricity Enquiry Service', 'EES', 'EES', 'EES');
    add('BSCCS', 'BSC Central Services', 'BSC Central Services', 'BSCCS', 'BSC');
    add('MCC', 'Migration Control Centre', 'MCC', 'MCC', 'MCC');
    for (const [id, area] of Object.entries(scenario.areas)) {
      add(`S${area.distributor}`, `SMRA ${area.name}`, 'SMRA', id, 'SMRA');
      add(`D${area.distributor}`, `LDSO ${area.name}`, 'LDSO', id, 'LDSO');
      add(`U${area.distributor}`, `UMSO ${area.name}`, 'UMSO', id, 'MS');
    }
    for (const [mpid, supplier] of Object.entries(scenario.suppliers))
      add(mpid, supplier.name, 'Supplier', mpid, 'Supplier');
    for (const [mpid, agent] of Object.entries(scenario.agents)) {
      for (const role of AGENT_ROLES) if (agent.roles[role]) add(mpid, agent.name, role, mpid, SPACE_OF[role]);
    }
    this.all = all;
  }

  /** The parties of a space in the order of their numbers. */
  in(space: Space): readonly Party[] {
    return this.spaces.get(space) ?? [];
  }

  /**
   * The number, within its space, of a company in a role.
   *
   * @throws Error if the company does not play the role
   */
  index(mpid: string, role: string): number {
    const found = this.all.find(p => p.mpid === mpid && p.role === role);
    if (!found) throw new Error(`${mpid} does not play the role ${role}`);
    return found.index;
  }
}
