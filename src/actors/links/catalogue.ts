import { row, step } from '../../procedures/index.ts';

/** The messages about linked MSIDs, by their numbers in the catalogue. */
export const LINK = {
  if036Supplier: row('related.1', 'IF-036', 'SMRA', 'Supplier'),
  if036Ms: row('related.1', 'IF-036', 'SMRA', 'incoming MS'),
  if036Ds: row('related.1', 'IF-036', 'SMRA', 'incoming DS'),
  if036Ldso: row('related.1', 'IF-036', 'SMRA', 'LDSO'),
  if036Ees: row('related.1', 'IF-036', 'SMRA', 'EES'),
  relate: row('related.2', 'IF-019', 'LDSO', 'SMRA'),
  relatedSupplier: row('related.2', 'IF-020', 'SMRA', 'Supplier'),
  relatedMs: row('related.2', 'IF-020', 'SMRA', 'MS'),
  relatedDs: row('related.2', 'IF-020', 'SMRA', 'DS'),
  pending: row('related.3', 'CSS registration pending', 'CSS', 'SMRA'),
  replacedImport: row('pairs.2', 'IF-036', 'SMRA', 'import Supplier'),
  replacedExport: row('pairs.2', 'IF-036', 'SMRA', 'export Supplier'),
  replacedMs: row('pairs.2', 'IF-036', 'SMRA', 'incoming MS'),
  replacedOldMs: row('pairs.2', 'IF-036', 'SMRA', 'outgoing MS'),
  replacedDs: row('pairs.2', 'IF-036', 'SMRA', 'incoming DS'),
  replacedOldDs: row('pairs.2', 'IF-036', 'SMRA', 'outgoing DS'),
  replacedLdso: row('pairs.2', 'IF-036', 'SMRA', 'LDSO'),
  replacedEes: row('pairs.2', 'IF-036', 'SMRA', 'EES'),
  pair: row('pairs.3', 'IF-019', 'LDSO', 'SMRA'),
  pairedImport: row('pairs.3', 'IF-020', 'SMRA', 'import Supplier'),
  pairedExport: row('pairs.3', 'IF-020', 'SMRA', 'export Supplier'),
  pairedMs: row('pairs.3', 'IF-020', 'SMRA', 'MS'),
  pairedDs: row('pairs.3', 'IF-020', 'SMRA', 'DS'),
} as const;

/** The round of IF-036 for a secondary MSID, as an appointment has it for the one that it was asked for on. */
export const RELATED = {
  confirm: step('related.1'),
  if036Supplier: LINK.if036Supplier,
  if036Ms: LINK.if036Ms,
  if036Ds: LINK.if036Ds,
  if036Ldso: LINK.if036Ldso,
  if036Ees: LINK.if036Ees,
} as const;

export const RELATED_MESSAGES: readonly number[] = [
  LINK.if036Supplier,
  LINK.if036Ms,
  LINK.if036Ds,
  LINK.if036Ldso,
  LINK.if036Ees,
];

/** Their steps. */
export const LINK_STEP = {
  confirm: step('related.1'),
  relate: step('related.2'),
  find: step('pairs.1'),
  replace: step('pairs.2'),
  pair: step('pairs.3'),
} as const;
