import { describe, expect, test } from 'vitest';
import { Memory } from '../../src/engine/index.ts';

const MIB = 2 ** 20;

/** The same arrays as two threads have them. */
function two(length: number): { memory: Memory; counts: Int32Array[]; most: Int32Array[] } {
  const memory = new Memory(2);
  const arrays = (of: Memory) => ({
    counts: of.own('counts', Int32Array, length),
    most: of.own('most', Int32Array, length, 'max'),
  });
  const one = arrays(memory);
  const other = arrays(Memory.of(memory.contents(), 1, 2));
  return { memory, counts: [one.counts, other.counts], most: [one.most, other.most] };
}

describe('Memory.gather', () => {
  test('adds counts, takes the largest of maxima, and leaves nothing with the other threads', () => {
    const { memory, counts, most } = two(4);
    counts[0]!.set([1, 0, 3, 0]);
    counts[1]!.set([5, 6, 0, 0]);
    most[0]!.set([7, 0, 2, 0]);
    most[1]!.set([3, 4, 2, 0]);
    memory.gather();
    expect([...counts[0]!]).toEqual([6, 6, 3, 0]);
    expect([...most[0]!]).toEqual([7, 4, 2, 0]);
    expect([...counts[1]!, ...most[1]!]).toEqual(new Array(8).fill(0));
  });

  test('takes no memory for what nobody has written to', () => {
    const { memory, counts } = two(16 * MIB);
    counts[1]![5] = 1;
    const before = process.memoryUsage().rss;
    memory.gather();
    expect(counts[0]![5]).toBe(1);
    expect(process.memoryUsage().rss - before).toBeLessThan(32 * MIB);
  });
});
