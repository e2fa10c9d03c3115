import { expect, test } from 'vitest';
import { Memory } from '../../src/engine/index.ts';
import { Crew, CrewBroken } from '../../src/engine/threads/crew.ts';

test('a thread that comes to a meeting after another has failed does not wait for it, then or later', () => {
  const memory = new Memory(2);
  const one = new Crew(memory, 0);
  const other = new Crew(Memory.of(memory.contents(), 1, 2), 0);
  other.break();
  expect(() => one.meet()).toThrow(CrewBroken);
  expect(() => one.least(3)).toThrow('another thread has failed');
});
