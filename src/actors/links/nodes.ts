/** Where related MSIDs, and pairs of import and export MSIDs, are taken up. */
export const LINK_NODES = [
  'related start',
  'related given up',
  'related details here',
  'related legacy way',
  'related IF-036 at supplier',
  'related IF-036 at DS',
  'related batch',
  'related D0151',
  'related gate closure',
  'related pending',
  'related cancelled',
  'related appointed',
  'agents replaced',
  'association',
  'association at SMRA',
] as const;
