/** Where a switch read on which two suppliers do not agree is taken up. */
export const DISPUTED_READ_NODES = [
  'dispute at old supplier',
  'disputed read',
  'disputed read settled',
  'settlement at new supplier',
] as const;
