/** Where a missing switch read is taken up. */
export const READ_EXCEPTION_NODES = [
  'switch read overdue',
  'agreed read',
  'agreed read sent',
  'agreed read at old supplier',
] as const;
