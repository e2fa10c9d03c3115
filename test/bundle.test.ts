import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { bundle } from '../src/bundle.mjs';
import { temporaryFolder } from './results/temporary-folder.ts';

const dir = temporaryFolder();

const MODULES = {
  'main.ts': `
import { sep } from 'node:path';
import { fibonacci, Point } from './other.ts';
export const early = [fibonacci(10), later(1), sep.length];
/** Used above before it is declared. */
export function later(n: number) { return '–'.repeat(n) + n; }
export async function soon() { return 'soon'; }
export function* both() { yield 1; yield* [2]; }
export function changing() { return 'before'; }
export function change() { (changing as unknown) = () => 'after'; return changing(); }
export function taken() { return 'before'; }
export function looped() { return 'before'; }
export function take() {
  [(taken as unknown)] = [() => 'after'];
  for (looped as unknown of [() => 'after']);
  return [taken(), looped()];
}
export const point = new (Point as any)(3);
`,
  'other.ts': `
export function fibonacci(n: number): number { return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2); }
export function Point(this: any, x: number) { this.x = x; }
Point.prototype.twice = function () { return 2 * this.x; };
`,
};

test('bundled functions are constants, and do what they did: called early, recursive, async, generating, constructing, reassigned', async () => {
  mkdirSync(join(dir, 'src'));
  for (const [name, text] of Object.entries(MODULES)) writeFileSync(join(dir, 'src', name), text);
  await bundle({ main: join(dir, 'src', 'main.ts') }, join(dir, 'out'), []);
  const path = join(dir, 'out', 'main.js');
  const { early, soon, both, change, take, point, later } = await import(pathToFileURL(path).href);
  expect(early).toEqual([55, '–1', 1]);
  expect(later.name).toBe('later');
  expect(await soon()).toBe('soon');
  expect([...both()]).toEqual([1, 2]);
  expect(point.twice()).toBe(6);
  expect(change()).toBe('after');
  expect(take()).toEqual(['after', 'after']);
  const declared = readFileSync(path, 'utf8').match(/^(async )?function.*/gm);
  expect(declared).toEqual(['changing()', 'taken()', 'looped()'].map(name => expect.stringContaining(name)));
});
