import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ArrayFile, writeArrays } from '../../src/experiment/checkpoints/array-file.ts';
import { RunFolderError } from '../../src/results/index.ts';
import { temporaryFolder } from '../results/temporary-folder.ts';

const dir = temporaryFolder();
const path = join(dir, 'arrays.bin');
const MIB = 1 << 20;

/** Reads a whole file. */
function read(from = path) {
  const file = new ArrayFile(from);
  try {
    return Object.fromEntries(file.arrays.map(array => [array.name, file.read(array)]));
  } finally {
    file.close();
  }
}

describe('arrays in a file', () => {
  test('come back as they were: every type, every value, empty ones too', () => {
    fc.assert(
      fc.property(
        fc.int8Array(),
        fc.uint8Array(),
        fc.int16Array(),
        fc.uint16Array(),
        fc.int32Array(),
        fc.uint32Array(),
        fc.float64Array(),
        (...arrays) => {
          writeArrays(
            path,
            arrays.map((numbers, i) => ({ name: `of.${i}`, numbers })),
          );
          expect(Object.values(read())).toEqual(arrays);
        },
      ),
      { numRuns: 30, seed: 5 },
    );
  });

  test('longer than a chunk come back, and what is all zero takes no room', () => {
    const numbers = new Int32Array(new SharedArrayBuffer(40 * MIB));
    numbers[3] = 7;
    numbers[5 * MIB] = -1;
    numbers[numbers.length - 1] = 9;
    writeArrays(path, [{ name: 'long', numbers }]);
    expect(statSync(path).size).toBeLessThan(10_000);
    const { long } = read();
    expect(Buffer.compare(Buffer.from(long!.buffer), Buffer.from(numbers.buffer))).toBe(0);
  });

  test('take the place of what is in a longer array, whose rest becomes 0', () => {
    writeArrays(path, [{ name: 'one', numbers: Int32Array.of(1, 0, 3) }]);
    const file = new ArrayFile(path);
    const target = new Int32Array(3 * MIB).fill(8);
    file.readInto(file.arrays[0]!, target);
    file.close();
    expect([...target.subarray(0, 4)]).toEqual([1, 0, 3, 0]);
    expect(target.every((n, i) => i < 3 || n === 0)).toBe(true);
  });

  test('are refused where the file is cut off anywhere, or a byte of the numbers is another', () => {
    writeArrays(path, [{ name: 'one', numbers: Int32Array.from({ length: 5000 }, (_, i) => i * i) }]);
    const whole = readFileSync(path);
    const other = join(dir, 'other.bin');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), length => {
        writeFileSync(other, whole.subarray(0, length));
        expect(() => read(other)).toThrow(RunFolderError);
        expect(() => read(other)).toThrow(`${other} is damaged: `);
      }),
      { numRuns: 30, seed: 6 },
    );
    const changed = Buffer.from(whole);
    changed[2000]! ^= 1;
    writeFileSync(other, changed);
    expect(() => read(other)).toThrow(RunFolderError);
  });
});
