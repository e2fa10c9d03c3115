import { LEGACY_CLASSES, type Scenario } from '../scenario/index.ts';
import { apportion, crossTable } from './apportion.ts';
import { POINT_TYPES } from './meter-types.ts';

/** Metering points that are alike: they lie together, in the order in which their supplier will migrate them. */
export interface Group {
  /** Number of the area in the scenario's order. */
  readonly area: number;
  readonly supplier: number;
  /** Number in {@link POINT_TYPES}. */
  readonly type: number;
  /** Complex-metered: may not migrate before M14. */
  readonly complex: boolean;
  /** Number of its first point; its points are numbered on from there. */
  readonly first: number;
  readonly count: number;
}

/**
 * The market's metering points by area, supplier, type and complexity. Totals by class, by type and by class and
 * area are exact, as are each supplier's share of a class: what must be rounded is rounded by largest remainder.
 *
 * @param scale fraction of the population, in (0, 1]; each class is scaled and rounded by itself
 */
export function population(scenario: Scenario, scale: number): Group[] {
  const areas = Object.values(scenario.areas);
  const suppliers = Object.values(scenario.suppliers);
  const cells: Omit<Group, 'first'>[] = [];
  for (const legacyClass of LEGACY_CLASSES) {
    const spec = scenario.population.classes[legacyClass];
    const types = POINT_TYPES.map((t, i) => ({ ...t, i })).filter(t => t.legacyClass === legacyClass);
    const total = Math.round(spec.count * scale);
    const meters: Record<string, number> = 'meters' in spec ? spec.meters : { unmetered: 1 };
    const byType = apportion(
      total,
      types.map(t => meters[t.meter] ?? 0),
    );
    const byArea = apportion(
      total,
      areas.map(a => a.points[legacyClass]),
    );
    const table = crossTable(byArea, byType);
    // Complex-metered points, a share of the Advanced ones, are spread over areas like the rest.
    const strata: { area: number; type: number; complex: boolean; count: number }[] = [];
    types.forEach((t, column) => {
      const counts = table.map(row => row[column]!);
      const complexTotal = t.segment === 1 ? Math.round(byType[column]! * scenario.population.complex) : 0;
      const complex = apportion(complexTotal, counts);
      counts.forEach((count, area) => {
        strata.push({ area, type: t.i, complex: false, count: count - complex[area]! });
        if (complex[area]! > 0) strata.push({ area, type: t.i, complex: true, count: complex[area]! });
      });
    });
    const bySupplier = apportion(
      total,
      suppliers.map(s => s.shares[legacyClass]),
    );
    crossTable(
      strata.map(s => s.count),
      bySupplier,
    ).forEach((row, i) => {
      row.forEach((count, supplier) => {
        if (count > 0) cells.push({ ...strata[i]!, supplier, count });
      });
    });
  }
  cells.sort((a, b) => a.area - b.area || a.supplier - b.supplier || a.type - b.type || +a.complex - +b.complex);
  let first = 0;
  return cells.map(cell => {
    const group = { ...cell, first };
    first += cell.count;
    return group;
  });
}

/**
 * The groups, and after them those that are empty at first: points may come to any supplier that has points of their
 * class, and have any type, complex or not.
 */
export function everyGroup(groups: readonly Group[], scenario: Scenario): Group[] {
  const key = (g: Omit<Group, 'first' | 'count'>) => `${g.area} ${g.supplier} ${g.type} ${g.complex}`;
  const known = new Set(groups.map(key));
  const first = groups.reduce((n, g) => n + g.count, 0);
  const all = [...groups];
  Object.keys(scenario.areas).forEach((_, area) => {
    Object.values(scenario.suppliers).forEach((supplier, s) => {
      POINT_TYPES.forEach(({ legacyClass, segment }, type) => {
        if (supplier.shares[legacyClass] === 0) return;
        for (const complex of segment === 1 ? [false, true] : [false]) {
          const group = { area, supplier: s, type, complex, first, count: 0 };
          if (!known.has(key(group))) all.push(group);
        }
      });
    });
  });
  return all;
}
