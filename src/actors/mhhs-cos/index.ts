import type { Stage } from '../stage.ts';
import { dataService } from './data-service.ts';
import { meteringService } from './metering-service.ts';
import { smra } from './smra.ts';
import { supplier } from './supplier.ts';

/** A change of supplier under MHHS: what it has besides its appointments, role by role. */
export const mhhsCos: readonly Stage[] = [...smra, ...supplier, ...meteringService, ...dataService];
