import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadScenario, ScenarioFaults } from '../../src/scenario/index.ts';

const FOLDER = 'test/scenario/faults';
const NAMES = readdirSync(FOLDER)
  .filter(file => file.endsWith('.txt'))
  .map(file => file.replace('.txt', ''));

/** A catalogue with a step of each sort. */
const STEPS = new Map([
  ['3.1.1', { due: false, optional: false }],
  ['3.1.6', { due: true, optional: false }],
  ['3.1.7', { due: true, optional: true }],
  ['3.1.10', { due: true, optional: false }],
]);

/** What loading a file says is wrong with it. */
function faultsOf(file: string): string {
  try {
    loadScenario(file, { steps: STEPS });
  } catch (error) {
    if (error instanceof ScenarioFaults) return error.message;
    throw error;
  }
  return '';
}

test.each(NAMES)('%s: every fault is told with its place, what is wrong and what is allowed', name => {
  expect(`${faultsOf(`${FOLDER}/${name}.yaml`)}\n`).toBe(readFileSync(`${FOLDER}/${name}.txt`, 'utf8'));
});

test('every faulty scenario has its expected message beside it, but for those that others extend', () => {
  const alone = readdirSync(FOLDER)
    .filter(file => file.endsWith('.yaml'))
    .map(file => file.replace('.yaml', ''))
    .filter(name => !NAMES.includes(name));
  expect(alone).toEqual(['extends-circle-b', 'inherited-base']);
});

test('every line has a file, a line, a column, a path and a message', () => {
  for (const name of NAMES)
    for (const line of readFileSync(`${FOLDER}/${name}.txt`, 'utf8').trim().split('\n'))
      expect(line).toMatch(/^test\/scenario\/[\w/.-]+:\d+:\d+: [^:]+: .+$/);
});

test('a file that is not there, or is a folder, is told as a fault of that file', () => {
  expect(faultsOf('nowhere.yaml')).toBe('nowhere.yaml:1:1: (file): is not a file that can be read: it is not there');
  expect(faultsOf(FOLDER)).toBe(`${FOLDER}:1:1: (file): is not a file that can be read: it is a folder`);
});

test('faults are to be had one by one, for other programs', () => {
  try {
    loadScenario(`${FOLDER}/shares.yaml`);
    expect.unreachable();
  } catch (error) {
    expect((error as ScenarioFaults).faults[0]).toEqual({
      file: `${FOLDER}/shares.yaml`,
      line: 4,
      column: 1,
      path: 'suppliers',
      message: 'the shares of NHH add up to 99.5',
      allowed: '100 (give or take 0.001)',
    });
  }
});
