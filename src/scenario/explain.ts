import { z } from 'zod';
import { distributionFaults } from '../random/index.ts';
import { distribution } from './fields.ts';
import { bare, childSchema, describe, formsOf, isOptional, keysOf, schemaAt } from './schema-path.ts';
import { didYouMean, listed } from './suggest.ts';
import { formatPath, type Path } from './tree.ts';

/** A fault without its place. */
export interface Finding {
  readonly path: Path;
  readonly message: string;
  readonly allowed?: string;
  /** What to point to for a plain value: itself, or its key. */
  readonly to?: 'key';
  /** Something too much: what is there besides is not in doubt. */
  readonly extra?: true;
}

type Issue = z.core.$ZodIssue;

/** What the schema finds wrong with a value, in a planner's words. */
export function findings(schema: z.ZodType, data: unknown): Finding[] {
  const result = schema.safeParse(data);
  if (result.success) return [];
  const explained = new Set<string>();
  return result.error.issues.flatMap(issue => {
    const path = issue.path as Path;
    const start = distributionStart(schema, path);
    if (start === undefined) return explain(issue, path, schema, data);
    const key = JSON.stringify(path.slice(0, start));
    if (explained.has(key)) return [];
    explained.add(key);
    return explainDistribution(path.slice(0, start), valueAt(data, path.slice(0, start)), schema);
  });
}

/** How many steps of the path lead to a distribution, if it leads to or into one that is there. */
function distributionStart(schema: z.ZodType, path: Path): number | undefined {
  let part: z.ZodType | undefined = schema;
  for (let i = 0; i < path.length; i++) {
    part = childSchema(part, path[i]!);
    if (part && isDistribution(part)) return i + 1;
  }
  return undefined;
}

/** A distribution with a description of its own is another schema of the same forms. */
function isDistribution(schema: z.ZodType): boolean {
  const [outer, known] = [bare(schema), bare(distribution)];
  return outer instanceof z.ZodUnion && known instanceof z.ZodUnion && outer.options === known.options;
}

function explainDistribution(path: Path, value: unknown, schema: z.ZodType): Finding[] {
  if (value === undefined || value === null) return [missing(path, value, schema)];
  return distributionFaults(value).map(fault => {
    const inside =
      fault.path === '' ? [] : fault.path.split('.').map(step => (/^\d+$/.test(step) ? Number(step) : step));
    const hint = fault.path === '' && isMapping(value) ? unknownFamily(value) : '';
    const message = typeof value === 'string' ? `"${value}" is not a distribution; ${fault.message}` : fault.message;
    return { path: [...path, ...inside], message: message + hint };
  });
}

function unknownFamily(value: Record<string, unknown>): string {
  const families = keysOf(distribution) ?? [];
  const unknown = Object.keys(value).find(key => !families.includes(key));
  return unknown === undefined ? '' : didYouMean(unknown, families);
}

function explain(issue: Issue, path: Path, schema: z.ZodType, data: unknown): Finding[] {
  const value = valueAt(data, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => unknownKey([...path, key], schemaAt(schema, path)));
    case 'invalid_key':
      return [
        {
          path,
          message: `"${path.at(-1)}" is not a name to be used here`,
          allowed: keyDescription(schema, path),
          to: 'key',
        },
      ];
    case 'invalid_union':
      return explainUnion(issue, path, schema, data);
    case 'invalid_type':
      if (value === undefined || value === null) return [missing(path, value, schema)];
      return [{ path, ...wrongType(value, issue.expected, describe(schemaAt(schema, path))) }];
    case 'too_small':
    case 'too_big':
      return [{ path, ...outOfRange(issue, value, describe(schemaAt(schema, path))) }];
    case 'custom':
      return [{ path, message: issue.message }];
    default:
      return [{ path, message: `${shown(value)} is not allowed`, allowed: allowedBy(schemaAt(schema, path)) }];
  }
}

