import { type Day, parseDate } from '../time/index.ts';

/** A date of the programme plan that opens or closes something for the whole market. */
export interface Milestone {
  readonly name: string;
  readonly day: Day;
  readonly title: string;
}

/** The milestones of the MHHS programme plan as changed by CR-055 (REC MHHS engagement day), in order of date. */
export const MILESTONES: readonly Milestone[] = [
  { name: 'M8', day: parseDate('2025-09-24'), title: 'industry codes and Supply Number change' },
  { name: 'M10', day: parseDate('2025-09-24'), title: 'central systems and LDSOs ready' },
  { name: 'M13', day: parseDate('2025-09-24'), title: 'Load Shaping Service on' },
  { name: 'M11', day: parseDate('2025-10-22'), title: 'migration opens for Unmetered and Advanced' },
  { name: 'M12', day: parseDate('2025-10-22'), title: 'migration opens for Smart' },
  { name: 'M14', day: parseDate('2026-10-28'), title: 'every supplier takes MHHS points; reverse migration ends' },
  { name: 'M15', day: parseDate('2027-05-07'), title: 'nothing is left in the legacy arrangements' },
];
