import { AGENT_ROLES, type AgentRole } from '../roles.ts';
import type { Scenario } from '../schema.ts';
import { didYouMean, listed } from '../suggest.ts';
import { type Check, mappings } from './check.ts';
import { METERS_NEED, metersOf } from './meters.ts';

/** Which agents the points of a class and meter need, before and after migration; UMSO is played by the area. */
const NEEDED: readonly {
  class: 'NHH' | 'HH' | 'UMS';
  meters: readonly string[];
  roles: readonly AgentRole[];
}[] = [
  { class: 'NHH', meters: ['smart', 'traditional'], roles: ['MOA', 'NHHDC', 'MSS', 'SDS'] },
  { class: 'NHH', meters: ['advanced'], roles: ['MOA', 'NHHDC', 'MSA', 'ADS'] },
  { class: 'HH', meters: ['advanced'], roles: ['MOA', 'HHDC', 'MSA', 'ADS'] },
  { class: 'HH', meters: ['smart'], roles: ['MOA', 'HHDC', 'MSS', 'SDS'] },
  { class: 'UMS', meters: ['unmetered'], roles: ['MA', 'HHDC', 'UMSDS'] },
];

/**
 * The roles that a supplier needs agents for, each with the points that need it, e.g. "NHH smart". A DA is
 * needed only where customers change supplier, which is when one is appointed (BSCP708 §3.3.2).
 */
export function neededRoles(scenario: Scenario, code: string): Map<AgentRole, string> {
  const { shares } = scenario.suppliers[code]!;
  const needed = new Map<AgentRole, string>();
  for (const { class: name, meters, roles } of NEEDED) {
    if (!(shares[name] > 0) || scenario.population.classes[name].count === 0) continue;
    const present = name === 'UMS' ? new Set(meters) : metersOf(scenario, name);
    const all = scenario.switching ? [...roles, 'DA' as const] : roles;
    for (const meter of meters)
      if (present.has(meter))
        for (const role of all) if (!needed.has(role)) needed.set(role, name === 'UMS' ? name : `${name} ${meter}`);
  }
  return needed;
}

/** Every agent that a supplier names exists and plays the role. */
export const namedAgents: Check = {
  needs: ['suppliers!', 'agents.*.roles'],
  run({ suppliers, agents }, say, sound) {
    for (const [code, supplier] of mappings(suppliers)) {
      if (!sound(['suppliers', code, 'agents'])) continue;
      for (const role of AGENT_ROLES) {
        const named = supplier.agents[role] ?? {};
        const players = Object.keys(agents).filter(agent => agents[agent]!.roles[role]);
        for (const agent of Object.keys(named)) {
          const path = ['suppliers', code, 'agents', role, agent];
          if (!Object.hasOwn(agents, agent))
            say(path, `there is no agent "${agent}"${didYouMean(agent, players)}`, listed(players), 'key');
          else if (!players.includes(agent))
            say(path, `${agent} does not play the role ${role}`, listed(players), 'key');
        }
      }
    }
  },
};

/** Every supplier has an agent in each role that its points need. */
export const neededAgents: Check = {
  needs: ['suppliers!', 'switching!', ...METERS_NEED],
  run(scenario, say, sound) {
    for (const [code, supplier] of mappings(scenario.suppliers)) {
      if (!sound(['suppliers', code, 'agents']) || !sound(['suppliers', code, 'shares'])) continue;
      const needed = neededRoles(scenario, code);
      const missing = [...needed].filter(([role]) => Object.keys(supplier.agents[role] ?? {}).length === 0);
      if (missing.length > 0)
        say(
          ['suppliers', code, 'agents'],
          `has no ${missing.map(([role, points]) => `${role} (for ${points})`).join(', no ')}`,
          'at least one agent in each role that its points need',
        );
      for (const role of AGENT_ROLES) {
        const weights = Object.values(supplier.agents[role] ?? {});
        if (weights.length > 0 && weights.every(weight => weight === 0))
          say(['suppliers', code, 'agents', role], 'all weights are 0', 'a weight above 0 for at least one agent');
      }
    }
  },
};
