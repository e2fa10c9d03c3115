import { namedAgents, neededAgents } from './agents.ts';
import { calendars, latency, lead, refusals, sending } from './behaviour.ts';
import { capacityForms, capacityPlaces } from './capacities.ts';
import type { Check } from './check.ts';
import { steps, thresholds } from './control.ts';
import { freezes, milestoneOrder, period, periodHoldsM11 } from './dates.ts';
import { linkShares, relatedAreas, secondaries } from './links.ts';
import { planAfterActivation, plans } from './plans.ts';
import { areaWeights, distributors, numbers, points, shares } from './population.ts';
import { agentQualification, supplierQualification } from './qualification.ts';
import { directions, listedSwitches, migrateFrom, switching } from './switching.ts';
import { noCapacity } from './work.ts';
import { connections, listedWorks, works } from './works.ts';

/** What must hold between the parts of a scenario, in the order in which a scenario names them. */
export const CHECKS: readonly Check[] = [
  period,
  periodHoldsM11,
  milestoneOrder,
  points,
  areaWeights,
  distributors,
  numbers,
  shares,
  supplierQualification,
  namedAgents,
  neededAgents,
  agentQualification,
  lead,
  sending,
  plans,
  planAfterActivation,
  refusals,
  thresholds,
  freezes,
  switching,
  directions,
  listedSwitches,
  migrateFrom,
  works,
  listedWorks,
  connections,
  relatedAreas,
  secondaries,
  linkShares,
  calendars,
  latency,
  capacityPlaces,
  capacityForms,
  noCapacity,
  steps,
];
