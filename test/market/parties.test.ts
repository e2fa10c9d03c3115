import { describe, expect, test } from 'vitest';
import { Parties, type Space } from '../../src/market/index.ts';
import { AGENT_ROLES, loadScenario } from '../../src/scenario/index.ts';

const { scenario } = loadScenario(new URL('../../scenarios/baseline.yaml', import.meta.url).pathname);
const parties = new Parties(scenario);
const areas = Object.keys(scenario.areas);

describe('Parties of the national market', () => {
  test('are numbered from 1, and within their space from 0, without gaps', () => {
    expect(parties.all.map(p => p.id)).toEqual(parties.all.map((_, i) => i + 1));
    for (const space of new Set(parties.all.map(p => p.space))) {
      expect(parties.in(space).map(p => p.index)).toEqual(parties.in(space).map((_, i) => i));
      expect(parties.in(space).every(p => p.space === space)).toBe(true);
    }
    expect(parties.all.reduce((n, p) => n + (parties.in(p.space)[p.index] === p ? 1 : 0), 0)).toBe(parties.all.length);
  });

  test('an area’s SMRA and LDSO have the area’s number, and bear its distributor’s prefix', () => {
    for (const [number, id] of areas.entries()) {
      const { distributor } = scenario.areas[id]!;
      expect(parties.in('SMRA')[number]).toMatchObject({ mpid: `S${distributor}`, role: 'SMRA', parent: id });
      expect(parties.in('LDSO')[number]).toMatchObject({ mpid: `D${distributor}`, role: 'LDSO', parent: id });
    }
  });

  test('suppliers keep the scenario’s order; there is one each of CSS, EES, BSC Central Services and the MCC', () => {
    expect(parties.in('Supplier').map(p => p.mpid)).toEqual(Object.keys(scenario.suppliers));
    for (const space of ['CSS', 'EES', 'BSC', 'MCC'] as const) expect(parties.in(space)).toHaveLength(1);
  });

  test('those who stand in for each other share a space: UMSO, MSS and MSA; SDS, ADS and UMSDS; both kinds of DC', () => {
    const roles = (space: Space) => [...new Set(parties.in(space).map(p => p.role))].sort();
    expect(roles('MS')).toEqual(['MSA', 'MSS', 'UMSO']);
    expect(roles('DS')).toEqual(['ADS', 'SDS', 'UMSDS']);
    expect(roles('DC')).toEqual(['HHDC', 'NHHDC']);
    expect(roles('MOA')).toEqual(['MOA']);
  });

  test('a company is one party in each of its roles, and found by code and role', () => {
    for (const [mpid, agent] of Object.entries(scenario.agents)) {
      const own = parties.all.filter(p => p.mpid === mpid);
      expect(own.map(p => p.role)).toEqual(AGENT_ROLES.filter(role => agent.roles[role] !== undefined));
      for (const p of own) expect(parties.index(mpid, p.role)).toBe(p.index);
    }
  });

  test('a role that a company does not play is refused', () => {
    expect(() => parties.index('ALDRE', 'MOA')).toThrow('ALDRE does not play the role MOA');
  });
});
