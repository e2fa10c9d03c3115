import { namedAgents, neededAgents } from './agents.ts';
import { calendars, latency, lead, refusals, sending } from './behaviour.ts';
import { capacityForms, capacityPlaces, noCapacity } from './capacities.ts';
import type { Check } from './check.ts';
import { steps, thresholds } from './control.ts';
import { freezes, milestoneOrder, period, periodHoldsM11 } from './dates.ts';
import { planAfterActivation, plans } from './plans.ts';
import { areaWeights, distributors, numbers, points, shares } from './population.ts';
import { agentQualification, supplierQualification } from './qualification.ts';

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
  calendars,
  latency,
  capacityPlaces,
  capacityForms,
  noCapacity,
  steps,
];
