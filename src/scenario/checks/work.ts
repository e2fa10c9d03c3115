import { AGENT_ROLES, type AgentRole, LEGACY_CLASSES, WORK, type WorkRole } from '../roles.ts';
import type { Scenario } from '../schema.ts';
import { listed } from '../suggest.ts';
import { neededRoles } from './agents.ts';
import { type Check, mappings } from './check.ts';
import { METERS_NEED, metersOf } from './meters.ts';

/** Every kind of work that somebody in the market has to do can be done. */
export const noCapacity: Check = {
  needs: [
    'capacities!',
    'areas!',
    'suppliers!',
    'agents.*.roles',
    'suppliers.*.agents',
    'suppliers.*.shares',
    'switching!',
    'works!',
    ...METERS_NEED,
  ],
  run(scenario, say) {
    const kinds = kindsOfWork(scenario);
    const missing = new Map<string, string[]>();
    const need = (role: WorkRole, party: string, own: Scenario['capacities'] | undefined) => {
      for (const kind of kinds[role]) {
        if (own?.[role]?.[kind] || scenario.capacities[role]?.[kind]) continue;
        const key = `${role}.${kind}`;
        missing.set(key, [...(missing.get(key) ?? []), party]);
      }
    };
    for (const [id, { capacities }] of mappings(scenario.areas))
      for (const role of ['SMRA', 'UMSO'] as const) need(role, id, capacities);
    const employed = new Set<string>();
    for (const [code, supplier] of Object.entries(scenario.suppliers)) {
      if (LEGACY_CLASSES.some(name => supplier.shares[name] > 0)) need('Supplier', code, supplier.capacities);
      for (const role of neededRoles(scenario, code).keys())
        for (const [agent, weight] of Object.entries(supplier.agents[role] ?? {}))
          if (weight > 0) employed.add(`${agent} ${role}`);
    }
    for (const [code, agent] of Object.entries(scenario.agents))
      for (const role of AGENT_ROLES)
        if (role in WORK && agent.roles[role] && employed.has(`${code} ${role}`))
          need(role as AgentRole & WorkRole, code, agent.capacities);
    for (const [key, parties] of missing)
      say(
        ['capacities', ...key.split('.')],
        `is missing, and so ${listed(parties, 5)} cannot do this work`,
        'a capacity: either servers and service, or rate',
      );
  },
};

/** The kinds of work that arise from the points that there are and from what happens to them. */
function kindsOfWork(scenario: Scenario): Record<WorkRole, readonly string[]> {
  const { NHH, UMS } = scenario.population.classes;
  const [nhh, hh] = [metersOf(scenario, 'NHH'), metersOf(scenario, 'HH')];
  const traditional = nhh.has('traditional');
  const advanced = nhh.has('advanced') || hh.has('advanced');
  const switched = scenario.switching !== undefined;
  const worked = scenario.works !== undefined;
  const when = (condition: boolean, ...kinds: string[]) => (condition ? kinds : []);
  const service = (mtd: boolean) => [
    'acceptance',
    ...when(mtd, 'mtd'),
    ...when(switched, 'outgoing-mtd'),
    ...when(worked, 'works'),
  ];
  const data = ['acceptance', ...when(switched, 'read')];
  const appointment = when(switched, 'appointment');
  const collector = when(switched, 'appointment', 'opening-read');
  return {
    SMRA: [
      'validation',
      'response',
      ...when(switched || scenario.connections !== undefined, 'registration'),
      ...when(worked, 'works'),
    ],
    UMSO: when(UMS.count > 0, 'acceptance', 'inventory', ...when(switched, 'outgoing-inventory')),
    MSS: service(traditional),
    MSA: service(advanced),
    SDS: data,
    ADS: data,
    UMSDS: data,
    MOA: [
      ...when(traditional || advanced, 'mtd'),
      ...when(switched, 'appointment', 'introduction', 'meter-details'),
      ...when(worked, 'works'),
    ],
    MA: appointment,
    DA: appointment,
    NHHDC: ['read', ...collector, ...when(switched, 'closing-read')],
    HHDC: ['data', ...collector],
    Supplier: [
      'd0151',
      ...when(NHH.count > 0, 'final-read', 'initial-read'),
      ...when(switched, 'decision', 'switch', 'd0205', 'switch-read', 'final-switch-read', 'dispute', 'd0367'),
    ],
  };
}
