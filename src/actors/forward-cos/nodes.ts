/** Where forward migration on change of supplier is taken up. */
export const FORWARD_COS_NODES = ['forward details sent'] as const;
