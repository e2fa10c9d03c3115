export type { Core } from '../engine/index.ts';
export { type Outcome, type Progress, type SimulationOptions, simulate } from './simulate.ts';
export type { Column, IntegerColumn, RealColumn, Table, TextColumn } from './table.ts';
export { UnknownPoint } from './unknown-point.ts';
