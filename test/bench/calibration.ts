/** Steps of the calibration loop: a second or so of integer arithmetic and scattered memory. */
const STEPS = 60_000_000;
const CELLS = 1 << 22;

/** Seconds that this machine takes, just now, for a fixed piece of work like the kernel's: hashes and counts. */
export function calibrate(): number {
  const counts = new Int32Array(CELLS);
  const begun = performance.now();
  let h = 1;
  for (let i = 0; i < STEPS; i++) {
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b) + i;
    counts[(h >>> 4) & (CELLS - 1)]!++;
  }
  const seconds = (performance.now() - begun) / 1000;
  if (counts[h & 1]! < 0) throw new Error('a count below zero');
  return seconds;
}
