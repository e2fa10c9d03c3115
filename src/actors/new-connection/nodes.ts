/** Where the first registration of a new metering point is taken up. */
export const NEW_CONNECTION_NODES = [
  'connection',
  'connection at SMRA',
  'connection details sent',
  'connection IF-002 at supplier',
  'connected',
] as const;
