/** Where works on meters are taken up. */
export const METER_WORKS_NODES = [
  'works request',
  'works request at MOA',
  'works request at MS',
  'visit',
  'MOA works',
  'MOA works done',
  'MS works',
  'MS works done',
  'D0312 and D0304 at SMRA',
  'D0312 and D0304 looked at',
  'works at SMRA',
  'SMRA works',
  'SMRA works done',
  'agents of the new segment',
  'new segment',
  'clock wanted',
] as const;
