import { createHash } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { digestOfDatabase, digestOfTables, resultTables, writeDatabase } from '../../src/results/index.ts';
import type { Column, Table } from '../../src/simulation/index.ts';
import { sampleTables } from './sample-run.ts';
import { tableOf } from './table-of.ts';
import { temporaryFolder } from './temporary-folder.ts';

const dir = temporaryFolder();

/** The sample's tables with one column of one table put through `change`. */
function changed(name: string, column: string, change: (column: Column) => Column): Table[] {
  return sampleTables().map(table =>
    table.name === name ? { ...table, columns: table.columns.map(c => (c.name === column ? change(c) : c)) } : table,
  );
}

describe('digestOfTables', () => {
  const sample = digestOfTables(sampleTables());

  test('follows its definition: a SHA-256 of name, length, types, whole numbers and words, byte by byte', () => {
    const table = tableOf('exception_daily', [
      ['2025-10-22', 'é', null, 1],
      ['2025-10-22', 'b', 2, -1],
    ]);
    const int64 = (...values: bigint[]) => Buffer.from(BigInt64Array.from(values).buffer);
    const codes = (...values: number[]) => Buffer.from(Int32Array.from(values).buffer);
    const word = (text: string) => Buffer.concat([codes(Buffer.byteLength(text)), Buffer.from(text)]);
    const head = '["exception_daily",2,[["date","TEXT"],["kind","TEXT"],["party_id","INTEGER"],["count","INTEGER"]]]\n';
    const expected = createHash('sha256')
      .update(head)
      .update(Buffer.concat([codes(0, 0), word('2025-10-22'), codes(0, 1), word('é'), word('b')]))
      .update(int64(-(2n ** 63n), 2n, 1n, -1n))
      .digest('hex');
    const { digest, tables } = digestOfTables([table]);
    expect(tables.exception_daily).toBe(expected);
    // A table that the first layout did not have is left out where it is empty.
    const counted = resultTables.filter(({ since }) => since === undefined);
    expect(Object.keys(tables)).toEqual(counted.map(({ name }) => name));
    const lines = counted.map(({ name }) => `${name} ${tables[name]}\n`).join('');
    expect(digest).toBe(createHash('sha256').update(lines).digest('hex'));
  });

  test('the order of tables and columns and of the words in a dictionary is of no account', () => {
    const turned = sampleTables()
      .reverse()
      .map(table => ({
        ...table,
        columns: table.columns.toReversed().map(column => {
          if (column.kind !== 'text') return column;
          const last = column.words.length - 1;
          const codes = column.codes.map(code => (code < 0 ? code : last - code));
          return { ...column, words: [...column.words.toReversed(), 'not used'], codes };
        }),
      }));
    expect(digestOfTables(turned)).toEqual(sample);
  });

  test('a word that stands twice in a dictionary is one word', () => {
    const doubled = changed('message_daily', 'network', column => {
      if (column.kind !== 'text') throw new Error('network is text');
      const { words, codes } = column;
      return { ...column, words: [...words, ...words], codes: codes.map((code, i) => code + (i % 2) * words.length) };
    });
    expect(digestOfTables(doubled).digest).toBe(sample.digest);
  });

  test('whole numbers count the same in 32 bits as in doubles, and 0 the same as −0', () => {
    const narrow = changed('message_daily', 'count', column =>
      column.kind === 'integer' ? { ...column, values: Int32Array.from(column.values) } : column,
    );
    expect(digestOfTables(narrow).digest).toBe(sample.digest);
    const signed = changed('capacity_daily', 'utilisation', column =>
      column.kind === 'real' ? { ...column, values: column.values.map(value => (value === 0 ? -0 : value)) } : column,
    );
    expect(digestOfTables(signed).digest).toBe(sample.digest);
  });

  test('one changed cell changes the digest of its table and of the run, and of no other table', () => {
    for (const table of sampleTables())
      for (const { name } of table.columns) {
        const other = digestOfTables(
          changed(table.name, name, column => {
            if (column.kind === 'text')
              return { ...column, words: [...column.words, 'other'], codes: column.codes.with(0, column.words.length) };
            if (column.kind === 'real')
              return { ...column, values: column.values.with(0, column.values[0]! + 2 ** -40) };
            return { ...column, values: Float64Array.from(column.values).with(0, column.values[0]! + 2 ** 33) };
          }),
        );
        const differing = Object.keys(other.tables).filter(key => other.tables[key] !== sample.tables[key]);
        expect(differing, `${table.name}.${name}`).toEqual([table.name]);
        expect(other.digest).not.toBe(sample.digest);
      }
  });

  test('two rows that change places change the digest', () => {
    const rows = [
      ['2025-10-22', 'a', 1, 1],
      ['2025-10-22', 'a', 2, 1],
    ];
    const [there, back] = [rows, rows.toReversed()].map(order => digestOfTables([tableOf('exception_daily', order)]));
    expect(there!.digest).not.toBe(back!.digest);
  });
});

describe('digestOfDatabase', () => {
  test('agrees with the digest of the tables that were written, also for long tables', () => {
    const path = join(dir, 'long.sqlite');
    const messages = Array.from({ length: 70_001 }, (_, i) => [
      ...['2025-10-22', `3.1.${i % 7}`, 'IF-031', i % 3 ? 'DIP' : 'DTN', i % 50, i % 13, (i * 2 ** 31) % 2 ** 50],
    ]);
    const tables = [
      ...sampleTables().filter(table => table.name !== 'message_daily'),
      tableOf('message_daily', messages),
    ];
    expect(writeDatabase(path, tables, { seed: '1' })).toEqual(digestOfTables(tables));
    expect(digestOfDatabase(path)).toEqual(digestOfTables(tables));
  });

  test('does not change with table run, indexes or the file, but with a cell', () => {
    const path = join(dir, 'a.sqlite');
    const { digest } = writeDatabase(path, sampleTables(), { seed: '1', startedAt: 'today' });
    const copy = join(dir, 'b.sqlite');
    copyFileSync(path, copy);
    const db = new Database(copy);
    db.exec(`UPDATE run SET value = 'tomorrow'; DROP INDEX trace_by_msid_at_seq; PRAGMA page_size = 1024; VACUUM`);
    expect(digestOfDatabase(copy).digest).toBe(digest);
    db.exec(`UPDATE trace SET detail = 'EFD 2025-10-28' WHERE point = 17 AND seq = 0`);
    db.close();
    expect(digestOfDatabase(copy).digest).not.toBe(digest);
  });
});
