import { row } from '../../procedures/index.ts';

/** The messages about what is missing, by their numbers in the catalogue. */
export const MISSING = {
  appointments: row('missing-appointment.1', 'IF-045', 'SMRA', 'Supplier'),
  segment: row('missing-appointment.2', 'IF-045', 'SMRA', 'Supplier'),
  segmentLdso: row('missing-appointment.2', 'IF-045', 'SMRA', 'LDSO'),
  msToMoa: row('missing-mtds.1', 'D0170', 'incoming MS', 'outgoing MOA'),
  msToMs: row('missing-mtds.1', 'D0170', 'incoming MS', 'outgoing MS'),
  moaToMoa: row('missing-mtds.1', 'D0170', 'incoming MOA', 'outgoing MOA'),
} as const;
