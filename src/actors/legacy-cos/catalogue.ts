import { row, step } from '../../procedures/index.ts';

/** The messages of a change of supplier under the legacy arrangements, by their numbers in the catalogue. */
export const LCS = {
  d0217: row('cos-legacy.1', 'D0217', 'SMRA', 'new Supplier'),
  d0260: row('cos-legacy.1', 'D0260', 'SMRA', 'new Supplier'),
  d0155Moa: row('cos-legacy.2', 'D0155', 'new Supplier', 'incoming MOA'),
  d0155Dc: row('cos-legacy.2', 'D0155', 'new Supplier', 'incoming DC'),
  d0155Ma: row('cos-legacy.2', 'D0155', 'new Supplier', 'incoming MA'),
  d0153Da: row('cos-legacy.2', 'D0153', 'new Supplier', 'incoming DA'),
  d0011Moa: row('cos-legacy.3', 'D0011', 'incoming MOA', 'new Supplier'),
  d0011Dc: row('cos-legacy.3', 'D0011', 'incoming DC', 'new Supplier'),
  d0011Ma: row('cos-legacy.3', 'D0011', 'incoming MA', 'new Supplier'),
  d0011Da: row('cos-legacy.3', 'D0011', 'incoming DA', 'new Supplier'),
  d0205: row('cos-legacy.4', 'D0205', 'new Supplier', 'SMRA'),
  d0148Moa: row('cos-legacy.5', 'D0148', 'new Supplier', 'incoming MOA'),
  d0148Dc: row('cos-legacy.5', 'D0148', 'new Supplier', 'incoming DC'),
  d0151Moa: row('cos-legacy.6', 'D0151', 'old Supplier', 'outgoing MOA'),
  d0151Dc: row('cos-legacy.6', 'D0151', 'old Supplier', 'outgoing DC'),
  d0151Ma: row('cos-legacy.6', 'D0151', 'old Supplier', 'outgoing MA'),
  d0170Moa: row('cos-legacy.7', 'D0170', 'incoming MOA', 'outgoing MOA'),
  d0170Dc: row('cos-legacy.7', 'D0170', 'incoming DC', 'outgoing DC'),
  d0149: row('cos-legacy.8', 'D0149', 'outgoing MOA', 'incoming MOA'),
  d0150: row('cos-legacy.8', 'D0150', 'outgoing MOA', 'incoming MOA'),
  d0268: row('cos-legacy.8', 'D0268', 'outgoing MOA', 'incoming MOA'),
  d0149Dc: row('cos-legacy.9', 'D0149', 'incoming MOA', 'incoming DC'),
  d0150Dc: row('cos-legacy.9', 'D0150', 'incoming MOA', 'incoming DC'),
  d0268Dc: row('cos-legacy.9', 'D0268', 'incoming MOA', 'incoming DC'),
  d0149Supplier: row('cos-legacy.9', 'D0149', 'incoming MOA', 'new Supplier'),
  d0150Supplier: row('cos-legacy.9', 'D0150', 'incoming MOA', 'new Supplier'),
  d0268Supplier: row('cos-legacy.9', 'D0268', 'incoming MOA', 'new Supplier'),
  d0311: row('cos-legacy.10', 'D0311', 'old Supplier', 'new Supplier'),
  d0010: row('cos-legacy.11', 'D0010', 'new Supplier', 'incoming DC'),
  d0086New: row('cos-legacy.12', 'D0086', 'incoming DC', 'new Supplier'),
  d0086Old: row('cos-legacy.12', 'D0086', 'incoming DC', 'old Supplier'),
  d0086Dc: row('cos-legacy.12', 'D0086', 'incoming DC', 'outgoing DC'),
  d0086Ldso: row('cos-legacy.12', 'D0086', 'incoming DC', 'LDSO'),
  d0019Old: row('cos-legacy.13', 'D0019', 'outgoing DC', 'old Supplier'),
  d0019Ldso: row('cos-legacy.13', 'D0019', 'outgoing DC', 'LDSO'),
  d0036Old: row('cos-legacy.14', 'D0036', 'outgoing DC', 'old Supplier'),
  d0036Ldso: row('cos-legacy.14', 'D0036', 'outgoing DC', 'LDSO'),
} as const;

/** Its steps. */
export const LCS_STEP = {
  details: step('cos-legacy.1'),
  appoint: step('cos-legacy.2'),
  accept: step('cos-legacy.3'),
  register: step('cos-legacy.4'),
  tellAgents: step('cos-legacy.5'),
  endAgents: step('cos-legacy.6'),
  askDetails: step('cos-legacy.7'),
  mtds: step('cos-legacy.8'),
  passMtds: step('cos-legacy.9'),
  lastReads: step('cos-legacy.10'),
  switchRead: step('cos-legacy.11'),
  openingRead: step('cos-legacy.12'),
  closingRead: step('cos-legacy.13'),
  data: step('cos-legacy.14'),
} as const;

/** What has come of the switch: bits of `got`. The lowest six are left to a forward migration that came to nothing. */
export const HERE = {
  moa: 0x80,
  dc: 0x100,
  da: 0x200,
  agents: 0x380,
  /** The switch goes by the legacy arrangements, and is on its way. */
  way: 0x400,
  /** The incoming DC has a read to validate, or is about to deem one. */
  settling: 0x1000,
  /** The old supplier has ended the appointment of the metering agent, of the collector, before the migration fell. */
  meteringEnded: 0x40,
  collectorEnded: 0x800,
  /** The CSS has confirmed the registration to the old supplier. */
  confirmed: 0x2000,
} as const;

/**
 * Threads of the agents: the metering one (MOA, or MA of unmetered supplies), the data collector, the aggregator; and
 * the data collector once more where it deems a read.
 */
export const THREAD = { metering: 0, collector: 1, aggregator: 2, deeming: 3 } as const;
