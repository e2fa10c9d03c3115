import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { knownSteps } from '../../src/procedures/index.ts';
import { loadScenario, resolveScenario, ScenarioFaults } from '../../src/scenario/index.ts';

const TINY = 'test/scenario/tiny.yaml';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mhhsim-scenario-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file that extends the tiny market and gives back its name. */
function derived(text: string, name = 'derived.yaml'): string {
  const file = join(folder, name);
  writeFileSync(file, `extends: ${resolve(TINY)}\n${text}`);
  return file;
}

describe('the national market', () => {
  const { scenario, files } = loadScenario('scenarios/baseline.yaml', { steps: knownSteps() });

  test('holds 30,380,000 points, forty suppliers and fifteen areas', () => {
    const { NHH, HH, UMS } = scenario.population.classes;
    expect([NHH.count, HH.count, UMS.count]).toEqual([30_000_000, 350_000, 30_000]);
    expect(Object.keys(scenario.suppliers)).toHaveLength(40);
    expect(Object.keys(scenario.areas)).toHaveLength(15);
    expect(files).toEqual(['scenarios/baseline.yaml']);
  });

  test('names only codes of five letters, which no real market participant has', () => {
    for (const code of [...Object.keys(scenario.suppliers), ...Object.keys(scenario.agents)])
      expect(code).toMatch(/^[A-Z]{5}$/);
  });

  test('lets no supplier use an agent that is qualified after it', () => {
    const waves = Object.keys(scenario.waves);
    for (const [code, supplier] of Object.entries(scenario.suppliers))
      for (const [role, named] of Object.entries(supplier.agents))
        for (const agent of Object.keys(named)) {
          const qualified = scenario.agents[agent]!.roles[role as 'MSS']!.qualification;
          const inTime = qualified === undefined || waves.indexOf(qualified) <= waves.indexOf(supplier.qualification);
          expect({ code, role, agent, inTime }).toEqual({ code, role, agent, inTime: true });
        }
  });

  test('counts the points of the independent networks once: 3.8 % of all', () => {
    const points = Object.values(scenario.areas).map(area => area.points.NHH + area.points.HH + area.points.UMS);
    const { NHH, HH, UMS } = scenario.areas._I!.points;
    expect(NHH + HH + UMS).toBe(1_201_487);
    expect((NHH + HH + UMS) / points.reduce((a, b) => a + b)).toBeCloseTo(0.038, 3);
  });

  test('gives the source of every parameter, or says that it is assumed', () => {
    const lines = readFileSync('scenarios/baseline.yaml', 'utf8').split('\n');
    const sourced =
      /#.*(assumption|BSCP708|REC|CR-055|DWG|charging models|progress|qualification|shares|switching figures)/;
    const bare = lines.filter(
      (line, i) =>
        /^\s*(?!name:|description:)[\w. -]+: [^#\s]/.test(line) &&
        ![line, ...blockAbove(lines, i)].some(text => sourced.test(text)),
    );
    expect(lines.filter(line => sourced.test(line)).length).toBeGreaterThan(300);
    expect(bare).toEqual([]);
  });
});

/** The lines that a line stands below: of less indent, and comments before it. */
function blockAbove(lines: readonly string[], from: number): string[] {
  const above: string[] = [];
  let indent = indentOf(lines[from]!);
  for (let i = from - 1; i >= 0; i--) {
    const line = lines[i]!;
    if (line === '') {
      if (indent === 0) break;
      continue;
    }
    if (indentOf(line) < indent || (indentOf(line) === indent && /^\s*#/.test(line))) {
      above.push(line);
      indent = Math.min(indent, indentOf(line));
    }
  }
  return above;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

describe('small derived files', () => {
  test('change-of-agent is the baseline without the rest of the market', () => {
    const { scenario } = loadScenario('scenarios/change-of-agent.yaml', { steps: knownSteps() });
    const { name, description, ...main } = loadScenario('scenarios/baseline.yaml').scenario;
    expect([name, description]).not.toContain(scenario.name);
    for (const section of ['switching', 'works', 'connections', 'links', 'chasing'] as const) {
      expect(main[section]).toBeDefined();
      delete main[section];
    }
    expect(scenario).toEqual({ ...main, name: 'change-of-agent', description: scenario.description });
  });

  test('late-supplier differs from the baseline in nothing but its name and one qualification', () => {
    const { scenario, files } = loadScenario('scenarios/late-supplier.yaml', { steps: knownSteps() });
    const baseline = loadScenario('scenarios/baseline.yaml').scenario;
    expect(files).toEqual(['scenarios/late-supplier.yaml', 'scenarios/baseline.yaml']);
    expect(scenario.suppliers.ALDRE!.qualification).toBe('wave 2');
    const { name, description } = baseline;
    const supplier = { ...scenario.suppliers.ALDRE!, qualification: 'SIT MVC' };
    expect({ ...scenario, name, description, suppliers: { ...scenario.suppliers, ALDRE: supplier } }).toEqual(baseline);
  });

  test('summer-freeze has one freeze more than the baseline, of four weeks', () => {
    const { scenario } = loadScenario('scenarios/summer-freeze.yaml', { steps: knownSteps() });
    const { freezes } = loadScenario('scenarios/baseline.yaml').scenario.control;
    const added = scenario.control.freezes.filter(freeze => !freezes.some(other => other.why === freeze.why));
    expect(added).toEqual([{ from: '2026-07-20', to: '2026-08-14', why: 'Summer 2026' }]);
    expect(scenario.control.freezes).toHaveLength(freezes.length + 1);
  });

  test('a chain of files is laid over from the last to the first', () => {
    derived('name: middle\nactivation: 7\nwaves: { wave 1: 2025-10-03 }', 'middle.yaml');
    const file = join(folder, 'top.yaml');
    writeFileSync(file, 'extends: middle.yaml\nname: top\nwaves: { wave 9: 2026-09-09 }\n');
    const { scenario, files } = loadScenario(file);
    expect(scenario.name).toBe('top');
    expect(scenario.activation).toBe(7);
    expect(scenario.waves).toEqual({ 'wave 1': '2025-10-03', 'wave 2': '2026-05-28', 'wave 9': '2026-09-09' });
    expect(files).toEqual([file, join(folder, 'middle.yaml'), resolve(TINY)]);
  });

  test('null takes an optional key out, and is kept where it means no limit', () => {
    const file = derived('suppliers: { BEECH: { plan: null } }\ncontrol: { thresholds: { market: null } }');
    const { scenario } = loadScenario(file);
    expect(scenario.suppliers.BEECH).not.toHaveProperty('plan');
    expect(scenario.control.thresholds.market).toBeNull();
  });

  test('a distribution of another family replaces the inherited one, one of the same is merged', () => {
    const lognormal = 'networks: { DTN: { latency: { lognormal: { median: 5 min, sigma: 1 } } } }';
    const base = derived(lognormal, 'base.yaml');
    expect(loadScenario(base).scenario.networks.DTN.latency).toEqual({ lognormal: { median: '5 min', sigma: 1 } });
    const file = join(folder, 'same.yaml');
    writeFileSync(file, 'extends: base.yaml\nnetworks: { DTN: { latency: { lognormal: { sigma: 0.5 } } } }\n');
    expect(loadScenario(file).scenario.networks.DTN.latency).toEqual({ lognormal: { median: '5 min', sigma: 0.5 } });
  });

  test('anchors and merge keys of YAML may be used; own keys win', () => {
    const usual = 'refusals:\n  MSS: &usual { share: 0.5, reasons: { other: 2 } }\n  MSA: { share: 0.25, <<: *usual }';
    const { scenario } = loadScenario(derived(usual));
    expect(scenario.refusals.MSA).toEqual({ share: 0.25, reasons: { other: 2 } });
  });
});

describe('plans from CSV files', () => {
  test('are read from beside the file that names them, and named among the files', () => {
    writeFileSync(join(folder, 'starts.csv'), 'date,starts\r\n2026-03-02,5\r\n2026-03-03,0\r\n2026-03-06,7\r\n\r\n');
    const file = derived('suppliers: { BEECH: { plan: { csv: starts.csv } } }');
    const { scenario, files } = loadScenario(file);
    const daily = [
      ['2026-03-02', 5],
      ['2026-03-03', 0],
      ['2026-03-06', 7],
    ];
    expect(scenario.suppliers.BEECH!.plan).toEqual({ csv: 'starts.csv', daily });
    expect(files).toEqual([file, resolve(TINY), join(folder, 'starts.csv')]);
  });
});

describe('a scenario that is resolved already', () => {
  test('is itself again, also from JSON and with rows of a plan', () => {
    writeFileSync(join(folder, 'starts.csv'), 'date,starts\n2026-03-02,5\n');
    const { scenario } = loadScenario(derived('suppliers: { BEECH: { plan: { csv: starts.csv } } }'));
    expect(resolveScenario(JSON.parse(JSON.stringify(scenario)))).toEqual(scenario);
  });

  test('has its faults named by path, under the name it is given', () => {
    const { scenario } = loadScenario(TINY);
    const broken = { ...scenario, activation: -1, period: { from: '2025-10-23', to: '2026-12-31' } };
    expect(() => resolveScenario(broken, {}, 'manifest.json')).toThrow(
      new ScenarioFaults([
        {
          file: 'manifest.json',
          line: 1,
          column: 1,
          path: 'activation',
          message: '-1 is too small',
          allowed: 'a whole number of Working Days from qualification to service activation, 0 to 250',
        },
        {
          file: 'manifest.json',
          line: 1,
          column: 1,
          path: 'period.from',
          message: '2025-10-23 is after the start of migration (M11)',
          allowed: '2025-10-22 or earlier',
        },
      ]),
    );
    expect(() => resolveScenario('nothing of the kind')).toThrow(
      'scenario:1:1: (file): "nothing of the kind" is not a mapping',
    );
  });
});

test('a seed given apart replaces that of the file, and is a text always', () => {
  expect(loadScenario(TINY).scenario.seed).toBe('1');
  expect(loadScenario(TINY, { seed: '007' }).scenario.seed).toBe('007');
});
