import type { Stage } from '../stage.ts';
import { mtds } from './mtds.ts';
import { segment } from './segment.ts';
import { smra } from './smra.ts';
import { supplier } from './supplier.ts';

/** What is done where appointments or technical details fail to come. */
export const missing: readonly Stage[] = [...smra, ...supplier, ...segment, ...mtds];
