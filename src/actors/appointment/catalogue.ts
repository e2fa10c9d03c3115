import { row, step } from '../../procedures/index.ts';

/** The reads of a change of agent (BSCP708 §3.1.14–17), by their numbers in the catalogue. */
export const READ = {
  final: row('3.1.14', 'D0010', 'Supplier', 'outgoing DC'),
  d0019: row('3.1.16', 'D0019', 'outgoing DC', 'Supplier'),
  d0010Supplier: row('3.1.16', 'D0010', 'outgoing DC', 'Supplier'),
  d0010Ldso: row('3.1.16', 'D0010', 'outgoing DC', 'LDSO'),
  initial: row('3.1.17', 'D0010', 'Supplier', 'incoming DS'),
} as const;

/** The switch read of a forward migration that comes with a switch (BSCP708 §3.2.14–16). */
export const SWITCH_READ = {
  if041: row('3.2.14', 'IF-041', 'incoming DS', 'new Supplier'),
  initial: row('3.2.15', 'D0010', 'new Supplier', 'old Supplier'),
  final: row('3.2.16', 'D0010', 'old Supplier', 'outgoing DC'),
} as const;

/** The read with which the outgoing collector settles a migration that comes with a switch (BSCP708 §3.2.10, §3.2.18). */
export const SETTLED_READ = {
  d0019: row('3.2.18', 'D0019', 'outgoing DC', 'old Supplier'),
  d0086: row('3.2.18', 'D0086', 'outgoing DC', 'old Supplier'),
  d0019Ldso: row('3.2.18', 'D0019', 'outgoing DC', 'LDSO'),
  d0086Ldso: row('3.2.18', 'D0086', 'outgoing DC', 'LDSO'),
  ownD0019: row('3.2.10', 'D0019', 'outgoing DC', 'old Supplier'),
  ownD0086: row('3.2.10', 'D0086', 'outgoing DC', 'old Supplier'),
  ownD0019Ldso: row('3.2.10', 'D0019', 'outgoing DC', 'LDSO'),
  ownD0086Ldso: row('3.2.10', 'D0086', 'outgoing DC', 'LDSO'),
} as const;

/** The steps of both. */
export const SWITCH_READ_STEP = {
  ownRead: step('3.2.10'),
  retrieve: step('3.2.14'),
  initial: step('3.2.15'),
  final: step('3.2.16'),
} as const;

/** The steps that only a change of agent has. */
export const STEP = {
  terminate: step('3.1.13'),
  finalRead: step('3.1.14'),
  initialRead: step('3.1.17'),
} as const;

/** How the CSS comes to know who retrieves a smart meter's data. */
export const RETRIEVER = {
  arranged: row('data-retriever.1', 'CSS00200', 'SMRA', 'CSS'),
  synchronised: row('data-retriever.2', 'CSS03050', 'CSS', 'SMRA'),
  updated: row('data-retriever.3', 'CSS07000', 'SMRA', 'CSS'),
} as const;
