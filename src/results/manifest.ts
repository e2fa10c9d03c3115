import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { explaining, RunFolderError } from './run-folder-error.ts';
import type { RunFacts } from './writer.ts';

const count = z.number().int().nonnegative();

/** Where a run that branches off another one begins: the world until `date` is that of the other. */
export interface Origin {
  /** The local date as which it begins. */
  readonly date: string;
  /** The other run's scenario as resolved. */
  readonly scenario: Record<string, unknown>;
  /** Where the other one begins, if it is a branch itself. */
  readonly from?: Origin | undefined;
}

export const originSchema: z.ZodType<Origin> = z.object({
  date: z.iso.date(),
  scenario: z.record(z.string(), z.unknown()),
  get from() {
    return originSchema.optional();
  },
});

const manifestSchema = z.object({
  /** Version of this file's layout. */
  format: z.literal(1),
  /** The scenario's name. */
  name: z.string(),
  status: z.enum(['complete', 'partial', 'invariant broken']),
  /** The scenario as resolved: inheritance and overrides applied. */
  scenario: z.record(z.string(), z.unknown()),
  seed: z.string(),
  /** Fraction of the population simulated, 0 < scale ≤ 1. */
  scale: z.number().positive().max(1),
  /** Options of the command that may be needed to run it again. */
  options: z.record(z.string(), z.unknown()),
  /** The run that it branches off. */
  from: originSchema.optional(),
  /** The date from which it was taken up again after an interruption, the last time if there were several. */
  resumed: z.iso.date().optional(),
  versions: z.object({ mhhsim: z.string(), node: z.string() }),
  /** Memory in MiB. */
  host: z.object({ platform: z.string(), cpus: count, memory: z.number().nonnegative() }),
  threads: count,
  wallSeconds: z.number().nonnegative(),
  peakRssMiB: z.number().nonnegative(),
  /** Messages sent. */
  messages: count,
  /** Metering points simulated. */
  points: count,
  /** When the run began by the host's clock, ISO 8601 UTC. */
  startedAt: z.string(),
  /** SHA-256 over the result tables; none where an interrupted run has no tables. */
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')
    .nullable(),
  invariantsHold: z.boolean(),
});

/** What was run, with what, and how it ended: `manifest.json` of a run folder. */
export type Manifest = z.infer<typeof manifestSchema>;

const fileName = 'manifest.json';

/** The manifest as one key and text for each value, for table `run`: `scenario.population.hh` → `350000`. */
export function manifestFacts(manifest: Manifest): RunFacts {
  const facts: Record<string, string | null> = {};
  const flatten = (value: unknown, path: string): void => {
    if (value !== null && typeof value === 'object' && !Array.isArray(value))
      for (const [key, inner] of Object.entries(value)) flatten(inner, path ? `${path}.${key}` : key);
    else if (value === null || value === undefined) facts[path] = null;
    else facts[path] = typeof value === 'string' ? value : JSON.stringify(value);
  };
  flatten(manifest, '');
  return facts;
}

/** Writes `manifest.json` into the folder, whole or not at all. */
export function writeManifest(dir: string, manifest: Manifest): void {
  const path = join(dir, fileName);
  const draft = `${path}.tmp`;
  explaining(path, () => {
    try {
      const file = openSync(draft, 'w');
      try {
        writeSync(file, `${JSON.stringify(manifestSchema.parse(manifest), null, 2)}\n`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(draft, path);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  });
}

/** Reads a run folder's manifest; throws `RunFolderError` where the folder is none. */
export function readManifest(dir: string): Manifest {
  const isFolder = explaining(dir, () => statSync(dir).isDirectory());
  if (!isFolder) throw new RunFolderError(`${dir} is not a run folder: it is a file`);
  const text = explaining(dir, () => readIfThere(join(dir, fileName)));
  if (text === undefined) throw new RunFolderError(withoutManifest(dir));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new RunFolderError(`${dir} is not a run folder: its ${fileName} is not JSON`);
  }
  const { data, error } = manifestSchema.safeParse(json);
  if (data) return data;
  const faults = error.issues.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`);
  throw new RunFolderError(`${dir} is not a run folder: ${fileName} is not a run's manifest (${faults.join('; ')})`);
}

function withoutManifest(dir: string): string {
  return /\.partial-\d+(-\d+)?$/.test(basename(dir))
    ? `${dir} is not a finished run: it was stopped while it was being written`
    : `${dir} is not a run folder: it has no ${fileName}`;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
