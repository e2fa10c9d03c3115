import { row, step } from '../../procedures/index.ts';

/** The messages of a disputed switch read, by their numbers in the catalogue. */
export const DISPUTE = {
  raised: row('disputed-read.1', 'D0300', 'new Supplier', 'old Supplier'),
  settled: row('disputed-read.2', 'D0300', 'old Supplier', 'new Supplier'),
} as const;

/** Its steps. */
export const DISPUTE_STEP = {
  settle: step('disputed-read.2'),
} as const;
