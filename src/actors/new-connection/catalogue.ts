import { row, step } from '../../procedures/index.ts';

/** The messages of a new connection besides those of its appointments, by their numbers in the catalogue. */
export const CONNECT = {
  pending: row('new-connection.1', 'CSS registration pending', 'CSS', 'SMRA'),
  if002: row('new-connection.1', 'IF-002', 'SMRA', 'Supplier'),
} as const;

/** Its steps. */
export const CONNECT_STEP = {
  tell: step('new-connection.1'),
  ask: step('new-connection.2'),
} as const;
