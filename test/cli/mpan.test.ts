import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import yargs from 'yargs';
import { mpan } from '../../src/cli/commands/mpan.ts';
import { UsageError } from '../../src/cli/faults.ts';

let printed: string[];

beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'log').mockImplementation(text => printed.push(text));
});

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** Runs `mhhsim mpan …` and gives what it printed. */
async function run(...words: string[]): Promise<string> {
  await yargs(['mpan', ...words])
    .command(mpan)
    .strict()
    .fail(false)
    .parseAsync();
  return printed.join('\n');
}

test('completes 12 digits and names the distribution area', async () => {
  expect(await run('123456789012')).toBe('1234567890126  (distributor 12, London)');
  expect(process.exitCode).toBeUndefined();
});

test('says that a right core is valid', async () => {
  expect(await run('2000000000015')).toBe('2000000000015 is valid  (distributor 20, Southern)');
  expect(process.exitCode).toBeUndefined();
});

test('says which digit would be right, shows why, and exits with 1', async () => {
  const text = await run('2000000000017');
  expect(text).toContain('2000000000017 is not valid: the check digit must be 5, not 7');
  expect(text).toContain('= 49; 49 mod 11 = 5; 5 mod 10 = 5');
  expect(process.exitCode).toBe(1);
});

test('takes spaces as printed on a bill, quoted or not', async () => {
  expect(await run('12 3456 7890 126')).toBe('1234567890126 is valid  (distributor 12, London)');
  printed = [];
  expect(await run('12', '3456', '7890', '126')).toBe('1234567890126 is valid  (distributor 12, London)');
});

test('takes several at once, as JSON too; one that is wrong makes the exit code 1', async () => {
  expect(JSON.parse(await run('--json', '123456789012', '2600000000019'))).toEqual([
    {
      given: '123456789012',
      valid: true,
      core: '1234567890126',
      checkDigit: '6',
      distributor: '12',
      area: 'London',
    },
    // 2×3 + 6×5 + 1×43 = 79 = 7×11 + 2
    { given: '2600000000019', valid: false, core: '2600000000012', checkDigit: '2', distributor: '26', area: 'IDNO' },
  ]);
  expect(process.exitCode).toBe(1);
});

test('names every fault at once, prints nothing, and leaves the exit code to the usage error', async () => {
  const fault = await run('12345', '123456789012', '12345678901X', '001234567890').catch(error => error);
  expect(fault).toBeInstanceOf(UsageError);
  expect(fault.message.split('\n')).toEqual([
    "'12345' has 5 digits: give 12 to get the check digit, or 13 to have it checked.",
    "'12345678901X' is no MPAN: it must be 12 or 13 digits and nothing else but spaces.",
    "'001234567890' begins with 00: a distributor's id is 10 to 99.",
  ]);
  expect(printed).toEqual([]);
});
