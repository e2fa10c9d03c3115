import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Memory } from '../../src/engine/index.ts';
import { FLAG, type Group, type Links, makeLinks, makePoints, Parties, type Points } from '../../src/market/index.ts';
import { seedKeys } from '../../src/random/index.ts';
import { loadScenario, type Scenario } from '../../src/scenario/index.ts';

const { scenario } = loadScenario(new URL('../../scenarios/baseline.yaml', import.meta.url).pathname);
const parties = new Parties(scenario);
const AREAS = Object.keys(scenario.areas);

type LinkSpec = NonNullable<Scenario['links']>;

/** Groups one after the other, as the market numbers them. */
function groupsOf(
  counts: readonly (readonly [area: number, supplier: number, type: number, count: number])[],
): Group[] {
  let first = 0;
  return counts.map(([area, supplier, type, count]) => {
    const group = { area, supplier, type, complex: false, first, count };
    first += count;
    return group;
  });
}

function linked(groups: readonly Group[], spec: LinkSpec, seed = 'links'): { points: Points; links: Links } {
  const keys = seedKeys(seed);
  const points = makePoints(scenario, parties, groups, keys, new Memory(), 10_000);
  return { points, links: makeLinks({ ...scenario, links: spec }, points, groups, keys) };
}

const related = (share: number, secondaries: LinkSpec['related']['secondaries']): LinkSpec => ({
  related: { share, secondaries },
  pairs: { share: 0 },
  changes: 0,
});

const paired = (share: number): LinkSpec => ({
  related: { share: 0, secondaries: { 1: 1 } },
  pairs: { share },
  changes: 0,
});

/** Two suppliers in one area with points of two NHH types and of UMS, and one of them in another area. */
const MARKET = groupsOf([
  [0, 0, 0, 400],
  [0, 0, 1, 100],
  [0, 0, 5, 50],
  [0, 1, 0, 600],
  [1, 1, 0, 200],
]);

describe('related MSIDs', () => {
  it('a quarter of 400, 100, 600 and 200 points with one secondary each: 100, 25, 150 and 50 sets, UMS none', () => {
    const { points, links } = linked(MARKET, related(0.25, { 1: 1 }));
    const sets = MARKET.map(g => {
      let n = 0;
      for (let id = g.first; id < g.first + g.count; id++) n += links.secondariesOf(id).length;
      return n;
    });
    expect(sets).toEqual([100, 25, 0, 150, 50]);
    // The first of four: point 0 with point 1; then 2 and 3 by themselves, then 4 with 5.
    expect([0, 1, 2, 3, 4, 5].map(id => links.leadOf(id))).toEqual([0, 0, 2, 3, 4, 4]);
    expect(links.isSecondary(1)).toBe(true);
    expect(links.isSecondary(0)).toBe(false);
    expect(points.has(2, FLAG.linked)).toBe(false);
  });

  it('a share of one area by itself, the other areas with theirs', () => {
    const spec = related(0, { 1: 1 });
    const own = { ...spec, related: { ...spec.related, areas: { [AREAS[1]!]: 0.5 } } };
    const { links } = linked(MARKET, own);
    expect([0, 1, 400, 550].map(id => links.secondariesOf(id))).toEqual([[], [], [], []]);
    expect([1150, 1152, 1348].map(id => links.secondariesOf(id))).toEqual([[1151], [1153], [1349]]);
  });

  it('groups that are too small for a set of their own get one when their shares add up to it', () => {
    // 10 % of 4 points is 0.4 of a secondary: the third group is the first to make one.
    const small = groupsOf([
      [0, 0, 0, 4],
      [0, 0, 1, 4],
      [0, 0, 2, 4],
      [0, 1, 0, 4],
    ]);
    const { links } = linked(small, related(0.1, { 1: 1 }));
    expect(links.all).toEqual([8, 9]);
  });

  it('property: members lie together in one group, have one pair of agents under MHHS and are in no pair', () => {
    const spec = fc.record({
      share: fc.constantFrom(0.05, 0.2, 0.5),
      pairs: fc.constantFrom(0, 0.1, 0.25),
      one: fc.integer({ min: 0, max: 3 }),
      three: fc.integer({ min: 1, max: 3 }),
      seed: fc.string(),
    });
    fc.assert(
      fc.property(spec, ({ share, pairs, one, three, seed }) => {
        const { points, links } = linked(
          MARKET,
          { related: { share, secondaries: { 1: one, 3: three } }, pairs: { share: pairs }, changes: 0 },
          seed,
        );
        let secondaries = 0;
        for (const group of MARKET) {
          for (let id = group.first; id < group.first + group.count; id++) {
            const others = links.secondariesOf(id);
            secondaries += others.length;
            others.forEach((other, i) => {
              expect(other).toBe(id + 1 + i);
              expect(other).toBeLessThan(group.first + group.count);
              expect([points.ms[other], points.ds[other]]).toEqual([points.ms[id], points.ds[id]]);
              expect(links.pairs.includes(other)).toBe(false);
            });
          }
        }
        expect(secondaries).toBeGreaterThan(0);
        expect(secondaries).toBeLessThanOrEqual(1300 * share * 1.5);
        expect(links.pairs.count).toBeLessThanOrEqual(1300 * pairs + 4);
      }),
      { numRuns: 40 },
    );
  });
});

