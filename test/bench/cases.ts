import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReferenceCase } from './reference.ts';

/** Something to be timed: a whole command. */
export interface Case {
  readonly name: string;
  /** Arguments for node. @param folder where it may write @param bundles where bundled programs are */
  readonly command: (folder: string, bundles: string) => string[];
  /** What the command said of itself. */
  readonly read: (out: string) => Said;
  readonly reference?: ReferenceCase;
  /** The ratio to the reference that is wanted. */
  readonly limit?: number;
  /** Run when no case is named; the rest take minutes. */
  readonly usual: boolean;
}

/** What a command says of itself: messages or events, metering points, and peak memory in MiB. */
export interface Said {
  readonly messages: number;
  readonly points: number;
  readonly rss: number;
}

/** What is wanted of two cases beside each other. */
export interface Comparison {
  readonly name: string;
  readonly cases: readonly [string, string];
  /** @param first, second what the two cases came to */
  readonly value: (first: Outcome, second: Outcome) => number;
  readonly least?: number;
  readonly most?: number;
  readonly unit: string;
}

/** What a case came to: medians of its runs. */
export interface Outcome extends Said {
  readonly seconds: number;
}

const ROOT = join(import.meta.dirname, '..', '..');
const NATIONAL = 30_380_000;
const MIB = 2 ** 20;

/**
 * Bytes that a metering point takes, all told: its columns, its share of later registrations, of what is pending and of
 * the results. Two fifths of it are there from the beginning.
 */
const BYTES_A_POINT = 28;

export const CASES: readonly Case[] = [
  coaN('CoA-N 1e5', 1e5, 20),
  coaN('CoA-N 1e6', 1e6, 20, 1),
  { ...coaN('CoA-N 3.038e7', NATIONAL, 400), usual: false },
  { ...market('market 1:100', 'baseline', 0.01, 1), usual: true },
  market('change of agent 1:10', 'change-of-agent', 0.1, 1),
  market('change of agent, one thread', 'change-of-agent', 1, 1),
  beside(market('change of agent, two threads', 'change-of-agent', 1, 2), 1.6),
  market('market 1:10', 'baseline', 0.1, 2),
  beside(market('market, two threads', 'baseline', 1, 2), 2),
];

export const COMPARISONS: readonly Comparison[] = [
  {
    name: 'time a message at 3e7 points over that at 3e6',
    cases: ['change of agent 1:10', 'change of agent, one thread'],
    value: (tenth, whole) => whole.seconds / whole.messages / (tenth.seconds / tenth.messages),
    most: 1.25,
    unit: '×',
  },
  {
    name: 'gain by a second thread',
    cases: ['change of agent, one thread', 'change of agent, two threads'],
    value: (one, two) => one.seconds / two.seconds,
    least: 1.7,
    unit: '×',
  },
  {
    name: 'memory a metering point, from a tenth of the market to all of it',
    cases: ['market 1:10', 'market, two threads'],
    value: (tenth, whole) => ((whole.rss - tenth.rss) * MIB) / (whole.points - tenth.points),
    most: BYTES_A_POINT,
    unit: 'bytes',
  },
];

/** The reference's own workload on the kernel. */
function coaN(name: string, points: number, planDays: number, limit?: number): Case {
  return {
    name,
    command: (_, bundles) => [join(bundles, 'coa-n.js'), String(points), String(planDays)],
    read: out => {
      const { events, rss } = JSON.parse(out);
      return { messages: events, points, rss: rss / MIB };
    },
    reference: { points, planDays, threads: 1 },
    ...(limit === undefined ? {} : { limit }),
    usual: true,
  };
}

/** A scenario through the command line, with its results written. */
function market(name: string, scenario: string, scale: number, threads: number): Case {
  let folder = '';
  return {
    name,
    command: given => {
      folder = given;
      const file = join(ROOT, 'scenarios', `${scenario}.yaml`);
      const options = ['--scale', String(scale), '--threads', String(threads), '--out', given, '--quiet'];
      return [join(ROOT, 'dist', 'app', 'entry.js'), 'run', file, ...options];
    },
    read: () => {
      const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
      return { messages: manifest.messages, points: manifest.points, rss: manifest.peakRssMiB };
    },
    usual: false,
  };
}

/** Beside the reference for as many points, on two threads. */
function beside(one: Case, limit: number): Case {
  return { ...one, reference: { points: NATIONAL, planDays: 400, threads: 2 }, limit };
}
