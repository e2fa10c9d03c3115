import { expect, test } from 'vitest';
import { type QueueDay, QueueHistory } from '../../src/engine/tallies/queue-history.ts';

/** What a queue may have done on a day; a day off has no utilisation. */
function dayOf(row: number): QueueDay {
  return {
    day: 20_000 + Math.floor(row / 7),
    queue: row % 7,
    arrived: row,
    done: 3 * row,
    backlog: row % 11,
    utilisation: row % 5 === 0 ? Number.NaN : row / 8,
    waitMean: row / 3,
    waitP95: row / 2,
    waitMax: row,
  };
}

const rows = Array.from({ length: 5000 }, (_, row) => dayOf(row));

test('a history keeps every row, and may be taken up and gone on with', () => {
  let history = new QueueHistory();
  rows.forEach((row, i) => {
    history.push(row);
    if (i % 1700 !== 0) return;
    const anew = new QueueHistory();
    anew.restore(history.save());
    history = anew;
  });
  expect(history.length).toBe(rows.length);
  expect(rows.map((_, i) => history.at(i))).toEqual(rows);
  expect(history.queues()).toEqual([0, 1, 2, 3, 4, 5, 6]);
});
