import type { Scenario } from '../schema.ts';

/** The parts of a scenario that {@link metersOf} reads, for a check's `needs`. */
export const METERS_NEED = ['population.classes', 'connections', 'works.rates.exchange', 'works.becomes'] as const;

/** The meters that points of a class have at some time: from the start, newly connected, or after an exchange. */
export function metersOf(scenario: Scenario, name: 'NHH' | 'HH'): ReadonlySet<string> {
  const { count, meters } = scenario.population.classes[name];
  if (count === 0) return new Set();
  const found = new Set(weighed(meters));
  const { connections, works } = scenario;
  // New points are made as a share of the NHH population, and are NHH.
  if (name === 'NHH' && connections && connections.rate > 0) for (const m of weighed(connections.meters)) found.add(m);
  // A set takes up what is added while it is gone through, so exchanges of exchanged meters are seen as well.
  // Which class a single point is of only its market tells.
  for (const { becomes } of works?.listed ?? []) if (becomes !== undefined && becomes in meters) found.add(becomes);
  if (works)
    for (const before of found) {
      const meter = before as keyof typeof works.becomes;
      if (works.rates.exchange[meter] > 0)
        for (const after of weighed(works.becomes[meter])) if (after in meters) found.add(after);
    }
  return found;
}

function weighed(weights: Readonly<Record<string, number>>): string[] {
  return Object.keys(weights).filter(key => weights[key]! > 0);
}
