import { describe, expect, test } from 'vitest';
import { apportion, type Group, POINT_TYPES, population, SEGMENTS } from '../../src/market/index.ts';
import { LEGACY_CLASSES, type LegacyClass, loadScenario } from '../../src/scenario/index.ts';

const { scenario } = loadScenario(new URL('../../scenarios/baseline.yaml', import.meta.url).pathname);
const areas = Object.values(scenario.areas);
const suppliers = Object.values(scenario.suppliers);
const classes = scenario.population.classes;

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
const points = (groups: readonly Group[], of: (g: Group) => boolean) => sum(groups.filter(of).map(g => g.count));
const classOf = (g: Group) => POINT_TYPES[g.type]!.legacyClass;

test('the national market has 30,380,000 points, as the sources of the scenario have them', () => {
  const groups = population(scenario, 1);
  expect(sum(groups.map(g => g.count))).toBe(30_380_000);
  const byType = POINT_TYPES.map((type, t) => [type.name, points(groups, g => g.type === t)]);
  expect(byType).toEqual([
    ['NHH smart', 21_600_000],
    ['NHH traditional', 7_650_000],
    ['NHH advanced', 750_000],
    ['HH advanced', 332_500],
    ['HH smart', 17_500],
    ['UMS', 30_000],
  ]);
  const bySegment = SEGMENTS.map((_, s) => points(groups, g => POINT_TYPES[g.type]!.segment === s));
  expect(bySegment).toEqual([21_600_000 + 7_650_000 + 17_500, 750_000 + 332_500, 30_000]);
  // 2 % of the Advanced points are complex: 15,000 of the NHH and 6,650 of the HH ones.
  expect(points(groups, g => g.complex)).toBe(21_650);
  expect(points(groups, g => g.complex && classOf(g) === 'HH')).toBe(6650);
});

describe.each([1, 0.37, 0.1, 0.01, 0.001, 0.0001])('at a scale of %f', scale => {
  const groups = population(scenario, scale);
  const total = (c: LegacyClass) => Math.round(classes[c].count * scale);

  test('groups follow each other without a gap, in the order of area, supplier, type and complexity, none empty', () => {
    let next = 0;
    for (const g of groups) {
      expect(g.first).toBe(next);
      expect(g.count).toBeGreaterThan(0);
      next += g.count;
    }
    expect(next).toBe(sum(LEGACY_CLASSES.map(total)));
    const order = groups.map(g => ((g.area * 100 + g.supplier) * 10 + g.type) * 2 + (g.complex ? 1 : 0));
    expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
  });

  test('totals are exact by class, by class and area, and by meter type', () => {
    for (const c of LEGACY_CLASSES) {
      const byArea = areas.map((_, a) => points(groups, g => g.area === a && classOf(g) === c));
      expect(byArea).toEqual(
        apportion(
          total(c),
          areas.map(a => a.points[c]),
        ),
      );
      const spec = classes[c];
      const meters: Record<string, number> = 'meters' in spec ? spec.meters : { unmetered: 1 };
      const types = POINT_TYPES.flatMap((t, i) => (t.legacyClass === c ? [{ ...t, i }] : []));
      const byType = types.map(t => points(groups, g => g.type === t.i));
      expect(byType).toEqual(
        apportion(
          total(c),
          types.map(t => meters[t.meter]!),
        ),
      );
    }
  });

  test('a supplier’s share of a class is within one point of what it should be', () => {
    for (const c of LEGACY_CLASSES) {
      const all = sum(suppliers.map(s => s.shares[c]));
      suppliers.forEach((supplier, s) => {
        const found = points(groups, g => g.supplier === s && classOf(g) === c);
        expect(Math.abs(found - (total(c) * supplier.shares[c]) / all)).toBeLessThan(1 + 1e-6);
      });
    }
  });

  test('complex points are Advanced, and the share of them that the scenario says', () => {
    expect(groups.every(g => !g.complex || SEGMENTS[POINT_TYPES[g.type]!.segment] === 'Advanced')).toBe(true);
    POINT_TYPES.forEach((type, t) => {
      if (SEGMENTS[type.segment] !== 'Advanced') return;
      const wanted = points(groups, g => g.type === t) * scenario.population.complex;
      expect(points(groups, g => g.type === t && g.complex)).toBe(Math.round(wanted));
    });
  });
});
