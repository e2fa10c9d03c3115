import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { loadScenario, ScenarioFaults } from '../../src/scenario/index.ts';
import { overlay } from '../../src/scenario/merge.ts';
import { override } from '../../src/scenario/overrides.ts';
import { readYaml } from '../../src/scenario/read-yaml.ts';
import { scenarioSchema } from '../../src/scenario/schema.ts';
import { formatPath, partAt, plain, type Tree } from '../../src/scenario/tree.ts';

const TINY = 'test/scenario/tiny.yaml';
const STEPS = new Map(['3.1.6', '3.1.7', '3.1.10'].map(ref => [ref, { due: true, optional: ref === '3.1.7' }]));

function withSet(...set: string[]) {
  return loadScenario(TINY, { set, steps: STEPS }).scenario;
}

/** What is wrong with overrides of the tiny market, line by line. */
function faults(...set: string[]): string[] {
  try {
    withSet(...set);
  } catch (error) {
    if (error instanceof ScenarioFaults) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('what can be set', () => {
  test('any value by its path, as YAML', () => {
    const scenario = withSet('control.thresholds.market=null', 'population.complex=0.25', 'smra.batch=21:30');
    expect(scenario.control.thresholds.market).toBeNull();
    expect(scenario.population.complex).toBe(0.25);
    expect(scenario.smra.batch).toBe('21:30');
  });

  test('step references with dots, quoted or plain, whether the file has the step or only the catalogue', () => {
    const scenario = withSet('steps.3.1.6.within=2 WD', "steps.'3.1.7'.also=1", 'steps.3.1.10.within=by 18:00');
    expect(scenario.steps).toEqual({
      '3.1.6': { within: '2 WD' },
      '3.1.7': { also: 1 },
      '3.1.10': { within: 'by 18:00' },
    });
    expect(withSet('steps."3.1.10"={ within: 1 WD }').steps['3.1.10']).toEqual({ within: '1 WD' });
    expect(withSet('steps.3.1.10={ within: 1 WD }').steps['3.1.10']).toEqual({ within: '1 WD' });
  });

  test('names with spaces, new names in records, items of lists', () => {
    const scenario = withSet(
      'waves.wave 1=2025-10-02',
      'waves.wave 3=2026-08-03',
      'control.freezes[0].to=2026-01-09',
      'control.freezes.0.why=New Year',
      'capacities.MOA.mtd.servers=3 per million points',
    );
    expect(scenario.waves).toEqual({ 'wave 1': '2025-10-02', 'wave 2': '2026-05-28', 'wave 3': '2026-08-03' });
    expect(scenario.control.freezes).toEqual([{ from: '2025-12-24', to: '2026-01-09', why: 'New Year' }]);
    expect(scenario.capacities.MOA!.mtd!.servers).toBe('3 per million points');
  });

  test('mappings are laid over, lists replaced, null takes out; later overrides win', () => {
    const scenario = withSet(
      'capacities.MOA.mtd={ servers: null, service: null, rate: 30 per hour }',
      'control.freezes=[]',
      'suppliers.BEECH.plan=null',
      'activation=3',
      'activation=4',
    );
    expect(scenario.capacities.MOA!.mtd).toEqual({ rate: '30 per hour', hours: 'office' });
    expect(scenario.control.freezes).toEqual([]);
    expect(scenario.suppliers.BEECH!.plan).toBeUndefined();
    expect(scenario.activation).toBe(4);
  });
});

describe('what is told of an override that cannot be', () => {
  test('an unknown path, with the column of the wrong word and what was meant', () => {
    expect(faults('control.tresholds.market=5')).toEqual([
      '--set:1:9: control.tresholds: there is no "tresholds" in control; did you mean "thresholds"?; allowed: thresholds, freezes',
    ]);
    expect(faults('suppliers.ACRON.name=Acorn')).toEqual([
      '--set:1:11: suppliers.ACRON: there is no "ACRON" in suppliers; did you mean "ACORN"?; allowed: ACORN, BEECH',
    ]);
    expect(faults('control.freezes[1].to=2026-01-09')).toEqual([
      '--set:1:17: control.freezes[1]: there is no item "1" in control.freezes; allowed: 0 to 0',
    ]);
    expect(faults('activation.days=5')).toEqual(['--set:1:12: activation.days: nothing can be set inside activation']);
  });

  test('a step that is not in the catalogue', () => {
    expect(faults('steps.3.1.8.within=1 WD')).toEqual([
      '--set:1:1: steps."3.1.8": there is no step 3.1.8 in the catalogue; did you mean "3.1.6"?; allowed: 3.1.6, 3.1.7, 3.1.10',
    ]);
  });

  test('a value that is not allowed, with the column at which it begins', () => {
    expect(faults('activation=-1', 'period.to = 2026-02-30', 'smra={ batch: 7 }')).toEqual([
      '--set:1:12: activation: -1 is too small; allowed: a whole number of Working Days from qualification to service activation, 0 to 250',
      '--set:1:13: period.to: "2026-02-30" is not a date: February 2026 has days 01 to 28',
      '--set:1:15: smra.batch: 7 is not a text; allowed: the local time of the overnight batch that sends the D0170s, HH:MM',
    ]);
  });

  test('a value that is no YAML, and an override that sets nothing', () => {
    expect(faults('smra={ batch', 'seed', '=5', '')).toEqual([
      '--set:1:1: (file): "=5" does not say what to set to what; allowed: path=value, e.g. control.thresholds.market=150000',
      '--set:1:1: (file): "" does not say what to set to what; allowed: path=value, e.g. control.thresholds.market=150000',
      '--set:1:4: (file): "seed" does not say what to set to what; allowed: path=value, e.g. control.thresholds.market=150000',
      expect.stringContaining('smra: is not valid YAML: '),
    ]);
  });

  test('a fault that an override makes elsewhere', () => {
    expect(faults('suppliers.ACORN.shares.NHH=71')).toEqual([
      '--set:1:1: suppliers: the shares of NHH add up to 101; allowed: 100 (give or take 0.001)',
    ]);
  });
});

/** The tiny market as a tree. */
function tiny(): Tree {
  return loadTree(stringify(loadScenario(TINY).scenario));
}

function loadTree(text: string): Tree {
  const { tree, faults } = readYaml(text, 'test.yaml');
  expect(faults).toEqual([]);
  return tree!;
}

/** Every path to a plain value that does not lead through a list. */
function leaves(tree: Tree, path: string[] = []): string[][] {
  if (tree.kind === 'scalar') return [path];
  if (tree.kind === 'list') return [];
  return [...tree.entries].flatMap(([key, value]) => leaves(value, [...path, key]));
}

test('setting a value is the same as a derived file that says only this', () => {
  const tree = tiny();
  fc.assert(
    fc.property(
      fc.constantFrom(...leaves(tree)),
      fc.oneof(fc.integer(), fc.boolean(), fc.string(), fc.constant(null), fc.dictionary(fc.string(), fc.integer())),
      (path, value) => {
        const set = override(tree, `${formatPath(path)}=${JSON.stringify(value)}`, scenarioSchema, () => []);
        expect(set.faults).toEqual([]);
        const nested = path.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value);
        expect(plain(set.tree)).toEqual(plain(overlay(tree, loadTree(JSON.stringify(nested)), scenarioSchema)));
      },
    ),
  );
});

test('setting a value to what it is changes nothing, by quoted and by plain paths', () => {
  const tree = tiny();
  fc.assert(
    fc.property(fc.constantFrom(...leaves(tree)), fc.boolean(), (path, quoted) => {
      const written = quoted ? path.map(step => JSON.stringify(step)).join('.') : path.join('.');
      const value = JSON.stringify(plain(partAt(tree, path)!));
      const set = override(tree, `${written}=${value}`, scenarioSchema, () => []);
      expect(set.faults).toEqual([]);
      expect(plain(set.tree)).toEqual(plain(tree));
    }),
  );
});

test('whatever is written as an override, it is either laid over or told as a fault at a column of it', () => {
  const tree = tiny();
  fc.assert(
    fc.property(fc.string(), text => {
      const { faults } = override(tree, text, scenarioSchema, () => []);
      for (const fault of faults) expect(fault.column).toBeLessThanOrEqual(Math.max(1, text.length + 1));
    }),
  );
});
