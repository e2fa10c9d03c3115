import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { CheckContext, KnownSteps } from './checks/check.ts';
import { type Fault, ScenarioFaults } from './faults.ts';
import { overlay } from './merge.ts';
import { OVERRIDE, override } from './overrides.ts';
import { readPlanCsv } from './plan-csv.ts';
import { readYaml } from './read-yaml.ts';
import { scenarioFindings } from './resolve.ts';
import { type Scenario, scenarioSchema } from './schema.ts';
import { formatPath, type List, type Mapping, type Path, partAt, placeOf, plain, type Tree } from './tree.ts';

export interface LoadOptions {
  /** Overrides, `path=value` each, laid over the file in this order. */
  readonly set?: readonly string[] | undefined;
  /** A seed in place of the scenario's. */
  readonly seed?: string | undefined;
  /** The steps of the catalogue, against which `steps` is checked. */
  readonly steps?: KnownSteps | undefined;
}

export interface LoadedScenario {
  readonly scenario: Scenario;
  /** Every file that was read: the scenario, those it extends, and plans. */
  readonly files: string[];
}

/**
 * Reads a scenario file with those it extends, lays the overrides over it, reads its plans and checks all of it.
 * @throws ScenarioFaults with every fault.
 */
export function loadScenario(file: string, options: LoadOptions = {}): LoadedScenario {
  const loading = new Loading();
  let tree = loading.read(file);
  if (!tree) throw loading.faulty();
  const names = (path: Path) => (path.length === 1 && path[0] === 'steps' ? (options.steps?.keys() ?? []) : []);
  for (const text of options.set ?? []) {
    const laid = override(tree, text, scenarioSchema, names);
    tree = laid.tree as Mapping;
    loading.faults.push(...laid.faults);
  }
  if (options.seed !== undefined) tree = withSeed(tree, options.seed);
  tree = loading.readPlans(tree, dirname(file));
  loading.check(tree, { steps: options.steps });
  if (loading.faults.length > 0) throw loading.faulty();
  return { scenario: scenarioSchema.parse(plain(tree)), files: loading.files };
}

/** One loading: the files read and the faults found on the way. */
class Loading {
  readonly files: string[] = [];
  readonly faults: Fault[] = [];

  faulty(): ScenarioFaults {
    return new ScenarioFaults(this.faults, this.files);
  }

  /** The file with all it extends; undefined where one of them cannot be read. */
  read(file: string, chain: readonly string[] = []): Mapping | undefined {
    const text = this.text(file, { file, line: 1, column: 1 }, '', 'is not a file that can be read');
    if (text === undefined) return undefined;
    const reading = readYaml(text, file);
    this.faults.push(...reading.faults);
    if (reading.tree?.kind !== 'mapping') return undefined;
    const entries = new Map(reading.tree.entries);
    const parent = entries.get('extends');
    entries.delete('extends');
    const own: Mapping = { ...reading.tree, entries };
    if (!parent) return own;

    const wrong = (message: string, allowed: string) =>
      void this.faults.push({ ...placeOf(parent, []), path: 'extends', message, allowed });
    if (parent.kind !== 'scalar' || typeof parent.value !== 'string' || parent.value === '')
      return wrong('does not name a file', 'the path of a scenario file, from the folder of this one');
    const base = beside(file, parent.value);
    const seen = [...chain, file];
    if (seen.some(other => resolve(other) === resolve(base)))
      return wrong(
        `goes round in a circle: ${[...seen, base].join(' extends ')}`,
        'a file that does not lead back here',
      );
    if (this.text(base, parent.at, 'extends', `"${parent.value}" is not a file that can be read`) === undefined)
      return undefined;
    const inherited = this.read(base, seen);
    return inherited && (overlay(inherited, own, scenarioSchema) as Mapping);
  }

  /** Reads the CSV files that plans name and puts their rows in as `daily`. */
  readPlans(tree: Mapping, folder: string): Mapping {
    const paths: Path[] = [['plan']];
    const suppliers = tree.entries.get('suppliers');
    if (suppliers?.kind === 'mapping')
      for (const code of suppliers.entries.keys()) paths.push(['suppliers', code, 'plan']);
    return paths.reduce((whole, path) => {
      const daily = this.planRows(whole, path, folder);
      return daily ? (replaced(whole, [...path, 'daily'], daily) as Mapping) : whole;
    }, tree);
  }

  check(tree: Mapping, context: CheckContext): void {
    for (const { path, message, allowed, to } of scenarioFindings(plain(tree), context))
      this.faults.push({
        ...placeOf(tree, path, to),
        path: formatPath(path),
        message,
        ...(allowed === undefined ? {} : { allowed }),
      });
  }

  private planRows(tree: Mapping, path: Path, folder: string): List | undefined {
    const csv = partAt(tree, [...path, 'csv']);
    if (csv?.kind !== 'scalar' || typeof csv.value !== 'string') return undefined;
    const written = partAt(tree, [...path, 'daily']);
    if (written)
      this.faults.push({
        ...placeOf(tree, [...path, 'daily'], 'key'),
        path: formatPath([...path, 'daily']),
        message: 'cannot be written in a scenario; its rows are read from the CSV file',
      });
    const file = csv.at.file === OVERRIDE ? join(folder, csv.value) : beside(csv.at.file, csv.value);
    const where = formatPath([...path, 'csv']);
    const text = this.text(file, csv.at, where, `"${csv.value}" is not a file that can be read`);
    if (text === undefined) return undefined;
    const { daily, faults } = readPlanCsv(text, file);
    this.faults.push(...faults.map(fault => ({ ...fault, path: formatPath(path) })));
    if (faults.length > 0) return undefined;
    const scalar = (value: string | number): Tree => ({ kind: 'scalar', value, at: csv.at });
    const items = daily.map(row => ({ kind: 'list' as const, items: row.map(scalar), at: csv.at }));
    return { kind: 'list', items, at: csv.at };
  }

  private text(file: string, at: Omit<Fault, 'path' | 'message'>, path: string, message: string): string | undefined {
    try {
      const text = readFileSync(file, 'utf8');
      if (!this.files.includes(file)) this.files.push(file);
      return text;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      const why = code === 'ENOENT' ? 'it is not there' : code === 'EISDIR' ? 'it is a folder' : `${code}`;
      this.faults.push({ file: at.file, line: at.line, column: at.column, path, message: `${message}: ${why}` });
      return undefined;
    }
  }
}

/** A file named in another one, from the folder of that one. */
function beside(file: string, named: string): string {
  return isAbsolute(named) ? named : join(dirname(file), named);
}

function withSeed(tree: Mapping, seed: string): Mapping {
  const at = { file: '--seed', line: 1, column: 1 };
  return { ...tree, entries: new Map([...tree.entries, ['seed', { kind: 'scalar', value: seed, at, key: at }]]) };
}

/** The tree with the part at a path, all but the last step of which is there, put in or replaced. */
function replaced(tree: Tree, path: Path, value: Tree): Tree {
  const [step, ...rest] = path;
  if (step === undefined || tree.kind !== 'mapping') return value;
  const below = rest.length === 0 ? value : replaced(tree.entries.get(String(step))!, rest, value);
  return { ...tree, entries: new Map([...tree.entries, [String(step), below]]) };
}
