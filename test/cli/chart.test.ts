import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import yargs from 'yargs';
import { chart } from '../../src/cli/commands/chart.ts';
import { UsageError } from '../../src/cli/faults.ts';
import { makeSampleRun } from '../results/sample-run.ts';
import { temporaryFolder } from '../results/temporary-folder.ts';

const dir = temporaryFolder();
const sample = join(dir, 'run');
makeSampleRun(sample);
const terminal = Object.getOwnPropertyDescriptor(process.stdout, 'isTTY');

afterEach(() => {
  vi.restoreAllMocks();
  if (terminal) Object.defineProperty(process.stdout, 'isTTY', terminal);
  else Reflect.deleteProperty(process.stdout, 'isTTY');
});

/** Runs `mhhsim chart …`; gives what it wrote to stdout. */
async function run(...words: string[]): Promise<Buffer> {
  const written: (string | Uint8Array)[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation(chunk => {
    written.push(chunk);
    return true;
  });
  try {
    await yargs(['chart', ...words])
      .command(chart)
      .strict()
      .fail(false)
      .parseAsync();
  } finally {
    write.mockRestore();
  }
  return Buffer.concat(written.map(chunk => Buffer.from(chunk as Uint8Array)));
}

async function faults(...words: string[]): Promise<string> {
  const error = await run(...words).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UsageError);
  return (error as Error).message;
}

test('writes an SVG to stdout', async () => {
  expect((await run(sample, 'progress')).toString()).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
});

test('writes the Vega-Lite specification as JSON', async () => {
  const spec = JSON.parse((await run(sample, 'messages', '--format', 'json')).toString());
  expect(spec.$schema).toMatch(/vega-lite\/v6/);
});

test('writes a PNG to a file, and to a stdout that is no terminal', async () => {
  const path = join(dir, 'progress.png');
  expect(await run(sample, 'progress', '--format', 'png', '--out', path)).toHaveLength(0);
  Object.defineProperty(process.stdout, 'isTTY', { value: false, configurable: true });
  const piped = await run(sample, 'progress', '--format', 'png');
  expect(piped.equals(readFileSync(path))).toBe(true);
  expect(piped.subarray(1, 4).toString()).toBe('PNG');
});

test('refuses to write a PNG to a terminal', async () => {
  Object.defineProperty(process.stdout, 'isTTY', { value: true, configurable: true });
  expect(await faults(sample, 'progress', '--format', 'png')).toContain('a PNG is not written to a terminal');
});

test('for an unknown chart it names the one that was meant and all there are', async () => {
  const message = await faults(sample, 'progres');
  expect(message).toContain('there is no chart progres; did you mean "progress"?');
  expect(message).toContain('starts-and-completions');
});

test('tells of every fault at once, and writes nothing', async () => {
  const path = join(dir, 'never.svg');
  const message = await faults(sample, 'pie', '--format', 'jpeg', '--out', path);
  expect(message.split('\n')).toHaveLength(2);
  expect(message).toContain('--format: jpeg is none; it is one of svg, png, json');
  expect(existsSync(path)).toBe(false);
});

test('says in a sentence that the file cannot be written', async () => {
  expect(await faults(sample, 'progress', '--out', join(dir, 'no', 'such', 'folder.svg'))).toContain(
    'cannot be written',
  );
});
