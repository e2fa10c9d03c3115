import { step } from '../../procedures/index.ts';
import type { Act } from '../act.ts';
import { ROUTE } from '../routes.ts';

/** The step by which a new supplier is told of its registration, by route. */
const STEPS: Readonly<Record<number, number>> = {
  [ROUTE.forward]: step('3.2.1'),
  [ROUTE.legacy]: step('cos-legacy.1'),
  [ROUTE.mhhs]: step('mhhs-cos.1'),
  [ROUTE.reverse]: step('3.3.1'),
  [ROUTE.connection]: step('new-connection.1'),
};

export function detailsStep(c: Act): number {
  return STEPS[c.route]!;
}
