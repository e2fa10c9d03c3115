/** Where a switch is taken up at the CSS and, before it is routed, at the SMRA. */
export const SWITCHING_NODES = [
  'switch request',
  'switch request at CSS',
  'objection',
  'objection window over',
  'withdrawal',
  'registration pending at SMRA',
  'routing',
  'SMRA registration',
  'registration details ready',
  'secured',
  'registration',
] as const;
