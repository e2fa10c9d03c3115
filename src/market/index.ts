export { Apportioner, apportion } from './apportion.ts';
export { Links, makeLinks } from './links.ts';
export { POINT_TYPES, type PointType, SEGMENTS, type Segment } from './meter-types.ts';
export { checkDigit, distributionArea, explain, isMpanCore, mpanCore } from './mpan.ts';
export { type Pair, Pairs } from './pairs.ts';
export { Parties, type Party, type Space } from './parties.ts';
export { makePoints, Points, type Registration } from './points.ts';
export { everyGroup, type Group, population } from './population.ts';
export * from './status.ts';
