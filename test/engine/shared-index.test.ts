import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Memory, SharedIndex } from '../../src/engine/index.ts';

describe('SharedIndex', () => {
  test('numbers keys from 1 on as they come, and finds each again', () => {
    const keys = fc.uniqueArray(fc.integer({ min: 0, max: 999 }), { maxLength: 400, size: 'max' });
    fc.assert(
      fc.property(keys, some => {
        const index = new SharedIndex(new Memory(), 'some', 1000);
        some.forEach((key, i) => {
          expect(index.find(key)).toBe(0);
          expect(index.add(key)).toBe(i + 1);
        });
        const numbers = Array.from({ length: 1000 }, (_, key) => index.find(key));
        expect(numbers).toEqual(numbers.map((_, key) => some.indexOf(key) + 1));
      }),
      { numRuns: 100 },
    );
  });

  test('is numbered by several threads at a time, each for its own keys', async () => {
    const [keys, threads] = [200_000, 3];
    const memory = new Memory(threads);
    const index = new SharedIndex(memory, 'some', keys);
    const module = (path: string) => JSON.stringify(new URL(`../../src/engine/${path}`, import.meta.url).href);
    // Every chain has keys of all of them.
    const code = `
      const { workerData } = await import('node:worker_threads');
      const { Memory } = await import(${module('memory/memory.ts')});
      const { SharedIndex } = await import(${module('memory/shared-index.ts')});
      const { kept, thread } = workerData;
      const index = new SharedIndex(Memory.of(kept, thread, ${threads}), 'some', ${keys});
      for (let key = thread; key < ${keys}; key += ${threads}) {
        if (index.find(key) !== 0) throw new Error('a key has a number before it was given one');
        const number = index.add(key);
        if (index.find(key) !== number) throw new Error('a key is not found');
      }`;
    const url = new URL(`data:text/javascript,${encodeURIComponent(code)}`);
    const ends = Array.from({ length: threads }, (_, thread) => {
      const worker = new Worker(url, { workerData: { kept: memory.contents(), thread } });
      return new Promise<number>((resolve, reject) => worker.on('error', reject).on('exit', resolve));
    });
    expect(await Promise.all(ends)).toEqual(new Array(threads).fill(0));
    const numbers = Array.from({ length: keys }, (_, key) => index.find(key)).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: keys }, (_, i) => i + 1));
  });

  test('has room for no more keys than a chain can name', () => {
    expect(() => new SharedIndex(new Memory(), 'some', 2 ** 27)).toThrow('are too many');
  });
});