/** A choice of forms is explained by the form that the given keys come nearest to. */
function explainUnion(issue: z.core.$ZodIssueInvalidUnion, path: Path, schema: z.ZodType, data: unknown): Finding[] {
  const value = valueAt(data, path);
  const at = schemaAt(schema, path);
  const forms = formsOf(at);
  if (value === undefined || value === null) return [missing(path, value, schema)];
  if (!forms || !isMapping(value)) return [{ path, message: `${shown(value)} is not allowed`, allowed: allowedBy(at) }];
  const given = Object.keys(value);
  const fitting = forms.map(form => given.filter(key => form.includes(key)).length);
  const best = fitting.indexOf(Math.max(...fitting));
  const mixed = given.filter(key => !forms[best]!.includes(key) && forms.some(form => form.includes(key)));
  if (mixed.length > 0)
    return [
      {
        path,
        message: `${mixed[0]} cannot stand beside ${given.filter(key => forms[best]!.includes(key)).join(', ')}`,
        allowed: forms.map(form => form.join(', ')).join('; or '),
      },
    ];
  return issue.errors[best]!.flatMap(inner => {
    const whole = [...path, ...(inner.path as Path)];
    return explain({ ...inner, path: whole as PropertyKey[] } as Issue, whole, schema, data);
  });
}

function unknownKey(path: Path, parent: z.ZodType | undefined): Finding {
  const key = String(path.at(-1));
  const keys = keysOf(parent) ?? [];
  const where = path.length === 1 ? 'a scenario' : formatPath(path.slice(0, -1));
  return {
    path,
    message: `there is no "${key}" in ${where}${didYouMean(key, keys)}`,
    allowed: listed(keys, 16),
    to: 'key',
    extra: true,
  };
}

function missing(path: Path, value: unknown, schema: z.ZodType): Finding {
  const at = schemaAt(schema, path);
  if (value !== null) return { path, message: 'is missing', allowed: allowedBy(at) };
  const message = at && isOptional(at) ? 'has no value; leave the key out if none is meant' : 'has no value';
  return { path, message, allowed: allowedBy(at), to: 'key' };
}

const KINDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  object: 'a mapping of keys and values',
  record: 'a mapping of keys and values',
  array: 'a list',
  tuple: 'a list',
  boolean: 'true or false',
};

function wrongType(
  value: unknown,
  expected: string,
  description: string | undefined,
): { message: string; allowed: string } {
  const message = `${shown(value)} is not ${KINDS[expected] ?? expected}`;
  const numeric = expected === 'number' || expected === 'int';
  const text = typeof value === 'string' ? value.trim() : '';
  const allowed = description ?? KINDS[expected] ?? expected;
  if (numeric && /^\d{1,3}([,_ ]\d{3})+$/.test(text))
    return { message: `${message}: write it without separators, ${text.replace(/[,_ ]/g, '')}`, allowed };
  if (numeric && /^\d+(\.\d+)?\s*%$/.test(text))
    return { message: `${message}: write it without the percent sign`, allowed };
  return { message, allowed };
}

function outOfRange(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  value: unknown,
  description: string | undefined,
): { message: string; allowed: string } {
  const limit = String(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  const side = issue.code === 'too_small' ? 'small' : 'large';
  if (issue.origin === 'string') return { message: 'is empty', allowed: description ?? 'a text' };
  if (issue.origin === 'array')
    return {
      message: `has ${(value as unknown[]).length} items`,
      allowed: description ?? `${side === 'small' ? 'at least' : 'at most'} ${limit}`,
    };
  const bound =
    side === 'small'
      ? `${issue.inclusive ? '' : 'more than '}${limit}${issue.inclusive ? ' or more' : ''}`
      : `at most ${limit}`;
  return { message: `${shown(value)} is too ${side}`, allowed: description?.includes(limit) ? description : bound };
}

/** What may stand at a place: its description, else its keys or values. */
function allowedBy(schema: z.ZodType | undefined): string {
  const description = describe(schema);
  if (description !== undefined) return description;
  const keys = keysOf(schema);
  if (keys) return `a mapping with ${listed(keys)}`;
  const kind = schema && bare(schema);
  if (kind instanceof z.ZodNumber) return kind.isInt ? 'a whole number' : 'a number';
  return kind instanceof z.ZodArray ? 'a list' : 'a text';
}

function keyDescription(schema: z.ZodType, path: Path): string {
  const record = schemaAt(schema, path.slice(0, -1));
  const outer = record && bare(record);
  return (outer instanceof z.ZodRecord ? (outer.keyType as z.ZodType).meta()?.description : undefined) ?? 'a name';
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    data,
  );
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value for a message: texts in quotes, collections by what they are. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isMapping(value)) return 'a mapping';
  return typeof value === 'string' ? `"${value}"` : String(value);
}
