import { describe, expect, test } from 'vitest';
import { runCoaN } from '../bench/coa-n/run.ts';

const POINTS = 100_000;
const PLAN_DAYS = 20;

/**
 * By event 1 to 20: what the C++ reference of test/bench/reference comes to at 100,000 points (seconds, mean), and the
 * spread of one point's time (seconds, standard deviation): of a message that of its exponential part, of a lognormal
 * median · e^(s²/2) · √(e^(s²) − 1), of an even span its length / √12, of what waits for a batch or a Working Day as seen.
 */
const REFERENCE: readonly (readonly [mean: number, deviation: number])[] = [
  [64.9932, 5],
  [303.422, Number.NaN], // waits for the SMRA: below
  [64.9851, 5],
  [64.9684, 5],
  [64.9851, 5],
  [1303.77, 1174],
  [1298.11, 1174],
  [65.0159, 5],
  [20102.5, 30_000],
  [20089.2, 30_000],
  [7178.46, 7200],
  [25101.8, Number.NaN], // waits for the MOA
  [120.13, 60],
  [4427.74, 2838],
  [4427.81, 2838],
  [217_266, 180_000],
  [1_779_220, 373_400],
  [98_227.6, 52_200],
  [14_440, 14_400],
  [120.071, 60],
];
/** Late IF-034s and late D0151s, out of 200,000 and 100,000. */
const LATE_ANSWERS = 8728;
const LATE_TERMINATIONS = 1822;
/** Waits are not independent of each other; over six seeds their means spread by 2.5 % and 0.2 %. */
const SMRA_WAIT = { mean: 238.519, spread: 0.03 };
const MOA_WAIT = { mean: 23_992.5, spread: 0.003 };

/** Two independent samples further apart than this many standard errors: once in 16,000. */
const SIGMAS = 4;

describe('CoA-N on the kernel, at 100,000 points', () => {
  const folded = runCoaN(POINTS, PLAN_DAYS, 1);

  test('every point has every one of its events', () => {
    expect(folded.events).toBe(21 * POINTS);
    expect(folded.count).toEqual(new Array(20).fill(POINTS));
    expect(folded.status.reduce((a, b) => a + b, 0)).toBe(POINTS);
  });

  test('the mean time to every event is that of the C++ reference, within four standard errors of the difference', () => {
    REFERENCE.forEach(([mean, deviation], i) => {
      if (Number.isNaN(deviation)) return;
      const allowed = (SIGMAS * Math.SQRT2 * deviation) / Math.sqrt(POINTS);
      expect(Math.abs(folded.mean[i]! - mean), `event ${i + 1}`).toBeLessThan(allowed);
    });
  });

  test('as many answers and terminations are late, within four standard errors', () => {
    const allowed = (late: number) => SIGMAS * Math.SQRT2 * Math.sqrt(late);
    expect(Math.abs(folded.lateAnswers - LATE_ANSWERS)).toBeLessThan(allowed(LATE_ANSWERS));
    expect(Math.abs(folded.lateTerminations - LATE_TERMINATIONS)).toBeLessThan(allowed(LATE_TERMINATIONS));
  });

  test('jobs wait as long for the SMRA and for the MOA, within four standard errors', () => {
    const apart = (wait: number, { mean }: { mean: number }) => Math.abs(wait / mean - 1);
    expect(apart(folded.smraWait, SMRA_WAIT)).toBeLessThan(SIGMAS * Math.SQRT2 * SMRA_WAIT.spread);
    expect(apart(folded.moaWait, MOA_WAIT)).toBeLessThan(SIGMAS * Math.SQRT2 * MOA_WAIT.spread);
  });

  test('comes to the same to the last second when it is run event by event', () => {
    const small = [5000, PLAN_DAYS, 7] as const;
    expect(runCoaN(...small, 'ordered')).toEqual(runCoaN(...small, 'folded'));
  });
});
