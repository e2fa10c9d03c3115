/** Where a change of supplier under MHHS is taken up. */
export const MHHS_COS_NODES = ['MHHS details sent'] as const;
