/** Where a change of supplier under the legacy arrangements is taken up. */
export const LEGACY_COS_NODES = ['legacy details sent'] as const;
