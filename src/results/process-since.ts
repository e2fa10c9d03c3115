import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

/** Ticks of the clock by which Linux tells when a process began, in a second. */
const TICKS = 100;
/** The two clocks that are compared may be this far apart, in milliseconds. */
const SLACK = 1000;

/**
 * Whether a process runs that has a number and had it at a time: numbers come back, and often so in containers.
 *
 * @param time milliseconds since 1970
 */
export function runsSince(pid: number, time: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // One that is not ours to send signals to is there all the same.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const begun = beginningOf(pid);
  return begun === undefined || begun <= time + SLACK;
}

/** When a process began; undefined where the system does not say it as Linux does. */
function beginningOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command in brackets, which may hold anything; the beginning is the 22nd.
    const ticks = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
    return Date.now() - uptime() * 1000 + (ticks / TICKS) * 1000;
  } catch {
    return undefined;
  }
}
