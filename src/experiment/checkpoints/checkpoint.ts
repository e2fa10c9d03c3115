import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { explaining, originSchema, RunFolderError } from '../../results/index.ts';
import { VERSION } from '../version.ts';

const count = z.number().int().nonnegative();

const checkpointSchema = z.object({
  /** Version of the layout of this file and those beside it. */
  format: z.literal(2),
  /** Everything before this local date is simulated. */
  date: z.iso.date(),
  /** The scenario as resolved, and with what it is run; as in the manifest. */
  scenario: z.record(z.string(), z.unknown()),
  scale: z.number().positive().max(1),
  trace: z.union([count, z.array(z.string())]),
  from: originSchema.optional(),
  versions: z.object({ mhhsim: z.string(), node: z.string() }),
  /** Byte order of the numbers in the files. */
  endianness: z.enum(['LE', 'BE']),
  /** Threads that ran it: each has left a part. */
  threads: count.min(1),
  /** Registrations after the first for which there is room. */
  room: count,
  /** Messages sent, and seconds spent, until then. */
  messages: count,
  wallSeconds: z.number().nonnegative(),
  /** Bytes of the files beside this one. */
  files: z.record(z.string(), count),
});

/** What `checkpoint.json` says. */
export type Checkpoint = z.infer<typeof checkpointSchema>;

/** What of it is known before the run begins. */
export type CheckpointFacts = Pick<Checkpoint, 'scenario' | 'scale' | 'trace' | 'from'>;

/** A checkpoint of which something is missing. */
export class DamagedCheckpoint extends RunFolderError {}

const FILE = 'checkpoint.json';
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Where a run folder keeps the checkpoint of a date: `checkpoints/DATE/`. It holds `checkpoint.json`; `memory.bin`, the
 * arrays that all threads share; `lead.bin`, what the first thread keeps of the market as a whole; and
 * `thread-0.bin`, `thread-1.bin`, …, what each thread keeps of the registrations that belong to it. While it is written it
 * is called `DATE.partial`.
 */
export function checkpointFolder(run: string, date: string): string {
  return join(run, 'checkpoints', date);
}

/** The dates of the checkpoints that a run folder holds, in order. */
export function checkpointDates(run: string): string[] {
  return explaining(run, () => {
    try {
      return readdirSync(join(run, 'checkpoints'))
        .filter(name => DATE.test(name))
        .sort();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  });
}

/** Where the files of a checkpoint are written until it is complete; what a broken off one has left goes. */
export function beginCheckpoint(folder: string): void {
  explaining(folder, () => {
    rmSync(draftOf(folder), { recursive: true, force: true });
    mkdirSync(draftOf(folder), { recursive: true });
  });
}

export function draftOf(folder: string): string {
  return `${folder}.partial`;
}

/** What checkpoints that were broken off have left in a run folder goes. */
export function clearDrafts(run: string): void {
  explaining(run, () => {
    const all = join(run, 'checkpoints');
    if (!existsSync(all)) return;
    for (const name of readdirSync(all))
      if (name.endsWith('.partial')) rmSync(join(all, name), { recursive: true, force: true });
  });
}

/** All files are written: from now on it is a checkpoint. Whatever happens before, nothing passes for one. */
export function finishCheckpoint(
  folder: string,
  told: CheckpointFacts & Pick<Checkpoint, 'date' | 'threads' | 'room' | 'messages' | 'wallSeconds'>,
): void {
  explaining(folder, () => {
    const draft = draftOf(folder);
    const checkpoint: Checkpoint = {
      format: 2,
      ...told,
      versions: { mhhsim: VERSION, node: process.versions.node },
      endianness: endianness(),
      files: Object.fromEntries(readdirSync(draft).map(name => [name, statSync(join(draft, name)).size])),
    };
    const path = join(draft, FILE);
    writeFileSync(path, `${JSON.stringify(checkpointSchema.parse(checkpoint))}\n`);
    flush(path);
    flush(draft);
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
    flush(join(folder, '..'));
  });
}

/** @throws RunFolderError for one that is damaged, or of another version of mhhsim */
export function readCheckpoint(folder: string): Checkpoint {
  const checkpoint = parse(folder);
  for (const [name, size] of Object.entries(checkpoint.files)) {
    const found = explaining(folder, () => statSync(join(folder, name), { throwIfNoEntry: false })?.size);
    if (found !== size) throw damaged(folder, found === undefined ? `${name} is missing` : `${name} is cut off`);
  }
  const { versions, endianness: order } = checkpoint;
  if (versions.mhhsim !== VERSION)
    throw new RunFolderError(`the checkpoint ${folder} was made by mhhsim ${versions.mhhsim}; this is ${VERSION}`);
  if (order !== endianness())
    throw new RunFolderError(`the checkpoint ${folder} was made on a machine of another byte order`);
  return checkpoint;
}

function parse(folder: string): Checkpoint {
  try {
    return checkpointSchema.parse(JSON.parse(readFileSync(join(folder, FILE), 'utf8')));
  } catch (error) {
    throw damaged(folder, `${FILE} cannot be read`, error);
  }
}

function damaged(folder: string, why: string, cause?: unknown): DamagedCheckpoint {
  return new DamagedCheckpoint(`the checkpoint ${folder} is damaged: ${why}`, { cause });
}

function flush(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
