import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** What the reference is to run. */
export interface ReferenceCase {
  readonly points: number;
  readonly planDays: number;
  readonly threads: number;
}

/** Runs the reference and returns its wall seconds, start-up included. */
export type Reference = (of: ReferenceCase) => number;

const SOURCE = join(import.meta.dirname, 'reference', 'coa.cpp');
const OPTIONS = ['-std=c++17', '-O3', '-march=native', '-fno-math-errno', '-pthread'];

/** Builds the C++ reference into a folder; null where there is no compiler. */
export function buildReference(folder: string): Reference | null {
  const program = join(folder, 'coa');
  try {
    execFileSync('g++', [...OPTIONS, SOURCE, '-o', program], { stdio: 'ignore' });
  } catch {
    return null;
  }
  return ({ points, planDays, threads }) => {
    const args = [String(points), String(planDays), 'ladder', 'fast', String(threads), 'soa'];
    const begun = performance.now();
    execFileSync(program, args, { stdio: 'ignore' });
    return (performance.now() - begun) / 1000;
  };
}
