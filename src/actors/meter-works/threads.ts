import { POINT_TYPES } from '../../market/index.ts';
import type { Act } from '../act.ts';
import { DRAW } from '../draws.ts';
import { WORKS_STEP } from './catalogue.ts';

/** Kinds of works, in the order of their numbers. */
export const WORKS_KINDS = ['exchange', 'energisation', 'investigation'] as const;
export const EXCHANGE = 0;
export const ENERGISATION = 1;

/** Meters as works name them, in the order of their numbers. */
export const METERS = ['smart', 'traditional', 'advanced'] as const;

// Branch of the messages of works. The lower three bits: 0 to 2 a kind of works in the legacy arrangements, 3 to 5 under
// MHHS, 6 the clock, 7 an exchange whose D0312 and D0304 are refused. The upper three: below 5 which of several works
// of one kind (each has its own luck), from 5 on the meter that there is for certain after an exchange; of a clock whether
// its MOA is the former registration's, and which request it was heard of with.
const UNDER_MHHS = 3;
const CLOCK = 6;
const REFUSED = 7;
const LUCKS = 5;
/** In the branch of a clock: the MOA is the former registration's. */
const OF_FORMER = 8;

/**
 * @param day tells works of one kind from each other
 * @param meter the meter after an exchange, by its number in {@link METERS}; −1 where luck decides
 */
export function worksBranch(kind: number, underMhhs: boolean, day: number, meter: number): number {
  return kind + (underMhhs ? UNDER_MHHS : 0) + ((meter < 0 ? day % LUCKS : LUCKS + meter) << 3);
}

/**
 * @param withSwitch whether the migration comes with a switch, and so the MOA is the former registration's
 * @param request which request for the metering service it is: two may be taken up in one second
 */
export function clockBranch(withSwitch: boolean, request: number): number {
  return CLOCK | (withSwitch ? OF_FORMER : 0) | ((request & 3) << 4);
}

/** The branch of works whose D0312 and D0304 are refused. */
export function refusing(branch: number): number {
  return branch | REFUSED;
}

export function isRefused(branch: number): boolean {
  return (branch & 7) === REFUSED;
}

export function isUnderMhhs(branch: number): boolean {
  return (branch & 7) >= UNDER_MHHS && (branch & 7) < CLOCK;
}

export function isClock(branch: number): boolean {
  return (branch & 7) === CLOCK;
}

export function kindOf(branch: number): number {
  return (branch & 7) % 3;
}

/** The MOA that does the works of a thread: of a clock in a switch, the one that goes. */
export function worksMoa(c: Act): number {
  return isClock(c.branch) && (c.branch & OF_FORMER) !== 0 ? c.oldMetering : c.metering;
}

/** By kind of works, in the legacy arrangements and under MHHS: the step that stands for all of the works. */
const MOA_STEPS = [WORKS_STEP.register, WORKS_STEP.legacyEnergisation, WORKS_STEP.legacyDetails] as const;
const MS_STEPS = [WORKS_STEP.update, WORKS_STEP.energisation, WORKS_STEP.update] as const;

export function moaStep(c: Act): number {
  return isClock(c.branch) ? WORKS_STEP.clock : MOA_STEPS[kindOf(c.branch)]!;
}

export function msStep(c: Act): number {
  return MS_STEPS[kindOf(c.branch)]!;
}

export function smraStep(c: Act): number {
  if (!isUnderMhhs(c.branch)) return WORKS_STEP.answer;
  return kindOf(c.branch) === ENERGISATION ? WORKS_STEP.passEnergisation : WORKS_STEP.passUpdate;
}

/** Meters with a cumulative register: all but traditional ones. */
export function isCumulative(type: number): boolean {
  return POINT_TYPES[type]!.meter !== 'traditional';
}

/** Meters whose technical details and register reads go by DTN under MHHS: all but smart ones. */
export function hasDetails(type: number): boolean {
  return POINT_TYPES[type]!.meter !== 'smart';
}

/** The type of the point after the works: an exchange may change it, within its legacy class. */
export function typeAfter(c: Act): number {
  if (kindOf(c.branch) !== EXCHANGE) return c.type;
  const certain = (c.branch >> 3) - LUCKS;
  const { legacyClass } = POINT_TYPES[c.type]!;
  if (certain >= 0) {
    return POINT_TYPES.findIndex(t => t.legacyClass === legacyClass && t.meter === METERS[certain]);
  }
  const { types, tops } = c.rules.works!.becomes[c.type]!;
  const u = c.draw(DRAW.becomes);
  return types[tops.findIndex(top => u < top)] ?? c.type;
}
