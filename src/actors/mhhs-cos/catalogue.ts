import { row, step } from '../../procedures/index.ts';

/** The messages of a change of supplier under MHHS besides those of its appointments, by their numbers in the catalogue. */
export const MHHS_COS = {
  if001: row('mhhs-cos.1', 'IF-001', 'SMRA', 'old Supplier'),
  if002: row('mhhs-cos.1', 'IF-002', 'SMRA', 'new Supplier'),
  if041Old: row('mhhs-cos.10', 'IF-041', 'outgoing DS', 'old Supplier'),
  if041New: row('mhhs-cos.10', 'IF-041', 'outgoing DS', 'new Supplier'),
  d0010Old: row('mhhs-cos.10', 'D0010', 'outgoing DS', 'old Supplier'),
  d0010New: row('mhhs-cos.10', 'D0010', 'outgoing DS', 'new Supplier'),
} as const;

/** The steps that it has besides. */
export const MHHS_COS_STEP = {
  tell: step('mhhs-cos.1'),
  read: step('mhhs-cos.10'),
} as const;
