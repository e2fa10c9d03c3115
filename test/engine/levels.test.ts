import { describe, expect, test } from 'vitest';
import { levelsOf, type Reach } from '../../src/engine/levels.ts';

/** A graph by name: `*` marks served work, `!` a moment apart, `@` a pool; after the colon what it leads to. */
function graph(...lines: string[]): Reach[] {
  const parsed = lines.map(line => {
    const [head, tail] = line.split(':') as [string, string];
    const [name, pool] = head.replace(/[*!]/, '').split('@') as [string, string | undefined];
    return { name, pool, head, to: tail.split(' ').filter(Boolean) };
  });
  return parsed.map(({ name, pool, head, to }) => ({
    name,
    ...(pool === undefined ? {} : { pool }),
    served: head.includes('*'),
    apart: head.includes('!'),
    leadsTo: to.map(t => parsed.findIndex(p => p.name === t)),
  }));
}

describe('levelsOf', () => {
  test.each<[string, string[], number[], number]>([
    ['nothing has one level', [], [], 1],
    ['messages alone stay on one level', ['a: b', 'b: c', 'c:'], [0, 0, 0], 1],
    ['what a finished job sets off is one level on', ['a: b', 'b*: c', 'c: d', 'd*:'], [0, 0, 1, 1], 2],
    ['jobs that follow each other are a level each', ['a*: b', 'b*: c', 'c*:'], [0, 1, 2], 3],
    ['a moment apart is a level on, though nobody serves before it', ['a: b', 'b!: c', 'c:'], [0, 1, 1], 2],
    ['a job before a moment apart counts once', ['a*: b', 'b!:'], [0, 1], 2],
    ['the longest way counts', ['a: b c', 'b*: c', 'c*: d', 'd:'], [0, 0, 1, 2], 3],
    ['in whatever order nodes stand', ['d:', 'c*: d', 'b*: c', 'a: c b'], [2, 1, 0, 0], 3],
    ['a diamond with a long and a short side', ['a: b e', 'b*: c', 'c*: d', 'd!: e', 'e*:'], [0, 0, 1, 2, 2], 3],
    ['work that shares its hands is on one level', ['a*@p: b', 'b*: c', 'c:', 'd*: e', 'e*@p:'], [1, 2, 3, 0, 1], 4],
    ['two graphs side by side', ['a*: b', 'b:', 'c: d', 'd:'], [0, 1, 0, 0], 2],
  ])('%s', (_, lines, level, count) => {
    expect(levelsOf(graph(...lines))).toEqual({ level, count, circle: [] });
  });

  test.each<[string, string[], string[]]>([
    ['work that sets itself off', ['a: b', 'b*: b'], ['b']],
    ['work that another sets off which shares its hands', ['a*@p: b', 'b*: c', 'c*@p:'], ['a / c', 'b']],
    ['two that answer each other', ['a: b', 'b*: c', 'c: b'], ['b', 'c']],
    [
      'a long one, without the way that leads into it',
      ['in: a', 'a: b', 'b*: c', 'c!: d', 'd: a out', 'out:'],
      ['a', 'b', 'c', 'd'],
    ],
    ['one in a later part of the graph', ['a: b', 'b:', 'c*: d', 'd: c'], ['c', 'd']],
    ['one of messages alone', ['a: b', 'b: a'], ['a', 'b']],
  ])('names the circle: %s', (_, lines, circle) => {
    const nodes = graph(...lines);
    expect(levelsOf(nodes)).toEqual({ level: nodes.map(() => 0), count: 1, circle });
  });
});
