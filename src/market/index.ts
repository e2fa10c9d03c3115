export { apportion } from './apportion.ts';
export { Links, makeLinks, type RelatedSet } from './links.ts';
export { POINT_TYPES, type PointType, SEGMENTS, type Segment } from './meter-types.ts';
export { checkDigit, distributionArea, explain, isMpanCore, mpanCore } from './mpan.ts';
export { type Pair, Pairs } from './pairs.ts';
export { Parties, type Party, type Space } from './parties.ts';
export {
  ACCEPTED,
  CONFIRMED,
  EFFECTIVE,
  FALLEN,
  FLAG,
  FORWARD,
  GIVEN_UP,
  LEGACY,
  MHHS,
  makePoints,
  PENDING,
  Points,
  REQUESTED,
  REVERSE,
  type Registration,
  STATES,
} from './points.ts';
export { everyGroup, type Group, population } from './population.ts';
