import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import yargs from 'yargs';
import { validate } from '../../src/cli/commands/validate.ts';

let printed: string[];
let complained: string[];

beforeEach(() => {
  printed = [];
  complained = [];
  vi.spyOn(console, 'log').mockImplementation(text => void printed.push(text));
  vi.spyOn(console, 'error').mockImplementation(text => void complained.push(text));
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** Runs `mhhsim validate …`. */
async function run(...args: string[]): Promise<void> {
  await yargs(['validate', ...args])
    .command(validate)
    .strict()
    .fail(false)
    .parseAsync();
}

test('a line for each good file says what it holds', async () => {
  await run('test/scenario/tiny.yaml', 'scenarios/late-supplier.yaml');
  expect(printed).toEqual([
    'test/scenario/tiny.yaml: scenario tiny, 1,000 metering points, 2 suppliers, 2 areas, 2025-10-01 to 2026-12-31',
    'scenarios/late-supplier.yaml: scenario late-supplier, 30,380,000 metering points, 40 suppliers, 15 areas, 2025-10-01 to 2027-06-30',
  ]);
  expect(complained).toEqual([]);
  expect(process.exitCode).toBeUndefined();
});

test('every fault of every file goes to stderr, good files are told all the same, and the exit code is 2', async () => {
  await run('test/scenario/faults/shares.yaml', 'test/scenario/tiny.yaml', 'test/scenario/faults/lead.yaml');
  expect(printed).toHaveLength(1);
  const expected = ['shares', 'lead'].map(name => readFileSync(`test/scenario/faults/${name}.txt`, 'utf8'));
  expect(`${complained.join('\n')}\n`).toBe(expected.join(''));
  expect(process.exitCode).toBe(2);
});

test('faults of a file that two others extend are told once', async () => {
  await run('test/scenario/faults/inherited.yaml', 'test/scenario/faults/inherited.yaml');
  expect(`${complained.join('\n')}\n`).toBe(readFileSync('test/scenario/faults/inherited.txt', 'utf8'));
});

test('steps are checked against the catalogue', async () => {
  await run('test/scenario/faults/steps.yaml');
  expect(complained[0]).toContain('steps."3.1.61": there is no step 3.1.61 in the catalogue; did you mean "3.1.1"?');
});

test('a file must be named', async () => {
  await expect(run()).rejects.toThrow('Not enough non-option arguments');
});
