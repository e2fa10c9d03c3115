import { row, step } from '../../procedures/index.ts';

/** The messages of meter works, by their numbers in the catalogue. */
export const WORKS = {
  d0142Moa: row('meter-works.1', 'D0142', 'Supplier', 'MOA'),
  d0142Ms: row('meter-works.1', 'D0142', 'Supplier', 'MS'),
  d0134Moa: row('meter-works.2', 'D0134', 'Supplier', 'MOA'),
  d0134Ms: row('meter-works.2', 'D0134', 'Supplier', 'MS'),
  d0001Moa: row('meter-works.3', 'D0001', 'Supplier', 'MOA'),
  d0001Ms: row('meter-works.3', 'D0001', 'Supplier', 'MS'),
  d0312: row('meter-works.4', 'D0312', 'MOA', 'SMRA'),
  d0304: row('meter-works.4', 'D0304', 'MOA', 'SMRA'),
  d0312Answer: row('meter-works.5', 'D0312 response', 'SMRA', 'MOA'),
  d0304Answer: row('meter-works.5', 'D0304 response', 'SMRA', 'MOA'),
  nhhSupplier: legacyDetails('Supplier'),
  nhhDc: legacyDetails('DC'),
  d0268Supplier: row('meter-works.6', 'D0268', 'MOA', 'Supplier'),
  d0268Dc: row('meter-works.6', 'D0268', 'MOA', 'DC'),
  d0010Supplier: row('meter-works.7', 'D0010', 'MOA', 'Supplier'),
  d0010Dc: row('meter-works.7', 'D0010', 'MOA', 'DC'),
  if005: row('meter-works.8', 'IF-005', 'MS', 'SMRA'),
  if006: told('meter-works.9', 'IF-006'),
  if007: row('meter-works.10', 'IF-007', 'MS', 'SMRA'),
  if008: told('meter-works.11', 'IF-008'),
  if041: shared('meter-works.12', 'IF-041'),
  reads: shared('meter-works.13', 'D0010'),
  d0149: shared('meter-works.14', 'D0149'),
  d0150: shared('meter-works.14', 'D0150'),
  d0268: shared('meter-works.14', 'D0268'),
  d0139Supplier: row('meter-works.16', 'D0139', 'MOA', 'Supplier'),
  d0139Dc: row('meter-works.16', 'D0139', 'MOA', 'DC'),
} as const;

/** Its steps. */
export const WORKS_STEP = {
  register: step('meter-works.4'),
  answer: step('meter-works.5'),
  legacyDetails: step('meter-works.6'),
  legacyReads: step('meter-works.7'),
  update: step('meter-works.8'),
  passUpdate: step('meter-works.9'),
  energisation: step('meter-works.10'),
  passEnergisation: step('meter-works.11'),
  cumulativeReads: step('meter-works.12'),
  registerReads: step('meter-works.13'),
  details: step('meter-works.14'),
  clock: step('meter-works.15'),
  legacyEnergisation: step('meter-works.16'),
} as const;

/** What a MOA sends of an NHH meter. */
function legacyDetails(to: 'Supplier' | 'DC'): readonly number[] {
  return ['D0149', 'D0150', 'D0313'].map(flow => row('meter-works.6', flow, 'MOA', to));
}

/** Whom the SMRA tells of a change. */
function told(ref: string, flow: string) {
  return {
    supplier: row(ref, flow, 'SMRA', 'Supplier'),
    ldso: row(ref, flow, 'SMRA', 'LDSO'),
    ds: row(ref, flow, 'SMRA', 'DS'),
    ees: row(ref, flow, 'SMRA', 'EES'),
  };
}

/** What a metering service shares with the supplier and the data service. */
function shared(ref: string, flow: string) {
  return { supplier: row(ref, flow, 'MS', 'Supplier'), ds: row(ref, flow, 'MS', 'DS') };
}
