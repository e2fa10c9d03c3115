import { row, step } from '../../procedures/index.ts';

/** The messages of a switch at the CSS, by their numbers in the catalogue. */
export const SWITCH = {
  request: row('switch.1', 'CSS switch request', 'new Supplier', 'CSS'),
  pending: row('switch.2', 'CSS registration pending', 'CSS', 'SMRA'),
  invitation: row('switch.2', 'CSS registration pending', 'CSS', 'old Supplier'),
  objection: row('switch.3', 'CSS objection', 'old Supplier', 'CSS'),
  confirmedNew: row('switch.4', 'CSS registration confirmed', 'CSS', 'new Supplier'),
  confirmedOld: row('switch.4', 'CSS registration confirmed', 'CSS', 'old Supplier'),
  cancelledSmra: row('switch.5', 'CSS registration cancelled', 'CSS', 'SMRA'),
  cancelledNew: row('switch.5', 'CSS registration cancelled', 'CSS', 'new Supplier'),
  cancelledOld: row('switch.5', 'CSS registration cancelled', 'CSS', 'old Supplier'),
  withdrawal: row('switch.6', 'CSS withdrawal', 'new Supplier', 'CSS'),
  securedSmra: row('switch.7', 'CSS secured active', 'CSS', 'SMRA'),
  securedNew: row('switch.7', 'CSS secured active', 'CSS', 'new Supplier'),
  securedOld: row('switch.7', 'CSS secured active', 'CSS', 'old Supplier'),
  securedReverse: row('3.3.8', 'CSS secured active', 'CSS', 'SMRA'),
  agentsAccepted: row('switch.9', 'CSS agents accepted', 'CSS', 'old Supplier'),
  refused: row('switch.8', 'CSS registration refused', 'CSS', 'new Supplier'),
} as const;

/** Its steps. */
export const SWITCH_STEP = {
  object: step('switch.3'),
} as const;
