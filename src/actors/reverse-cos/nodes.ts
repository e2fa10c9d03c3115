/** Where reverse migration on change of supplier is taken up. */
export const REVERSE_COS_NODES = ['reverse details sent'] as const;
