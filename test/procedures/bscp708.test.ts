import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type MeterType, PROCEDURES, type Step } from '../../src/procedures/index.ts';

/** The types by the letters of the lists kept beside the tests. */
const LETTERS: readonly (readonly [string, MeterType])[] = [
  ['S', 'NHH smart'],
  ['T', 'NHH traditional'],
  ['A', 'NHH advanced'],
  ['H', 'HH advanced'],
  ['E', 'HH smart'],
  ['U', 'UMS'],
];

const letters = (applies: (type: MeterType) => boolean) =>
  LETTERS.filter(([, type]) => applies(type))
    .map(([letter]) => letter)
    .join('');

/** A list written from the source, as steps by their heads, the lines of each in alphabetical order. */
function fromSource(name: string): Map<string, string[]> {
  const steps = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of readFileSync(join(import.meta.dirname, 'expected', name), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('  ')) {
      lines.push(line.trim());
      continue;
    }
    lines = [];
    steps.set(line, lines);
  }
  for (const own of steps.values()) own.sort();
  return steps;
}

/** A step of the catalogue in the form of such a list. */
function asListed(s: Step): [string, string[]] {
  const lines = s.messages.map(
    m =>
      `${m.from} > ${m.to}: ${m.flow}${m.optional ? '?' : ''}, ${m.network}, ` +
      letters(type => s.appliesTo.includes(type) && (m.only?.includes(type) ?? true)),
  );
  if (s.act) lines.push(`${s.act.by} acts, ${letters(type => s.appliesTo.includes(type))}`);
  return [`${s.ref} ${due(s)}`, lines.sort()];
}

function due(s: Step): string {
  if (!s.due) return '–';
  const { within, assumed } = s.due;
  return `${typeof within === 'string' ? `within ${within}` : `by ${within.moment}`}${assumed ? ' °' : ''}`;
}

const procedure = (name: string) => PROCEDURES.find(p => p.name === name)!;
/** Not rows of a clean life: half of 3.2.1, and what comes on a condition. */
const BESIDES = ['3.2.1b', '3.3.5', '3.3.6', '3.3.7', 'forward-cos.1'];

describe.each([
  ['forward-cos', '3.2', 18],
  ['reverse-cos', '3.3', 21],
] as const)('%s in the catalogue', (name, section, rows) => {
  const source = fromSource(`bscp708-${section}.txt`);
  const steps = procedure(name).steps;

  it('has every row that the source prints, in its order', () => {
    const printed = steps.map(s => s.ref).filter(ref => /^3\.\d\.\d+$/.test(ref));
    expect(printed).toEqual(Array.from({ length: rows }, (_, i) => `${section}.${i + 1}`));
    for (const s of steps.filter(s => s.ref.startsWith('3.'))) {
      expect(s.source, s.ref).toMatch(new RegExp(`^BSCP708 §${s.ref.replace(/b$/, '').replaceAll('.', '\\.')}\\b`));
    }
  });

  it('has, row by row, the deadline, the messages and whom they are for as in the source', () => {
    const listed = new Map(steps.filter(s => s.ref.startsWith('3.')).map(asListed));
    expect([...listed.keys()]).toEqual([...source.keys()]);
    expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(source));
  });
});

/** Which rows come for a point of each type to which nothing untoward happens, and that has a read. */
const LIFE: Record<MeterType, { forward: string; reverse: string }> = {
  'NHH smart': { forward: '1 2 3 4 5 6 12 14 15 16 17 18', reverse: '1 2 3 4 8 9 11 12 13 17 18 19 20 21' },
  'NHH traditional': {
    forward: '1 2 3 4 5 6 7 11 12 15 16 17 18',
    reverse: '1 2 3 4 8 9 11 13 14 18 19 20 21',
  },
  'NHH advanced': { forward: '1 2 3 4 5 6 7 10 11 12', reverse: '1 2 3 4 8 9 11 13 15 18 19 20 21' },
  'HH advanced': { forward: '1 2 3 4 5 6 7 8 11 12', reverse: '1 2 3 4 8 9 11 13 16' },
  'HH smart': { forward: '1 2 3 4 5 6 9 12', reverse: '1 2 3 4 8 9 11 12 13 17' },
  UMS: { forward: '1 2 3 4 5 6 8 12 13', reverse: '1 2 3 4 8 9 10' },
};

describe.each(Object.entries(LIFE) as [MeterType, { forward: string; reverse: string }][])(
  'a clean life of %s',
  (type, life) => {
    const refs = (name: string) =>
      procedure(name)
        .steps.filter(s => s.appliesTo.includes(type) && !BESIDES.includes(s.ref))
        .map(s => s.ref);

    it('takes these rows of a forward migration on change of supplier', () => {
      expect(refs('forward-cos')).toEqual(life.forward.split(' ').map(n => `3.2.${n}`));
    });

    it('takes these rows of a reverse migration', () => {
      expect(refs('reverse-cos')).toEqual(life.reverse.split(' ').map(n => `3.3.${n}`));
    });
  },
);
