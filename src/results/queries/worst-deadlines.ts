import type { Run } from '../open-run.ts';
import {
  type BreachFilter,
  breachesByParty,
  breachesByStep,
  type PartyBreaches,
  type StepBreaches,
} from './breaches.ts';

export interface WorstDeadline extends StepBreaches {
  /** Who missed it most often. */
  readonly worstParty: PartyBreaches;
}

/** The steps with the most missed deadlines, each with the party that missed most; steps that nobody missed are left out. */
export function worstDeadlines(run: Run, limit = 5, filter: BreachFilter = {}): WorstDeadline[] {
  return breachesByStep(run, filter)
    .filter(({ missed }) => missed > 0)
    .slice(0, limit)
    .map(step => ({ ...step, worstParty: breachesByParty(run, { ...filter, steps: [step.step] })[0]! }));
}
