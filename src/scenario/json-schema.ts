import { z } from 'zod';
import { scenarioSchema } from './schema.ts';

type Json = Record<string, unknown>;

/**
 * The JSON Schema (draft 2020-12) of scenario files, for editors. A file that says `extends` need only hold what
 * differs, and `null` takes a key out; any other must be whole.
 */
export function scenarioJsonSchema(): Json {
  const { $schema, $defs, ...whole } = z.toJSONSchema(scenarioSchema, {
    io: 'input',
    override: ({ jsonSchema }) => withoutDaily(jsonSchema as Json),
  }) as Json & { $defs?: Json };
  const derived = partial(whole);
  const base = { type: 'string', description: 'the file that this one extends, from its own folder' };
  (derived.properties as Json).extends = base;
  const partialDefs = Object.entries($defs ?? {}).map(([name, schema]) => [`${name}-derived`, partial(schema as Json)]);
  return {
    $schema,
    title: 'mhhsim scenario',
    if: { type: 'object', required: ['extends'] },
    // biome-ignore lint/suspicious/noThenProperty: the JSON Schema keyword
    then: { ...derived, required: ['extends'] },
    else: whole,
    $defs: { ...$defs, ...Object.fromEntries(partialDefs) },
  };
}

/** The rows of a plan's CSV file are filled in on reading; nobody writes them in a scenario. */
function withoutDaily({ properties }: Json): void {
  if (isMapping(properties) && 'csv' in properties) delete properties.daily;
}

/** The schema of a part of a derived file: nothing is required, and `null` takes out what may be left out. */
function partial(schema: Json): Json {
  const { required, ...inner } = schema;
  const kept = Array.isArray(required) ? required : [];
  if (typeof inner.$ref === 'string') return { ...inner, $ref: `${inner.$ref}-derived` };
  if (isMapping(inner.properties))
    inner.properties = Object.fromEntries(
      Object.entries(inner.properties).map(([key, value]) => {
        const below = partial(value as Json);
        return [key, kept.includes(key) ? below : orNull(below)];
      }),
    );
  if (isMapping(inner.additionalProperties)) inner.additionalProperties = orNull(partial(inner.additionalProperties));
  if (Array.isArray(inner.anyOf)) inner.anyOf = inner.anyOf.map(option => partial(option as Json));
  return inner;
}

function orNull(schema: Json): Json {
  return { anyOf: [schema, { type: 'null' }] };
}

function isMapping(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
