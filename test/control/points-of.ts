import { Roll } from '../../src/control/index.ts';
import { Memory } from '../../src/engine/index.ts';
import { type Group, makePoints, Parties, type Points } from '../../src/market/index.ts';
import { seedKeys } from '../../src/random/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';

const { scenario } = loadScenario(new URL('../../scenarios/baseline.yaml', import.meta.url).pathname);
// One agent in each role, so that there is nothing to draw.
for (const { agents } of Object.values(scenario.suppliers)) {
  for (const [role, all] of Object.entries(agents))
    agents[role as keyof typeof agents] = Object.fromEntries(Object.entries(all).slice(0, 1));
}
const parties = new Parties(scenario);
const keys = seedKeys('control');
/** For the registrations to come. */
const ROOM = 100;

/**
 * The points of groups, all of them legacy, none of them linked, and the list of them; suppliers and areas are those
 * of the baseline by number.
 */
export function rollOf(groups: readonly Group[], suppliers: number): { points: Points; roll: Roll } {
  const points = makePoints(scenario, parties, groups, keys, new Memory(), ROOM);
  return { points, roll: new Roll(groups, points, suppliers) };
}
