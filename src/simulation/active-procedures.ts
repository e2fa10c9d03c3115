import { PROCEDURES, type Procedure } from '../procedures/index.ts';
import type { Scenario } from '../scenario/index.ts';

/** By procedure: the section of the scenario without which it does not happen. */
const NEEDS: Readonly<Record<string, (scenario: Scenario) => unknown>> = {
  switching: s => s.switching,
  'forward-cos': s => s.switching,
  'reverse-cos': s => s.switching,
  'legacy-cos': s => s.switching,
  'mhhs-cos': s => s.switching,
  'data-retriever': s => s.switching,
  'read-exceptions': s => s.switching,
  missing: s => s.chasing,
  'meter-works': s => s.works,
  'new-connection': s => s.connections,
  links: s => s.links,
};

/** The procedures that take place in a scenario, in the order of the catalogue. */
export function proceduresOf(scenario: Scenario): Procedure[] {
  return PROCEDURES.filter(p => NEEDS[p.name]?.(scenario) !== undefined || !(p.name in NEEDS));
}
