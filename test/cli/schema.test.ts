import { afterEach, expect, test, vi } from 'vitest';
import yargs from 'yargs';
import { schema } from '../../src/cli/commands/schema.ts';
import { UsageError } from '../../src/cli/faults.ts';
import { scenarioJsonSchema } from '../../src/scenario/index.ts';

afterEach(() => vi.restoreAllMocks());

/** What `mhhsim schema …` prints. */
async function run(...args: string[]): Promise<string> {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {});
  await yargs(['schema', ...args])
    .command(schema)
    .strict()
    .fail(false)
    .parseAsync();
  const text = print.mock.calls.map(([line]) => String(line)).join('\n');
  print.mockRestore();
  return text;
}

test('prints the JSON Schema of scenarios, asked for by name or not', async () => {
  const expected = JSON.parse(JSON.stringify(scenarioJsonSchema()));
  expect(JSON.parse(await run('scenario'))).toEqual(expected);
  expect(JSON.parse(await run())).toEqual(expected);
});

test('says which schemas there are when asked for another', async () => {
  const asked = run('experiment');
  await expect(asked).rejects.toBeInstanceOf(UsageError);
  await expect(asked).rejects.toThrow('There is no schema "experiment"; this version offers only scenario.');
});
