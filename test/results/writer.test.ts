import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DatabaseWriter,
  digestOfDatabase,
  digestOfTables,
  discardDraft,
  resultTables,
  rollupTables,
  runTable,
  views,
  writeDatabase,
} from '../../src/results/index.ts';
import type { Column, Table } from '../../src/simulation/index.ts';
import { sampleTables } from './sample-run.ts';
import { type Cell, rowsOf, tableOf } from './table-of.ts';
import { temporaryFolder } from './temporary-folder.ts';

const dir = temporaryFolder();
let files = 0;

function written(tables: Table[], facts: Record<string, string | null> = {}): Database.Database {
  const path = join(dir, `${++files}.sqlite`);
  writeDatabase(path, tables, facts);
  return new Database(path, { readonly: true });
}

/** Writes tables and reads one of them back. */
function readBack(tables: Table[], name: string): Cell[][] {
  const db = written(tables);
  const rows = rowsIn(db, name);
  db.close();
  return rows;
}

function rowsIn(db: Database.Database, table: string): Cell[][] {
  return db.prepare(`SELECT * FROM ${table} ORDER BY rowid`).raw().all() as Cell[][];
}

describe('writeDatabase', () => {
  test('every table comes back as it was handed over, cell by cell and in order', () => {
    const tables = sampleTables();
    expect(tables.map(table => table.name)).toEqual(resultTables.map(schema => schema.name));
    const db = written(tables);
    for (const schema of resultTables) {
      const { columns, length } = tables.find(table => table.name === schema.name)!;
      expect(length).toBeGreaterThan(0);
      expect(rowsIn(db, schema.name), schema.name).toEqual(rowsOf(schema, columns, length));
    }
    db.close();
  });

  test('long tables come back whole, whether rows share their words or not', () => {
    const date = (d: number) => new Date(Date.UTC(2025, 9, 1 + d)).toISOString().slice(0, 10);
    const shared = Array.from({ length: 5003 }, (_, i) => {
      const group = Math.floor(i / 50);
      return [date(Math.floor(group / 7)), `3.1.${group % 7}`, `IF-03${group % 3}`, 'DIP', i % 50, i % 13, i] as Cell[];
    });
    const unshared = Array.from({ length: 2003 }, (_, i) => [date(i % 9), `kind ${i % 4}`, i % 3 ? i : null, 2 * i]);
    const db = written([tableOf('message_daily', shared), tableOf('exception_daily', unshared)]);
    expect(rowsIn(db, 'message_daily')).toEqual(shared);
    expect(rowsIn(db, 'exception_daily')).toEqual(unshared);
    db.close();
  });

  test('whatever the trace holds, texts, numbers and missing values come back', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'é', '"', "'", ',', '\n', '…', '🔌', ' ') });
    const row = fc.tuple(
      fc.option(word),
      fc.option(fc.integer({ min: -(2 ** 53) + 1, max: 2 ** 53 - 1 })),
      fc.option(word),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 300 }), cells => {
        const rows = cells.map(([flow, from, detail], i) => [
          ...['1000000000174', 17, i, '2025-10-22T08:00:00Z', '3.1.1', 'sent', from, null],
          ...[flow, 'DIP', null, null, detail],
        ]);
        const db = written([tableOf('trace', rows)]);
        expect(rowsIn(db, 'trace')).toEqual(rows);
        db.close();
      }),
      { numRuns: 20 },
    );
  });

  test('long words and whole numbers of every length that SQLite knows come back', () => {
    const edges = [0, 1, 2 ** 7, 2 ** 15, 2 ** 23, 2 ** 31, 2 ** 32, 2 ** 47, 2 ** 53].flatMap(n => [
      ...[n, n - 1, -n, 1 - n].filter(Number.isSafeInteger).map(edge => edge + 0),
    ]);
    const whole = fc.oneof(fc.constantFrom(...edges), fc.maxSafeInteger());
    const word = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', 'é'.repeat(29), 'x'.repeat(57), 'x'.repeat(58), 'x'.repeat(20_000)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word, fc.option(whole), whole), { maxLength: 200 }), rows => {
        expect(readBack([tableOf('exception_daily', rows)], 'exception_daily')).toEqual(rows);
      }),
      { numRuns: 20 },
    );
  });

  test('reals keep every bit, whole ones among them; NaN becomes NULL and −0, which is the same number, 0', () => {
    const rows = (reals: readonly Cell[]) =>
      reals.map((real, i) => ['2025-10-22', i, 'validation', 1, 1, 0, real, real, null, null]);
    const back = (reals: readonly Cell[]) =>
      readBack([tableOf('capacity_daily', rows(reals))], 'capacity_daily').map(row => row[6]);
    expect(back([0.1, 1e-300, 1e300, -2.5, 3, 2 ** 60, -0, Number.POSITIVE_INFINITY, Number.NaN])).toEqual([
      0.1,
      1e-300,
      1e300,
      -2.5,
      3,
      2 ** 60,
      0,
      Number.POSITIVE_INFINITY,
      null,
    ]);
    const real = fc.option(fc.double({ noNaN: true }).map(x => x + 0));
    fc.assert(
      fc.property(fc.array(real, { maxLength: 200 }), reals => {
        expect(back(reals)).toEqual(reals);
      }),
      { numRuns: 20 },
    );
  });

  test.each([1, 2, 3, 255, 256, 257, 1000])('runs of %i rows with the same words come back whole, in order', length => {
    const words = ['kind', null, 'kind', 'another'];
    const row = (i: number, run: number) => [`2025-10-${22 + Math.floor(run / 2)}`, words[run]!, i % 3, i * i];
    const rows = Array.from({ length: 4 * length }, (_, i) => row(i, Math.floor(i / length)));
    const trace = rows.map(([date, flow, from, square], i) => [
      ...[date!, 17, i, '2025-10-22T08:00:00Z', '3.1.1', 'sent', from!, null, flow!, 'DIP', null, null, String(square)],
    ]);
    const exceptions = rows.map(([date, kind, party, count]) => [date!, kind ?? '', party!, count!]);
    expect(readBack([tableOf('trace', trace)], 'trace')).toEqual(trace);
    expect(readBack([tableOf('exception_daily', exceptions)], 'exception_daily')).toEqual(exceptions);
  });

  test('columns may share the places at which their values stand', () => {
    const places = Int32Array.of(2, 0, 0, 1, 2);
    const columns = (partyPlaces: Int32Array): Column[] => [
      { name: 'date', kind: 'text', codes: Int32Array.of(1, 0, 1), words: ['2025-10-22', '2025-10-23'], places },
      { name: 'kind', kind: 'text', codes: Int32Array.of(0, 0, 0, 0, 0), words: ['kind'] },
      { name: 'party_id', kind: 'integer', values: Float64Array.of(7, Number.NaN, 9), places: partyPlaces },
      { name: 'count', kind: 'integer', values: Int32Array.of(1, 2, 3, 4, 5) },
    ];
    const rows = [
      ['2025-10-23', 'kind', 9, 1],
      ['2025-10-23', 'kind', 7, 2],
      ['2025-10-23', 'kind', 7, 3],
      ['2025-10-22', 'kind', null, 4],
      ['2025-10-23', 'kind', 9, 5],
    ];
    for (const each of [places, places.slice()])
      expect(readBack([{ name: 'exception_daily', length: 5, columns: columns(each) }], 'exception_daily')).toEqual(
        rows,
      );
  });

  test('what the schema does not allow is refused, also where rows share it', () => {
    const row: Cell[] = ['2025-10-22', 'kind', 1, 1];
    const write = (at: number, cell: Cell) => () =>
      written([tableOf('exception_daily', Array<Cell[]>(20).fill(row.with(at, cell)))]);
    expect(write(0, null)).toThrow('NOT NULL constraint failed: exception_daily.date');
    expect(write(1, null)).toThrow('NOT NULL constraint failed: exception_daily.kind');
    expect(write(3, null)).toThrow('NOT NULL constraint failed: exception_daily.count');
    expect(write(3, 1.5)).toThrow('cannot store REAL value in INTEGER column exception_daily.count');
    const places = new Int32Array(1);
    const shared = (parties: Float64Array): Table => ({
      name: 'area_daily',
      length: 1,
      columns: [
        { name: 'date', kind: 'text', codes: new Int32Array(1), words: ['2025-10-22'], places },
        { name: 'area_id', kind: 'integer', values: parties, places },
        ...['legacy', 'forward', 'mhhs', 'reverse'].map(
          (name): Column => ({ name, kind: 'integer', values: Int32Array.of(1) }),
        ),
      ],
    });
    expect(() => written([shared(Float64Array.of(1.5))])).toThrow('cannot store REAL value in INTEGER column');
    expect(() => written([shared(Float64Array.of(Number.NaN))])).toThrow('NOT NULL constraint failed');
  });

  test('tables that a run does not have are there without rows, and a nullable column may be left out', () => {
    const table = tableOf('exception_daily', [['2025-10-22', 'kind', 1, 2]]);
    const db = written([{ ...table, columns: table.columns.filter(column => column.name !== 'party_id') }]);
    expect(rowsIn(db, 'exception_daily')).toEqual([['2025-10-22', 'kind', null, 2]]);
    expect(rowsIn(db, 'trace')).toEqual([]);
    db.close();
  });

  test('the tables are STRICT: words among numbers, fractions among whole numbers and missing values are refused', () => {
    const path = join(dir, 'strict.sqlite');
    writeDatabase(path, sampleTables(), {});
    const db = new Database(path);
    const strict = db.prepare(`SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 1`).pluck().all();
    expect(strict.sort()).toEqual([...resultTables, ...rollupTables, runTable].map(table => table.name).sort());
    const insert = (...cells: Cell[]) => db.prepare('INSERT INTO area VALUES (?, ?, ?, ?)').run(cells);
    expect(() => insert('two', '_B', 'East Midlands', '11')).toThrow('cannot store TEXT value in INTEGER column');
    expect(() => insert(2.5, '_B', 'East Midlands', '11')).toThrow('cannot store REAL value in INTEGER column');
    expect(() => insert(null, '_B', 'East Midlands', '11')).toThrow('NOT NULL');
    expect(() => insert(1, '_B', 'East Midlands', '11')).toThrow('UNIQUE');
    expect(insert(2, '_B', 'East Midlands', '11').changes).toBe(1);
    db.close();
  });

  test('a table that breaks the schema is named, and nothing is written of it', () => {
    const area = tableOf('area', [[0, '_A', 'Eastern', '10']]);
    const without = { ...area, columns: area.columns.slice(1) };
    const wrongKind = {
      ...area,
      columns: area.columns.map(c => (c.name === 'name' ? { ...c, ...area.columns[0]!, name: 'name' } : c)),
    };
    const tooShort = { ...area, length: 2 };
    const path = join(dir, 'never.sqlite');
    expect(() => writeDatabase(path, [{ ...area, name: 'region' }], {})).toThrow('there is no result table region');
    expect(() => writeDatabase(path, [area, area], {})).toThrow('table area is handed over twice');
    expect(() => writeDatabase(path, [without], {})).toThrow('table area lacks column area_id');
    expect(() => writeDatabase(path, [wrongKind as Table], {})).toThrow('area.name is integer, it must be text');
    expect(() => writeDatabase(path, [tooShort], {})).toThrow('area.area_id has 1 values for 2 rows');
    expect(() => new Database(path, { fileMustExist: true })).toThrow();
  });

  test('table run holds the facts by key, and the digest of the other tables', () => {
    const path = join(dir, 'facts.sqlite');
    const { digest } = writeDatabase(path, sampleTables(), { seed: '7', 'scenario.name': 'sample', nothing: null });
    const db = new Database(path, { readonly: true });
    expect(rowsIn(db, 'run')).toEqual([
      ['digest', digest],
      ['nothing', null],
      ['scenario.name', 'sample'],
      ['seed', '7'],
    ]);
    expect(digestOfDatabase(path).digest).toBe(digest);
    db.close();
  });

  test('every view opens and names what its numbers stand for', () => {
    const db = written(sampleTables());
    for (const view of views)
      expect(db.prepare(`SELECT * FROM ${view.name}`).all().length, view.name).toBeGreaterThan(0);
    expect(db.prepare(`SELECT * FROM v_breaches WHERE date = '2025-10-24' AND step = '3.1.2'`).get()).toEqual({
      ...{ date: '2025-10-24', step: '3.1.2', title: 'validation', party_id: 5, mpid: 'LOND', party: 'SMRA London' },
      ...{ role: 'SMRA', met: 5, missed: 5, open: 0, missed_percent: 50 },
    });
    expect(db.prepare(`SELECT * FROM v_progress WHERE date = '2025-10-27' AND segment = 'Smart'`).get()).toEqual({
      ...{ date: '2025-10-27', segment: 'Smart', legacy: 62, forward: 12, mhhs: 25, reverse: 1, total: 100 },
      mhhs_percent: 25,
    });
    expect(
      db.prepare(`SELECT * FROM v_outstanding WHERE segment = 'Smart' AND supplier_id = 3 ORDER BY count DESC`).all(),
    ).toEqual([
      {
        ...{ segment: 'Smart', supplier_id: 3, mpid: 'CEDR', supplier: 'Cedar Gas, Light', state: 'legacy' },
        ...{ reason: 'held back by thresholds or freezes', count: 8 },
      },
      {
        ...{ segment: 'Smart', supplier_id: 3, mpid: 'CEDR', supplier: 'Cedar Gas, Light', state: 'forward' },
        ...{ reason: 'one of its services given up', count: 2 },
      },
    ]);
    db.close();
  });

  test('questions by MSID go through an index', () => {
    const db = written(sampleTables());
    const plan = (sql: string) => (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[])[0]!.detail;
    expect(plan(`SELECT * FROM trace WHERE msid = '1000000000174' ORDER BY at, seq`)).toContain('trace_by_msid_at_seq');
    db.close();
  });
});

