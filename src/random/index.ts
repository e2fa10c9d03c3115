export { compile } from './compile.ts';
export { type Distribution, type DistributionFault, distributionFaults } from './distribution.ts';
export { base, draw, type SeedKeys, seedKeys } from './draw.ts';
export { Guide } from './guide.ts';
export { KNOTS, QuantileTable, upperProbability } from './quantile-table.ts';
export { TableSet } from './table-set.ts';
