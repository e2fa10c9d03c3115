import type { z } from 'zod';
import type { Fault } from './faults.ts';
import { overlay } from './merge.ts';
import { readYamlValue } from './read-yaml.ts';
import { childSchema, isRecord, keysOf, requiredKeys, schemaAt } from './schema-path.ts';
import { didYouMean, listed } from './suggest.ts';
import { formatPath, type Path, partAt, type Tree } from './tree.ts';

/** How overrides are named in faults, in place of a file. */
export const OVERRIDE = '--set';

/** A piece of a written path and the column at which it begins, from 1. */
interface Token {
  readonly text: string;
  readonly column: number;
  readonly quoted: boolean;
}

const TOKEN = /"([^"]*)"|'([^']*)'|([^.[\]="']+)/y;
const FORM = 'path=value, e.g. control.thresholds.market=150000';

/**
 * Lays one override, `path=value`, over a scenario. Names with dots may be quoted or plain
 * (`steps."3.1.10".within=2 WD`); the value is YAML, and laid over as a derived file would be.
 * @param names that a record may have besides those in the tree, e.g. step references.
 */
export function override(
  tree: Tree,
  text: string,
  schema: z.ZodType,
  names: (path: Path) => Iterable<string>,
): { tree: Tree; faults: Fault[] } {
  const fail = (column: number, path: Path, message: string, allowed?: string) => ({
    tree,
    faults: [
      {
        file: OVERRIDE,
        line: 1,
        column,
        path: formatPath(path),
        message,
        ...(allowed === undefined ? {} : { allowed }),
      },
    ],
  });
  const { tokens, end } = tokenize(text);
  if (tokens.length === 0 || text[end] !== '=')
    return fail(Math.max(1, Math.min(end + 1, text.length)), [], `"${text}" does not say what to set to what`, FORM);

  const path: (string | number)[] = [];
  let rest = tokens;
  let at: z.ZodType | undefined = schema;
  while (rest.length > 0) {
    const part = partAt(tree, path);
    const taken = part?.kind === 'list' ? 1 : wordsOfName(rest, at, [...keysIn(part), ...names(path)]);
    const name = join(rest.slice(0, taken));
    const column = rest[0]!.column;
    rest = rest.slice(taken);
    const wrong = wrongStep(name, part, at, rest.length > 0, path);
    const step = part?.kind === 'list' && /^\d+$/.test(name) ? Number(name) : name;
    if (wrong) return fail(column, [...path, step], wrong.message, wrong.allowed);
    at = childSchema(at, name);
    path.push(step);
  }

  const value = readYamlValue(text.slice(end + 1), OVERRIDE, end + 1);
  if (!value.tree) return { tree, faults: value.faults.map(fault => ({ ...fault, path: formatPath(path) })) };
  return { tree: assign(tree, path, value.tree, schema), faults: [] };
}

/** The words of the path, and where it ends: at the `=`, or at what cannot be read. */
function tokenize(text: string): { tokens: Token[]; end: number } {
  const tokens: Token[] = [];
  let end = 0;
  for (;;) {
    while (tokens.length > 0 && (text[end] === '.' || text[end] === '[' || text[end] === ']')) end++;
    TOKEN.lastIndex = end;
    const found = TOKEN.exec(text);
    if (!found) return { tokens, end };
    const quoted = found[3] === undefined;
    tokens.push({ text: (found[1] ?? found[2] ?? found[3]!).trim(), column: end + 1, quoted });
    end = TOKEN.lastIndex;
  }
}

/**
 * How many of the words make up the next name: in a record (whose names may hold dots) the longest known name after
 * which the path leads on, else the shortest one after which it does.
 */
function wordsOfName(words: readonly Token[], schema: z.ZodType | undefined, known: readonly string[]): number {
  if (words[0]!.quoted || !isRecord(schema)) return 1;
  const counts = words.map((_, i) => i + 1).filter(n => words.slice(0, n).every(word => !word.quoted));
  const leadsOn = counts.filter(n => {
    const value = childSchema(schema, join(words.slice(0, n)));
    return (
      value &&
      schemaAt(
        value,
        words.slice(n).map(word => word.text),
      )
    );
  });
  return leadsOn.findLast(n => known.includes(join(words.slice(0, n)))) ?? leadsOn[0] ?? 1;
}

function wrongStep(
  name: string,
  part: Tree | undefined,
  schema: z.ZodType | undefined,
  more: boolean,
  path: Path,
): { message: string; allowed?: string } | undefined {
  const where = path.length === 0 ? 'in a scenario' : `in ${formatPath(path)}`;
  if (part?.kind === 'list') {
    if (/^\d+$/.test(name) && Number(name) < part.items.length) return undefined;
    const allowed = part.items.length === 0 ? 'none, the list is empty' : `0 to ${part.items.length - 1}`;
    return { message: `there is no item "${name}" ${where}`, allowed };
  }
  const keys = keysOf(schema);
  if (!childSchema(schema, name)) {
    if (!keys) return { message: `nothing can be set inside ${formatPath(path)}` };
    return { message: `there is no "${name}" ${where}${didYouMean(name, keys)}`, allowed: listed(keys) };
  }
  // A part of a new supplier, area … alone makes none.
  const present = keysIn(part);
  if (!more || keys || present.includes(name) || requiredKeys(childSchema(schema, name)).length === 0) return undefined;
  return { message: `there is no "${name}" ${where}${didYouMean(name, present)}`, allowed: listed(present) };
}

/** The tree with a value laid over the part that a path leads to; every part of the path can be there. */
function assign(tree: Tree, path: Path, value: Tree, schema: z.ZodType | undefined): Tree {
  const [step, ...rest] = path;
  if (step === undefined) return overlay(tree, value, schema);
  if (tree.kind === 'list') {
    const inner = childSchema(schema, step);
    return {
      ...tree,
      items: tree.items.map((item, i) => (i === Number(step) ? assign(item, rest, value, inner) : item)),
    };
  }
  return overlay(tree, nested(path, value, tree, schema), schema);
}

/** Mappings around a value, one for each step of the path, down to a list or the value. */
function nested(path: Path, value: Tree, tree: Tree | undefined, schema: z.ZodType | undefined): Tree {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (tree?.kind === 'list') return assign(tree, path, value, schema);
  const inner = nested(rest, value, partAt(tree, [step]), childSchema(schema, step));
  const start = { file: OVERRIDE, line: 1, column: 1 };
  return { kind: 'mapping', entries: new Map([[String(step), { ...inner, key: start }]]), at: start };
}

function keysIn(part: Tree | undefined): string[] {
  return part?.kind === 'mapping' ? [...part.entries.keys()] : [];
}

function join(words: readonly Token[]): string {
  return words.map(word => word.text).join('.');
}
