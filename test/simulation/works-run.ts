import type { SimulationOptions } from '../../src/simulation/index.ts';
import { FIRST, type SwitchKnobs, type TwoSuppliersRun, twoSuppliersRun } from './two-suppliers.ts';

type Meter = 'smart' | 'traditional' | 'advanced';

/** Works of the first point that are certain. */
export interface CertainWorks {
  readonly on: string;
  readonly kind: 'exchange' | 'energisation' | 'investigation';
  readonly becomes?: Meter;
}

const none = { smart: 0, traditional: 0, advanced: 0 };

/**
 * Two suppliers, and works on the first point's meter: asked for in the minute from 10:00, done three days later in the
 * minute from 10:00. MOAs take 17 minutes to report them, metering services 26 (both in office hours), the SMRA four.
 */
export function worksRun(
  knobs: Omit<SwitchKnobs, 'works'>,
  works: readonly CertainWorks[],
  options: SimulationOptions = { trace: 1 },
  clocks = false,
): TwoSuppliersRun {
  return twoSuppliersRun(
    {
      ...knobs,
      works: {
        rates: { exchange: none, energisation: none, investigation: none },
        becomes: {
          smart: { ...none, smart: 1 },
          traditional: { ...none, smart: 1 },
          advanced: { ...none, advanced: 1 },
        },
        listed: works.map(w => ({ msid: FIRST, ...w })),
        hours: 'ten sharp',
        visit: { fixed: '3 d' },
        clocks,
      },
    },
    options,
  );
}

/** A life to the minute, as {@link TwoSuppliersRun.life} has it; by the second it is a matter of luck. Of some steps only. */
export function lifeOfWorks(run: TwoSuppliersRun, steps: RegExp): string[] {
  return run
    .life()
    .map(act => act.replaceAll(/(T\d\d:\d\d):\d\dZ/g, '$1'))
    .filter(act => steps.test(act.split(' ')[1]!));
}
