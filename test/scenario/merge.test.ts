import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlay } from '../../src/scenario/merge.ts';
import { readYaml } from '../../src/scenario/read-yaml.ts';
import { scenarioSchema } from '../../src/scenario/schema.ts';
import { formatPath, placeOf, plain, type Tree } from '../../src/scenario/tree.ts';

function tree(value: unknown, file = 'a.yaml'): Tree {
  return readYaml(typeof value === 'string' ? value : JSON.stringify(value), file).tree!;
}

/** One mapping laid over another where the schema says nothing. */
function merged(base: unknown, over: unknown): unknown {
  return plain(overlay(tree(base), tree(over), undefined));
}

/** Mappings of mappings and values, over few names so that they meet. */
const mapping = fc.letrec<{ mapping: Record<string, unknown>; value: unknown }>(tie => ({
  mapping: fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__'), tie('value'), { maxKeys: 4 }),
  value: fc.oneof({ depthSize: 'small' }, fc.integer(), fc.array(fc.integer(), { maxLength: 3 }), tie('mapping')),
})).mapping;

describe('laws of laying one mapping over another', () => {
  test('nothing laid over changes nothing, and so does the same again', () => {
    fc.assert(
      fc.property(mapping, a => {
        expect(merged(a, {})).toEqual(plain(tree(a)));
        expect(merged({}, a)).toEqual(plain(tree(a)));
        expect(merged(a, a)).toEqual(plain(tree(a)));
      }),
    );
  });

  test('laying over twice is the same as once', () => {
    fc.assert(
      fc.property(mapping, mapping, (a, b) => {
        expect(merged(merged(a, b), b)).toEqual(merged(a, b));
      }),
    );
  });

  test('every key of either is there, and what is laid over wins where it is no mapping', () => {
    fc.assert(
      fc.property(mapping, mapping, (a, b) => {
        const both = merged(a, b) as Record<string, unknown>;
        expect(new Set(Object.keys(both))).toEqual(new Set([...Object.keys(a), ...Object.keys(b)]));
        for (const key of Object.keys(b))
          if (typeof b[key] !== 'object' || Array.isArray(b[key])) expect(both[key]).toEqual(b[key]);
      }),
    );
  });

  test('where no value stands against a mapping, a chain may be laid over from either end', () => {
    const flat = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer());
    const nested = fc.dictionary(fc.constantFrom('x', 'y'), flat);
    fc.assert(
      fc.property(nested, nested, nested, (a, b, c) => {
        expect(merged(merged(a, b), c)).toEqual(merged(a, merged(b, c)));
      }),
    );
  });
});

describe('places', () => {
  test('a part keeps the place of the file that gave it last; what is missing is missing below', () => {
    const base = tree('name: base\nperiod:\n  from: 2025-10-01\n', 'base.yaml');
    const over = tree('name: over\nperiod: { to: 2026-01-01 }\n', 'over.yaml');
    const both = overlay(base, over, scenarioSchema);
    expect(placeOf(both, ['name'])).toEqual({ file: 'over.yaml', line: 1, column: 7 });
    expect(placeOf(both, ['name'], 'key')).toEqual({ file: 'over.yaml', line: 1, column: 1 });
    expect(placeOf(both, ['period', 'from'])).toEqual({ file: 'base.yaml', line: 3, column: 9 });
    expect(placeOf(both, ['period', 'to'])).toEqual({ file: 'over.yaml', line: 2, column: 15 });
    expect(placeOf(both, ['period'])).toEqual({ file: 'over.yaml', line: 2, column: 1 });
    expect(placeOf(both, ['period', 'by'])).toEqual({ file: 'base.yaml', line: 2, column: 1 });
  });

  test('columns count characters as an editor does, after a byte order mark and Windows line ends too', () => {
    const text = '\uFEFFname: “naïve”\r\nperiod:\r\n  to: x\r\n';
    expect(placeOf(tree(text), ['period', 'to'])).toEqual({ file: 'a.yaml', line: 3, column: 7 });
    expect(placeOf(tree(text), ['name'])).toEqual({ file: 'a.yaml', line: 1, column: 7 });
  });
});

test('paths are written with dots, indexes in brackets, and quotes where a name has a dot', () => {
  expect(formatPath(['control', 'freezes', 2, 'from'])).toBe('control.freezes[2].from');
  expect(formatPath(['steps', '3.1.10', 'within'])).toBe('steps."3.1.10".within');
  expect(formatPath(['waves', 'wave 1'])).toBe('waves.wave 1');
});
