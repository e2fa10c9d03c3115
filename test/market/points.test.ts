import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Memory } from '../../src/engine/index.ts';
import {
  FLAG,
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
const points = makePoints(scenario, parties, groups, keys, new Memory(), 10_000);

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
        const { supplier, flags, standing } = points;
        expect([supplier[id], points.areaOf(id), points.typeOf(id), flags[id], standing.state(id)]).toEqual([
          g.supplier,
          g.area,
          g.type,
          g.complex ? FLAG.complex : 0,
          0,
        ]);
        expect(points.isCurrent(id)).toBe(true);
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
      for (const column of [...COLUMNS, 'supplier', 'kind', 'flags'] as const) {
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
      if (!isMpanCore(mpan) || Number(mpan.slice(0, 2)) !== distributors[points.areaOf(id)] || points.find(mpan) !== id)
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

describe('a registration', () => {
  const area = 0;
  const few = population(scenario, 0.00002);
  const fresh = () => makePoints(scenario, parties, few, keys, new Memory(), 100_000);
  const with_ = (all: Points, former: number, supplier: number, type = all.typeOf(former)) =>
    all.register({
      former,
      supplier,
      area: all.areaOf(former),
      type,
      complex: all.has(former, FLAG.complex),
      from: 20_000,
    });

  test('is added after the others, pending, with its own supplier’s agents; the former one is about to be left', () => {
    const all = fresh();
    const count = all.count;
    const former = 7;
    const supplier = suppliers.findIndex((_, s) => s !== all.supplier[former]);
    const id = with_(all, former, supplier);
    expect([id, all.rows, all.count]).toEqual([count, count + 1, count]);
    expect([all.formerOf(id), all.originOf(id), all.registeredFrom(id)]).toEqual([former, former, 20_000]);
    expect([all.supplier[id], all.areaOf(id), all.typeOf(id), all.standing.state(id)]).toEqual([
      supplier,
      all.areaOf(former),
      all.typeOf(former),
      0,
    ]);
    expect(all.mpan(id)).toBe(all.mpan(former));
    expect(all.find(all.mpan(id))).toBe(former);
    for (const column of COLUMNS) {
      const role = roleOf(column, all.typeOf(id))!;
      const own = Object.keys(suppliers[supplier]!.agents[role]!).map(mpid => parties.index(mpid, role));
      expect(own).toContain(all[column][id]);
    }
    expect(Object.keys(suppliers[supplier]!.agents.DA!).map(mpid => parties.index(mpid, 'DA'))).toContain(all.da(id));
    expect([all.isCurrent(former), all.isCurrent(id)]).toEqual([true, false]);
    expect([all.has(former, FLAG.leaving), all.successorOf(former), all.successorOf(id)]).toEqual([true, id, -1]);
    expect(all.currentOf(id)).toBe(former);
  });

  test('takes the former one’s place, or falls away and leaves it as it was', () => {
    const all = fresh();
    const [one, other] = [with_(all, 3, 0), with_(all, 4, 0)];
    all.set(4, FLAG.overtaken);
    all.succeed(one);
    all.fall(other);
    expect([all.isCurrent(3), all.isCurrent(one), all.has(3, FLAG.gone), all.has(3, FLAG.leaving)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([all.isCurrent(4), all.isCurrent(other), all.has(other, FLAG.dead), all.has(4, FLAG.leaving)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    // A switch that falls gives an appointment that it had overtaken its chance back.
    expect(all.has(4, FLAG.overtaken)).toBe(false);
    expect([3, one].map(id => all.currentOf(id))).toEqual([one, one]);
    expect([4, other].map(id => all.currentOf(id))).toEqual([4, 4]);
    expect([3, 4].map(id => all.successorOf(id))).toEqual([-1, -1]);
  });

  test('has a luck of its own for 32 registrations of a point, and none that any other point has', () => {
    const all = fresh();
    const lucks = new Set<number>();
    for (let id = 0; id < all.count; id++) lucks.add(all.luckOf(id));
    let id = 5;
    for (let n = 1; n < 32; n++) {
      id = with_(all, id, n % 3);
      all.succeed(id);
      lucks.add(all.luckOf(id));
    }
    const born = [0, 1].map(() => all.register({ former: -1, supplier: 0, area, type: 0, complex: false, from: 1 }));
    for (const first of born) {
      let row = first;
      lucks.add(all.luckOf(row));
      all.succeed(row);
      for (let n = 1; n < 32; n++) {
        row = with_(all, row, n % 3);
        all.succeed(row);
        lucks.add(all.luckOf(row));
      }
    }
    expect(lucks.size).toBe(all.count + 31 + 2 * 32);
    // Beyond them there is nothing but the last.
    const last = all.luckOf(id);
    for (let n = 0; n < 3; n++) {
      id = with_(all, id, n);
      all.succeed(id);
      expect(all.luckOf(id)).toBe(last);
    }
  });

  test('of a new metering point has the next number of its area, and an MPAN core that nobody else has', () => {
    const all = fresh();
    const taken = few.reduce((n, g) => (g.area === area ? n + g.count : n), 0);
    const ids = [0, 1].map(() => all.register({ former: -1, supplier: 2, area, type: 1, complex: false, from: 1 }));
    expect(ids.map(id => all.mpan(id))).toEqual([0, 1].map(n => mpanCore(distributors[area]!, taken + n)));
    expect(ids.map(id => [all.formerOf(id), all.originOf(id)])).toEqual(ids.map(id => [-1, id]));
    const next = with_(all, ids[0]!, 1);
    expect([all.mpan(next), all.originOf(next)]).toEqual([all.mpan(ids[0]!), ids[0]]);
    // Only the points that there were at the beginning can be looked up.
    expect(all.find(all.mpan(ids[0]!))).toBe(-1);
  });

  test('keeps what is written of it while thousands follow', () => {
    const all = fresh();
    const total = 5000;
    const origin = (n: number) => n % all.count;
    let id = -1;
    const current = Array.from({ length: all.count }, (_, i) => i);
    for (let n = 0; n < total; n++) {
      id = with_(all, current[origin(n)]!, n % suppliers.length);
      all.succeed(id);
      current[origin(n)] = id;
      all.setRoute(id, n % 7);
      all.setGot(id, n % 65_536);
      all.standing.setState(id, n % 4);
      all.standing.setStatus(2 * id, n % 8);
      all.standing.setStatus(2 * id + 1, (n + 1) % 8);
      all.standing.setEfd(2 * id, n % 30_000);
      all.standing.setEfd(2 * id + 1, -1);
      all.standing.setSent(2 * id, n % 5);
      all.standing.setCounting(2 * id, n % 7);
      all.standing.setCounting(2 * id + 1, n % 6);
      all.reads[id] = n % 3;
    }
    for (let n = 0; n < total; n++) {
      const row = all.count + n;
      const found = [
        all.routeOf(row),
        all.gotOf(row),
        all.standing.state(row),
        all.standing.status(2 * row),
        all.standing.status(2 * row + 1),
        all.standing.efd(2 * row),
        all.standing.efd(2 * row + 1),
        all.standing.sent(2 * row),
        all.standing.counting(2 * row),
        all.standing.counting(2 * row + 1),
        all.reads[row],
        all.supplier[row],
        all.originOf(row),
      ];
      const told = [n % 7, n % 65_536, n % 4, n % 8, (n + 1) % 8, n % 30_000, -1, n % 5, n % 7, n % 6, n % 3];
      if (String(found) !== String([...told, n % suppliers.length, origin(n)])) expect.fail(`row ${row}: ${found}`);
    }
  });

  test('there is one for each metering point at any time, whatever is registered, succeeds and falls', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom('switch', 'switch', 'succeed', 'fall', 'connect'), fc.nat()), {
      maxLength: 80,
      size: 'max',
    });
    fc.assert(
      fc.property(moves, all => {
        const market = fresh();
        let metered = market.count;
        const pending: number[] = [];
        for (const [move, pick] of all) {
          const rows = Array.from({ length: market.rows }, (_, id) => id);
          if (move === 'connect') {
            const id = market.register({ former: -1, supplier: 0, area, type: 0, complex: false, from: 9 });
            market.succeed(id);
            metered++;
          } else if (move === 'switch') {
            const free = rows.filter(id => market.isCurrent(id) && !market.has(id, FLAG.leaving));
            pending.push(with_(market, free[pick % free.length]!, pick % suppliers.length));
          } else if (pending.length > 0)
            market[move === 'succeed' ? 'succeed' : 'fall'](pending.splice(pick % pending.length, 1)[0]!);
        }
        const rows = Array.from({ length: market.rows }, (_, id) => id);
        const current = rows.filter(id => market.isCurrent(id));
        expect(new Set(current.map(id => market.originOf(id))).size).toBe(metered);
        expect(current.length).toBe(metered);
        for (const id of current) expect(market.currentOf(market.originOf(id))).toBe(id);
        expect(
          rows
            .filter(id => market.successorOf(id) >= 0)
            .map(id => market.successorOf(id))
            .sort((a, b) => a - b),
        ).toEqual([...pending].sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });
});

test('a market of more areas than a byte has room for has points of each', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = letters.flatMap(first => [`_${first}`, `_${first}1`]);
  const areas = Object.fromEntries(names.map(name => [name, { ...Object.values(scenario.areas)[0]!, name }]));
  const many = { ...scenario, areas };
  const own = population(many, 0.004);
  const all = makePoints(many, new Parties(many), own, keys);
  expect(new Set(own.map(g => g.area)).size).toBe(names.length);
  for (const g of own) {
    const last = g.first + g.count - 1;
    expect([all.areaOf(g.first), all.typeOf(g.first)]).toEqual([g.area, g.type]);
    expect([all.areaOf(last), all.typeOf(last)]).toEqual([g.area, g.type]);
  }
});
