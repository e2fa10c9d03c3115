import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { firstDifference, writeDatabase } from '../../src/results/index.ts';
import { sampleTables } from './sample-run.ts';
import { temporaryFolder } from './temporary-folder.ts';

const dir = temporaryFolder();
const original = join(dir, 'original.sqlite');
writeDatabase(original, sampleTables(), { startedAt: 'today' });

function differenceAfter(sql: string) {
  const copy = join(dir, 'copy.sqlite');
  copyFileSync(original, copy);
  const db = new Database(copy);
  db.exec(sql);
  db.close();
  return firstDifference(original, copy);
}

test('two runs that differ only in table run do not differ', () => {
  expect(differenceAfter(`UPDATE run SET value = 'tomorrow' WHERE key = 'startedAt'`)).toBeUndefined();
});

test('the first row that differs is shown from both sides, with the columns', () => {
  const difference =
    differenceAfter(`UPDATE deadline_daily SET met = met - 1, missed = missed + 1 WHERE date >= '2025-10-27' AND met > 0;
    UPDATE trace SET detail = NULL`);
  expect(difference).toEqual({
    table: 'deadline_daily',
    row: 6,
    left: { date: '2025-10-27', step: '3.1.3', party_id: 7, met: 3, missed: 3, open: 0 },
    right: { date: '2025-10-27', step: '3.1.3', party_id: 7, met: 2, missed: 4, open: 0 },
    columns: ['met', 'missed'],
  });
});

test('a row that only one side has is a difference', () => {
  const gone = differenceAfter(`DELETE FROM invariant WHERE name LIKE 'states%'`);
  expect(gone).toMatchObject({ table: 'invariant', row: 1, left: { checks: 6 }, right: undefined, columns: [] });
});

test('a missing value differs from every value', () => {
  expect(differenceAfter('UPDATE exception_daily SET party_id = 0 WHERE party_id IS NULL')).toMatchObject({
    table: 'exception_daily',
    columns: ['party_id'],
    left: { party_id: null },
    right: { party_id: 0 },
  });
});
