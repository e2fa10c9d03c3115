import type { MeterType } from './catalogue.ts';

/** Groups of meter types that the sources treat alike. */
export const TRADITIONAL: readonly MeterType[] = ['NHH traditional'];
export const UNMETERED: readonly MeterType[] = ['UMS'];
export const SMART: readonly MeterType[] = ['NHH smart', 'HH smart'];
export const ADVANCED: readonly MeterType[] = ['NHH advanced', 'HH advanced'];
/** Meters with a cumulative register, whose reads go by IF-041 under MHHS. */
export const CUMULATIVE: readonly MeterType[] = ['NHH smart', 'NHH advanced', 'HH advanced', 'HH smart'];
/** Those whose technical details go by DTN under MHHS; of smart meters the SMRA has them. */
export const MTD_TYPES: readonly MeterType[] = [...TRADITIONAL, ...ADVANCED];
export const NHH: readonly MeterType[] = ['NHH smart', 'NHH traditional', 'NHH advanced'];
/** Metered and settled half-hourly in the legacy arrangements. */
export const HH: readonly MeterType[] = ['HH advanced', 'HH smart'];
export const METERED: readonly MeterType[] = [...NHH, ...HH];
