import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { scenarioJsonSchema } from '../../src/scenario/index.ts';

type Json = Record<string, unknown>;

const schema = scenarioJsonSchema();

/** Whether a file is valid by the JSON Schema, read back from its text alone. */
function isValid(file: string): boolean {
  const data = parse(readFileSync(file, 'utf8'));
  const { $schema, $defs } = schema;
  const branch = (Object.hasOwn(data, 'extends') ? schema.then : schema.else) as Json;
  const json = JSON.parse(JSON.stringify({ $schema, $defs, ...branch }));
  return z.fromJSONSchema(json).safeParse(data).success;
}

describe('the JSON Schema for editors', () => {
  test('is draft 2020-12 and asks for a whole scenario unless the file extends another', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.if).toEqual({ type: 'object', required: ['extends'] });
    expect((schema.then as Json).required).toEqual(['extends']);
    expect((schema.else as Json).required).toContain('milestones');
  });

  test.each([
    'scenarios/baseline.yaml',
    'scenarios/late-supplier.yaml',
    'scenarios/summer-freeze.yaml',
    'scenarios/change-of-agent.yaml',
    'test/scenario/tiny.yaml',
    'test/scenario/busy.yaml',
  ])('accepts %s', file => expect(isValid(file)).toBe(true));

  test.each([
    'unknown-keys',
    'missing-keys',
    'wrong-values',
    'distributions',
    'nulls',
    'control',
    'switching',
    'works',
    'links',
  ])('rejects the faulty scenario %s', name => expect(isValid(`test/scenario/faults/${name}.yaml`)).toBe(false));

  test('describes every part that has no parts of its own, whole and derived', () => {
    const bare: string[] = [];
    const visit = (part: Json, path: string) => {
      const properties = (part.properties ?? {}) as Record<string, Json>;
      for (const [key, child] of Object.entries(properties)) {
        if (!describes(child)) bare.push(`${path}.${key}`);
        visit(child, `${path}.${key}`);
      }
      for (const child of (part.anyOf ?? []) as Json[]) visit(child, path);
      if (typeof part.additionalProperties === 'object') visit(part.additionalProperties as Json, `${path}.*`);
    };
    visit(schema.else as Json, '');
    visit(schema.then as Json, 'derived');
    expect(bare).toEqual([]);
  });

  test('does not offer the rows of a CSV file, which are filled in on reading', () => {
    expect(JSON.stringify(schema)).toContain('"csv"');
    expect(JSON.stringify(schema)).not.toContain('"daily"');
  });
});

/** Whether a part says what it is, itself or by its parts. */
function describes(part: Json): boolean {
  if (part.description !== undefined || part.$ref !== undefined) return true;
  if (part.properties !== undefined) return true;
  return Array.isArray(part.anyOf) && part.anyOf.some(option => describes(option as Json));
}
