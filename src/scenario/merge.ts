import type { z } from 'zod';
import { childSchema, formsOf, isNullable, isOptional, isRecord } from './schema-path.ts';
import type { Mapping, Tree } from './tree.ts';

/**
 * A scenario with what differs laid over it: mappings are merged key by key, lists and plain values replaced, and
 * `null` takes an optional key out. Where a mapping has one of several forms (a distribution, a plan), one of
 * another form replaces it whole.
 * @param schema of the place at which both lie; decides what is optional and which forms there are.
 */
export function overlay(base: Tree, over: Tree, schema: z.ZodType | undefined): Tree {
  if (base.kind !== 'mapping' || over.kind !== 'mapping' || otherForm(base, over, schema)) return over;
  const entries = new Map(base.entries);
  for (const [key, value] of over.entries) {
    const below = childSchema(schema, key);
    const inherited = base.entries.get(key);
    if (isRemoval(value, below, schema, inherited !== undefined)) entries.delete(key);
    else entries.set(key, inherited ? overlay(inherited, value, below) : value);
  }
  return { ...over, origin: base.origin ?? base.key ?? base.at, entries };
}

/**
 * Optional keys can be taken out, there or not; names in a record only where they are there, or they are mistaken. A
 * required key stays and is reported as having no value.
 */
function isRemoval(
  value: Tree,
  schema: z.ZodType | undefined,
  parent: z.ZodType | undefined,
  inherited: boolean,
): boolean {
  if (value.kind !== 'scalar' || value.value !== null || !schema || isNullable(schema)) return false;
  return isOptional(schema) || (inherited && isRecord(parent));
}

function otherForm(base: Mapping, over: Mapping, schema: z.ZodType | undefined): boolean {
  const forms = formsOf(schema);
  if (!forms) return false;
  const both = [...base.entries.keys(), ...over.entries.keys()];
  return !forms.some(form => both.every(key => form.includes(key)));
}
