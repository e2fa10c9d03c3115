import { describe, expect, test } from 'vitest';
import {
  isMpanCore,
  makePoints,
  mpanCore,
  Parties,
  POINT_TYPES,
  type Points,
  population,
} from '../../src/market/index.ts';
import { seedKeys } from '../../src/random/index.ts';
import { type AgentRole, loadScenario } from '../../src/scenario/index.ts';

const { scenario } = loadScenario(new URL('../../scenarios/baseline.yaml', import.meta.url).pathname);
const parties = new Parties(scenario);
const suppliers = Object.values(scenario.suppliers);
const distributors = Object.values(scenario.areas).map(a => a.distributor);
const keys = seedKeys('points');
const groups = population(scenario, 0.004);
const points = makePoints(scenario, parties, groups, keys);

const COLUMNS = ['metering', 'collector', 'ms', 'ds'] as const;
type Column = (typeof COLUMNS)[number];

/** The role whose agents a type of point has in a column; null for the area's UMSO. */
function roleOf(column: Column, type: number): AgentRole | null {
  const { metering, collector, service, data } = POINT_TYPES[type]!;
  return { metering, collector, ms: service, ds: data }[column];
}

describe('makePoints', () => {
  test('gives each point its group’s supplier, area, type and complexity, and starts it as legacy', () => {
    expect(points.count).toBe(121_520);
    for (const g of groups) {
      for (const id of [g.first, g.first + g.count - 1]) {
        const { supplier, area, type, complex, state } = points;
        expect([supplier[id], area[id], type[id], complex[id], state[id]]).toEqual([
          g.supplier,
          g.area,
          g.type,
          g.complex ? 1 : 0,
          0,
        ]);
      }
    }
  });

  test('takes agents from the supplier’s own list for the role, and each area’s own UMSO', () => {
    for (const column of COLUMNS) {
      for (const g of groups) {
        const role = roleOf(column, g.type);
        const umso = `U${distributors[g.area]}`;
        const allowed =
          role === null
            ? [parties.index(umso, 'UMSO')]
            : Object.keys(suppliers[g.supplier]!.agents[role]!).map(mpid => parties.index(mpid, role));
        const seen = new Set(points[column].subarray(g.first, g.first + g.count));
        expect(allowed, `${column} of supplier ${g.supplier}`).toEqual(expect.arrayContaining([...seen]));
      }
    }
  });

  test('divides a supplier’s points between its agents by weight (chi-square over all suppliers and roles, level 0.1 %)', () => {
    let [chiSquare, freedom] = [0, 0];
    suppliers.forEach((supplier, s) => {
      for (const column of COLUMNS) {
        for (const role of new Set(POINT_TYPES.map((_, t) => roleOf(column, t)))) {
          const agents = Object.entries((role && supplier.agents[role]) ?? {});
          if (!role || agents.length < 2) continue;
          const own = groups.filter(g => g.supplier === s && roleOf(column, g.type) === role);
          const total = own.reduce((n, g) => n + g.count, 0);
          const weights = agents.reduce((n, [, w]) => n + w, 0);
          // Too few for the distribution of the statistic to be chi-square.
          if (agents.some(([, w]) => (total * w) / weights < 5)) continue;
          for (const [mpid, weight] of agents) {
            const index = parties.index(mpid, role);
            const expected = (total * weight) / weights;
            const found = own.reduce((n, g) => {
              const column_ = points[column].subarray(g.first, g.first + g.count);
              return n + column_.reduce((m, agent) => m + (agent === index ? 1 : 0), 0);
            }, 0);
            chiSquare += (found - expected) ** 2 / expected;
          }
          freedom += agents.length - 1;
        }
      }
    });
    expect(freedom).toBeGreaterThan(20);
    // Wilson and Hilferty: the cube root of chi-square over its freedom is normal. 3.29 is 0.1 % on both sides.
    const spread = 2 / (9 * freedom);
    expect(Math.abs((Math.cbrt(chiSquare / freedom) - (1 - spread)) / Math.sqrt(spread))).toBeLessThan(3.29);
  });

  test('draws by the point’s own number: any group made by itself has the same agents', () => {
    for (let i = 0; i < groups.length; i += 37) {
      const g = groups[i]!;
      const alone = makePoints(scenario, parties, [g], keys);
      for (const column of [...COLUMNS, 'supplier', 'area', 'type', 'complex'] as const) {
        const part = (p: Points) => [...p[column].subarray(g.first, g.first + g.count)];
        expect(part(alone)).toEqual(part(points));
      }
    }
  });

  test('another seed gives other agents', () => {
    const others = makePoints(scenario, parties, groups, seedKeys('others'));
    const changed = others.metering.reduce((n, agent, id) => n + (agent === points.metering[id] ? 0 : 1), 0);
    expect(changed / points.count).toBeGreaterThan(0.1);
    expect([...others.supplier.subarray(0, 1000)]).toEqual([...points.supplier.subarray(0, 1000)]);
  });
});

describe('a point’s MPAN core', () => {
  test('is valid, bears its area’s distributor, is nobody else’s and leads back to the point', () => {
    const seen = new Set<string>();
    for (let id = 0; id < points.count; id++) {
      const mpan = points.mpan(id);
      if (!isMpanCore(mpan) || Number(mpan.slice(0, 2)) !== distributors[points.area[id]!] || points.find(mpan) !== id)
        expect.fail(`point ${id} has the MPAN ${mpan}`);
      seen.add(mpan);
    }
    expect(seen.size).toBe(points.count);
  });

  test('the first point of the first area is its distributor’s number nought', () => {
    // 1×3 = 3: the check digit of 10 0000000000.
    expect(points.mpan(0)).toBe('1000000000003');
  });

  test.each([
    ['no distributor’s of this market', mpanCore(99, 0)],
    ['of a wrong check digit', '1000000000004'],
    ['beyond the last of the market', mpanCore(24, 9_999_999_999)],
    ['too short', '10'],
    ['nothing', ''],
    ['words', 'ten'],
  ])('one that is %s leads to no point', (_, mpan) => expect(points.find(mpan)).toBe(-1));

  test('the number after an area’s last is nobody’s, though the next area’s first point comes after it', () => {
    const last = groups.findLast(g => g.area === 0)!;
    const end = last.first + last.count;
    expect(points.find(mpanCore(10, end - 1))).toBe(end - 1);
    expect(points.find(mpanCore(10, end))).toBe(-1);
    expect(points.mpan(end)).toBe('1100000000008'); // 1×3 + 1×5 = 8
  });
});