describe('DatabaseWriter', () => {
  const rows = Array.from({ length: 3000 }, (_, i) => {
    const date = new Date(Date.UTC(2025, 9, 1 + Math.floor(i / 40))).toISOString().slice(0, 10);
    return [date, `3.1.${i % 7}`, 'IF-031', 'DIP', i % 50, i % 13, i] as Cell[];
  });
  const others = sampleTables().filter(({ name }) => name !== 'message_daily');

  function fill(writer: DatabaseWriter, tables: Table[]): void {
    for (const table of tables) writer.add(table);
    writer.complete();
  }

  test('makes of a table that comes in parts, wherever it is cut, what it makes of it as a whole', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: rows.length }), { maxLength: 6 }), cuts => {
        const path = join(dir, `${++files}.sqlite`);
        const writer = new DatabaseWriter(path);
        const ends = [...cuts.sort((a, b) => a - b), rows.length];
        ends.forEach((end, i) => {
          writer.append(tableOf('message_daily', rows.slice(ends[i - 1] ?? 0, end)));
        });
        fill(writer, others);
        writer.finish({});
        const whole = digestOfTables([...others, tableOf('message_daily', rows)]);
        expect(digestOfDatabase(path)).toEqual(whole);
      }),
      { numRuns: 15 },
    );
  });

  test('takes parts whose columns share their places, also places that later parts are the first to have', () => {
    const words = ['3.1.1', '3.1.2', '3.1.3', '3.1.4'];
    const parties = Int32Array.of(7, 8, 9, 7);
    const part = (places: number[]): Table => {
      const at = { places: Int32Array.from(places) };
      const number = (name: string): Column => ({ name, kind: 'integer', values: parties, ...at });
      const word = (name: string): Column => ({ name, kind: 'text', codes: Int32Array.of(3, 1, 2, 0), words, ...at });
      const date: Column = { name: 'date', kind: 'text', codes: new Int32Array(3), words: ['2025-10-22'] };
      const count: Column = { name: 'count', kind: 'integer', values: Int32Array.of(1, 2, 3) };
      const columns = [
        date,
        ...['step', 'flow', 'network'].map(word),
        ...['from_party', 'to_party'].map(number),
        count,
      ];
      return { name: 'message_daily', length: places.length, columns };
    };
    const path = join(dir, `${++files}.sqlite`);
    const writer = new DatabaseWriter(path);
    for (const places of [[2, 0, 2], [], [0, 3], [1, 2]]) writer.append(part(places));
    fill(writer, others);
    writer.finish({});
    const db = new Database(path);
    expect(db.prepare('SELECT step, to_party, count FROM message_daily ORDER BY rowid').raw().all()).toEqual([
      ...[
        ['3.1.3', 9, 1],
        ['3.1.4', 7, 2],
        ['3.1.3', 9, 3],
        ['3.1.4', 7, 1],
      ],
      ...[
        ['3.1.1', 7, 2],
        ['3.1.2', 8, 1],
        ['3.1.3', 9, 2],
      ],
    ]);
    db.close();
  });

  test('leaves what was there where it is until it is finished, and no draft then', () => {
    const path = join(dir, `${++files}.sqlite`);
    writeDatabase(path, sampleTables(), {});
    const before = digestOfDatabase(path);
    const writer = new DatabaseWriter(path);
    writer.append(tableOf('message_daily', rows));
    fill(writer, others);
    expect(digestOfDatabase(path)).toEqual(before);
    writer.finish({});
    expect(digestOfDatabase(path)).not.toEqual(before);
    expect(readdirSync(dir).filter(name => name.endsWith('.partial'))).toEqual([]);
  });

  test('begun and given up leaves a draft that can be discarded, or is written over', () => {
    const path = join(dir, `${++files}.sqlite`);
    new DatabaseWriter(path).append(tableOf('message_daily', rows));
    expect([existsSync(path), existsSync(`${path}.partial`)]).toEqual([false, true]);
    writeDatabase(path, sampleTables(), {});
    expect([existsSync(path), existsSync(`${path}.partial`)]).toEqual([true, false]);
    new DatabaseWriter(path);
    discardDraft(path);
    expect([existsSync(path), existsSync(`${path}.partial`)]).toEqual([true, false]);
  });

  test('knows no other tables than those of the results', () => {
    const path = join(dir, `${++files}.sqlite`);
    const writer = new DatabaseWriter(path);
    expect(() => writer.append({ name: 'region', length: 0, columns: [] })).toThrow('there is no result table region');
    discardDraft(path);
  });
});
