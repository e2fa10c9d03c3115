import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rollupTables, writeDatabase } from '../../src/results/index.ts';
import type { Table } from '../../src/simulation/index.ts';
import { sampleTables } from './sample-run.ts';
import { type Cell, tableOf } from './table-of.ts';
import { temporaryFolder } from './temporary-folder.ts';

const dir = temporaryFolder();
let files = 0;

/** What each rollup table must hold, asked of the tables that it sums up. */
const asked: Readonly<Record<string, string>> = {
  segment_daily: `SELECT date, segment, sum(legacy), sum(forward), sum(mhhs), sum(reverse)
    FROM state_daily GROUP BY date, segment`,
  network_daily: `SELECT date, network, sum(offered), sum(delivered) FROM network_hourly JOIN day
    ON date = date(hour, iif(hour BETWEEN '2025-03-30T01' AND '2025-10-26T01', '+1 hour', '+0 hours'))
    GROUP BY date, network`,
  deadline_total: 'SELECT step, party_id, sum(met), sum(missed), sum(open) FROM deadline_daily GROUP BY step, party_id',
  deadline_by_day: 'SELECT date, sum(met), sum(missed), sum(open) FROM deadline_daily GROUP BY date',
  queue_total: `SELECT party_id, work, max(backlog),
      (SELECT min(date) FROM capacity_daily d
        WHERE d.party_id = c.party_id AND d.work = c.work AND d.backlog = max(c.backlog)),
      avg(utilisation), max(utilisation), max(wait_max_min), sum(done)
    FROM capacity_daily c GROUP BY party_id, work`,
  backlog_daily: `WITH queue AS (
      SELECT date, party_id, backlog - lag(backlog, 1, 0) OVER (PARTITION BY party_id, work ORDER BY date) AS change
      FROM capacity_daily),
    party_day AS (SELECT date, party_id, sum(change) AS change FROM queue WHERE change <> 0 GROUP BY date, party_id)
    SELECT date, party_id, sum(change) OVER (PARTITION BY party_id ORDER BY date), change FROM party_day`,
  utilisation_weekly: `SELECT week, party_id, max(utilisation) FROM (
      SELECT date(date, 'weekday 0', '-6 days') AS week, party_id, avg(utilisation) AS utilisation
      FROM capacity_daily WHERE utilisation IS NOT NULL GROUP BY party_id, week, work)
    GROUP BY week, party_id`,
  switch_total: 'SELECT route, outcome, sum(count) FROM switch_daily GROUP BY route, outcome',
};

function expectRollups(tables: Table[]): void {
  const path = join(dir, `${++files}.sqlite`);
  writeDatabase(path, tables, {});
  const db = new Database(path, { readonly: true });
  for (const { name, key } of rollupTables) {
    const columns = key.join(', ');
    const held = db.prepare(`SELECT * FROM ${name} ORDER BY ${columns}`).raw().all() as Cell[][];
    const numbers = key.map((_, i) => `${i + 1}`).join(', ');
    const wanted = db.prepare(`${asked[name]} ORDER BY ${numbers}`).raw().all() as Cell[][];
    const near = (rows: Cell[][]) =>
      rows.map(row => row.map(cell => (typeof cell === 'number' ? rounded(cell) : cell)));
    expect(near(held), name).toEqual(near(wanted));
  }
  db.close();
}

/** To twelve digits: a mean depends on the order of its parts. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

describe('the rollup tables', () => {
  test('are what their tables sum up to, in the sample run', () => {
    expect(Object.keys(asked)).toEqual(rollupTables.map(table => table.name));
    expectRollups(sampleTables());
  });

  test('are there without rows where there is nothing to sum up', () => {
    expectRollups([]);
  });

  test('are what their tables sum up to, whatever queues and deadlines there were', () => {
    const dates = Array.from({ length: 17 }, (_, d) => new Date(Date.UTC(2025, 9, 18 + d)).toISOString().slice(0, 10));
    const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
    const queue = fc.tuple(
      fc.nat(16),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom('d0151', 'validation'),
      fc.nat(3),
      share,
    );
    const deadline = fc.tuple(fc.nat(16), fc.nat(2), fc.integer({ min: 1, max: 4 }), fc.nat(9), fc.nat(9), fc.nat(9));
    const inOrder = <T extends readonly [number, ...unknown[]]>(rows: readonly T[], width: number) => {
      const keys = (row: T) => JSON.stringify(row.slice(0, width).map(key => String(key).padStart(3, '0')));
      const once = new Map(rows.map(row => [keys(row), row]));
      return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    };
    fc.assert(
      fc.property(fc.array(queue, { maxLength: 120 }), fc.array(deadline, { maxLength: 80 }), (queues, deadlines) => {
        const capacity = inOrder(queues, 3).map(([d, party, work, backlog, share]) => [
          ...[dates[d]!, party, work, 1, d % 3, backlog, share, null, null, backlog > 1 ? backlog * 7.5 : null],
        ]);
        const due = inOrder(deadlines, 3).map(([d, step, party, ...counts]) => [
          ...[dates[d]!, `3.1.${step}`, party, ...counts],
        ]);
        expectRollups([tableOf('capacity_daily', capacity), tableOf('deadline_daily', due)]);
      }),
      { numRuns: 40 },
    );
  });
});
