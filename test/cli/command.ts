import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { vi } from 'vitest';
import { main } from '../../src/cli/main.ts';

export const ROOT = join(import.meta.dirname, '..', '..');
const ENTRY = join(ROOT, 'src', 'cli', 'entry.ts');

/** What a command said, and its exit code; `signal` where it was ended by one. */
export interface Said {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts `mhhsim` as a process of its own, its output in pipes. */
export function start(args: readonly string[], { cwd = ROOT, env = {} }: Surroundings = {}): ChildProcess {
  const { DEBUG: _, NO_COLOR: __, FORCE_COLOR: ___, ...inherited } = process.env;
  return spawn(process.execPath, [ENTRY, ...args], { cwd, env: { ...inherited, ...env } });
}

/** Waits for a process that was started. */
export async function ended(child: ChildProcess): Promise<Said> {
  const closed = new Promise<Pick<Said, 'code' | 'signal'>>(resolve => {
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  const [out, err] = await Promise.all([text(child.stdout!), text(child.stderr!)]);
  return { ...(await closed), out, err };
}

/** Runs `mhhsim` as a process of its own. */
export async function mhhsim(args: readonly string[], surroundings?: Surroundings): Promise<Said> {
  return await ended(start(args, surroundings));
}

/** Runs the command line within this process: for what needs no more than its answer. */
export async function answer(...args: string[]): Promise<Pick<Said, 'code' | 'out' | 'err'>> {
  process.stdout.setMaxListeners(0);
  const spies = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error'), vi.spyOn(process.stdout, 'write')] as const;
  spies[0].mockImplementation(() => {});
  spies[1].mockImplementation(() => {});
  spies[2].mockImplementation(() => true);
  try {
    const code = await main(args);
    const [out, err, written] = spies.map(spy => spy.mock.calls.map(([line]) => String(line)).join('\n'));
    return { code, out: [out, written].filter(Boolean).join('\n'), err: err! };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** Writes a scenario of 1,000 points and three months into a folder: some seconds' work. */
export function smallScenario(dir: string): string {
  const path = join(dir, 'small.yaml');
  writeFileSync(
    path,
    `extends: ${relative(dir, join(ROOT, 'test', 'scenario', 'tiny.yaml'))}
name: small
period: { to: 2025-12-31 }
plan: { to: 2025-12-19, ramp: 2, tail: 2 }
suppliers: { BEECH: { plan: { from: 2025-12-01, to: 2026-01-30 } } }
capacities: { Supplier: { d0151: { rate: 600 per hour } } }
`,
  );
  return path;
}