describe('pairs of import and export', () => {
  it('half of the points are export MSIDs: every point is in a pair of its area and type, each in one only', () => {
    const { points, links } = linked(MARKET, paired(0.5));
    expect(links.pairs.count).toBe(200 + 50 + 300 + 100);
    const seen = new Set<number>();
    for (const id of links.pairs.all) {
      const pair = links.pairs.of(id);
      expect([pair.import, pair.export]).toContain(id);
      expect(links.pairs.isExport(id)).toBe(pair.export === id);
      expect(points.typeOf(pair.import)).toBe(points.typeOf(pair.export));
      expect(points.areaOf(pair.import)).toBe(points.areaOf(pair.export));
      seen.add(id);
    }
    expect(seen.size).toBe(1300);
  });

  it('suppliers of import and export are drawn apart: of 500 pairs in one area some 52 % have one supplier', () => {
    // 400 and 600 of 1,000 points: 0.4² + 0.6² = 0.52, with a standard deviation of about 2 %.
    const { points, links } = linked(
      groupsOf([
        [0, 0, 0, 400],
        [0, 1, 0, 600],
      ]),
      paired(0.5),
    );
    let same = 0;
    for (const id of links.pairs.all) {
      const pair = links.pairs.of(id);
      if (id === pair.export && points.supplier[pair.import] === points.supplier[id]) same++;
    }
    expect(same).toBeGreaterThan(215);
    expect(same).toBeLessThan(305);
  });

  it('a pair goes on under the registrations that its MSIDs have now', () => {
    const { points, links } = linked(groupsOf([[0, 0, 0, 2]]), paired(0.5));
    expect(links.pairs.of(1)).toEqual({ import: 0, export: 1 });
    const row = points.register({ former: 1, supplier: 1, area: 0, type: 0, complex: false, from: 20_000 });
    expect(links.pairs.of(0)).toEqual({ import: 0, export: 1 });
    points.succeed(row);
    links.succeed(row);
    expect(links.pairs.of(0)).toEqual({ import: 0, export: row });
    expect(links.pairs.isExport(row)).toBe(true);
  });
});

describe('a set that changes', () => {
  const trio = () => linked(groupsOf([[0, 0, 0, 3]]), related(2 / 3, { 2: 1 }));

  it('a secondary MSID that is released goes by itself; the last takes the primary with it', () => {
    const { points, links } = trio();
    expect(links.secondariesOf(0)).toEqual([1, 2]);
    links.release(1);
    expect(links.secondariesOf(0)).toEqual([2]);
    expect([links.leadOf(1), points.has(1, FLAG.linked)]).toEqual([1, false]);
    links.release(0);
    expect(links.secondariesOf(0)).toEqual([2]);
    links.release(2);
    expect(links.none).toBe(true);
    expect([0, 1, 2].map(id => points.has(id, FLAG.linked))).toEqual([false, false, false]);
  });

  it('a registration that takes the place of another takes its place in the set', () => {
    const { points, links } = trio();
    const row = points.register({ former: 0, supplier: 0, area: 0, type: 1, complex: false, from: 20_000 });
    points.succeed(row);
    links.replace(0, row);
    expect(links.secondariesOf(row)).toEqual([1, 2]);
    expect([1, 2].map(id => links.leadOf(id))).toEqual([row, row]);
    expect(links.secondariesOf(0)).toEqual([]);
  });
});
