/** Where a change of supplier under MHHS is taken up. */
export const MHHS_COS_NODES = [
  'MHHS details sent',
  'IF-002 at MHHS supplier',
  'MHHS switch',
  'MHHS agents asked for',
  'IF-035 at outgoing MS',
  'related MTDs due',
  'outgoing MS mtd',
  'outgoing MTDs sent',
  'transfer read due',
  'transfer read',
  'transfer read sent',
  'transfer read at supplier',
] as const;
