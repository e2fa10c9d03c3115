/** Where missing appointments and missing technical details are taken up. */
export const MISSING_NODES = [
  'appointments missing',
  'IF-045 at supplier',
  'appointments to be made',
  'wrong segment',
  'MTDs overdue',
  'MTDs overdue at MOA',
] as const;
