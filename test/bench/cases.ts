import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReferenceCase } from './reference.ts';

/** Something to be timed: a whole command. */
export interface Case {
  readonly name: string;
  /** Arguments for node. @param folder where it may write */
  readonly command: (folder: string) => string[];
  /** What the command said of itself: messages or events, and peak memory in MiB. */
  readonly read: (out: string) => { readonly messages: number; readonly rss: number };
  readonly reference?: ReferenceCase;
  /** The ratio to the reference that is wanted. */
  readonly limit?: number;
  /** Run when no case is named; the rest take minutes. */
  readonly usual: boolean;
}

const ROOT = join(import.meta.dirname, '..', '..');
const NATIONAL = 30_380_000;
const MIB = 2 ** 20;

export const CASES: readonly Case[] = [
  coaN('CoA-N 1e5', 1e5, 20),
  coaN('CoA-N 1e6', 1e6, 20, 1),
  { ...coaN('CoA-N 3.038e7', NATIONAL, 400), usual: false },
  { ...market('market 1:100', 'baseline', 0.01), usual: true },
  { ...market('change of agent 1:10', 'change-of-agent', 0.1), usual: false },
  {
    ...market('change of agent', 'change-of-agent', 1),
    reference: { points: NATIONAL, planDays: 400, threads: 2 },
    limit: 1.6,
  },
  { ...market('market', 'baseline', 1), reference: { points: NATIONAL, planDays: 400, threads: 2 }, limit: 2 },
];

/** The reference's own workload on the kernel. */
function coaN(name: string, points: number, planDays: number, limit?: number): Case {
  return {
    name,
    command: () => [join(import.meta.dirname, 'coa-n', 'main.ts'), String(points), String(planDays)],
    read: out => {
      const { events, rss } = JSON.parse(out);
      return { messages: events, rss: rss / MIB };
    },
    reference: { points, planDays, threads: 1 },
    ...(limit === undefined ? {} : { limit }),
    usual: true,
  };
}

/** A scenario through the command line, with its results written. */
function market(name: string, scenario: string, scale: number): Case {
  let folder = '';
  return {
    name,
    command: given => {
      folder = given;
      const file = join(ROOT, 'scenarios', `${scenario}.yaml`);
      return [join(ROOT, 'dist', 'cli', 'entry.js'), 'run', file, '--scale', String(scale), '--out', given, '--quiet'];
    },
    read: () => {
      const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
      return { messages: manifest.messages, rss: manifest.peakRssMiB };
    },
    usual: false,
  };
}
