import { z } from 'zod';
import type { Path } from './tree.ts';

/** A schema without its wrappers: optional, nullable, or transformed after reading. */
export function bare(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return bare(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) return bare(schema.in as z.ZodType);
  return schema;
}

/** Whether a key may be left out. */
export function isOptional(schema: z.ZodType): boolean {
  return schema instanceof z.ZodOptional;
}

/** Whether `null` is a value like any other here. */
export function isNullable(schema: z.ZodType | undefined): boolean {
  if (schema instanceof z.ZodOptional) return isNullable(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodNullable;
}

/** Whether it is a mapping from names of the user's own, or from some of a list of names. */
export function isRecord(schema: z.ZodType | undefined): boolean {
  return schema !== undefined && bare(schema) instanceof z.ZodRecord;
}

/** The schema of a key or index; of a choice (a union) the first that has the key. */
export function childSchema(schema: z.ZodType | undefined, step: string | number): z.ZodType | undefined {
  const outer = schema && bare(schema);
  if (outer instanceof z.ZodObject)
    return Object.hasOwn(outer.shape, step) ? (outer.shape[step] as z.ZodType) : undefined;
  if (outer instanceof z.ZodRecord) {
    const keys = enumKeys(outer);
    return !keys || keys.includes(String(step)) ? (outer.valueType as z.ZodType) : undefined;
  }
  if (outer instanceof z.ZodArray) return outer.element as z.ZodType;
  if (outer instanceof z.ZodTuple) return outer.def.items[Number(step)] as z.ZodType | undefined;
  if (outer instanceof z.ZodUnion)
    for (const option of outer.options) {
      const child = childSchema(option as z.ZodType, step);
      if (child) return child;
    }
  return undefined;
}

/** The schema that a path leads to. */
export function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  return path.reduce<z.ZodType | undefined>((part, step) => childSchema(part, step), schema);
}

/** The keys that a mapping of this schema may have; undefined where any name is allowed. */
export function keysOf(schema: z.ZodType | undefined): string[] | undefined {
  const outer = schema && bare(schema);
  if (outer instanceof z.ZodObject) return Object.keys(outer.shape);
  if (outer instanceof z.ZodRecord) return enumKeys(outer);
  if (outer instanceof z.ZodUnion) return outer.options.flatMap(option => keysOf(option as z.ZodType) ?? []);
  return undefined;
}

/** Whether the schema is a choice between mappings of different keys, all of them of one form. */
export function formsOf(schema: z.ZodType | undefined): string[][] | undefined {
  const outer = schema && bare(schema);
  if (!(outer instanceof z.ZodUnion)) return undefined;
  const forms = outer.options.map(option => keysOf(option as z.ZodType));
  return forms.every(form => form !== undefined) ? forms : undefined;
}

/** What a schema's own or its bare schema's description says. */
export function describe(schema: z.ZodType | undefined): string | undefined {
  return schema && (schema.meta()?.description ?? bare(schema).meta()?.description);
}

function enumKeys(record: z.ZodRecord): string[] | undefined {
  return record.keyType instanceof z.ZodEnum ? record.keyType.options.map(String) : undefined;
}

/** The keys that a mapping of this schema must have. */
export function requiredKeys(schema: z.ZodType | undefined): string[] {
  const outer = schema && bare(schema);
  if (!(outer instanceof z.ZodObject)) return [];
  return Object.entries(outer.shape as Record<string, z.ZodType>)
    .filter(([, child]) => !isOptional(child))
    .map(([key]) => key);
}
