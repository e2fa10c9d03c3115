export type { Core } from '../engine/index.ts';
export { type BuildOptions, build, type Market } from './build.ts';
export { addPart, memoryOf, restoreLead, saveLead, savePart } from './checkpoint.ts';
export { type Layout, layoutDifferences, layoutOf, pointsIn } from './layout.ts';
export { type LiveOptions, live, type Progress } from './live.ts';
export { type Outcome, outcomeOf, type SimulationOptions, simulate } from './simulate.ts';
export type { Past } from './stages.ts';
export { type Column, cellOf, type IntegerColumn, type RealColumn, type Table, type TextColumn } from './table.ts';
export { UnknownPoint } from './unknown-point.ts';
