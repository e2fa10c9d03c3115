import { row, step } from '../../procedures/index.ts';

/** The messages of forward migration on change of supplier before its appointments, by their numbers in the catalogue. */
export const DETAILS = {
  if002: row('3.2.1', 'IF-002', 'SMRA', 'new Supplier'),
  d0217: row('3.2.1b', 'D0217', 'SMRA', 'new Supplier'),
  d0260: row('3.2.1b', 'D0260', 'SMRA', 'new Supplier'),
} as const;

/** Its steps. */
export const DETAILS_STEP = {
  tell: step('3.2.1'),
  confirm: step('3.2.1b'),
  decide: step('3.2.2'),
} as const;
