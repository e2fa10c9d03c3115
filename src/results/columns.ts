import type { ColumnType, ResultColumn } from './result-table.ts';

const column =
  (type: ColumnType, nullable: boolean) =>
  (name: string, meaning: string): ResultColumn => ({ name, type, nullable, meaning });

export const int = column('INTEGER', false);
export const intOrNull = column('INTEGER', true);
export const realOrNull = column('REAL', true);
export const text = column('TEXT', false);
export const textOrNull = column('TEXT', true);

export const date = text('date', 'local date, YYYY-MM-DD');

/** Metering points by state. */
export const states = [
  int('legacy', 'metering points in the legacy arrangements at the end of the day'),
  int('forward', 'metering points on their way to MHHS at the end of the day'),
  int('mhhs', 'metering points in the MHHS arrangements at the end of the day'),
  int('reverse', 'metering points on their way back at the end of the day'),
];
