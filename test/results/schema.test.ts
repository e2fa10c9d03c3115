import { expect, test } from 'vitest';
import { resultTables, rollupTables, runTable } from '../../src/results/index.ts';
import { cellOf } from '../../src/simulation/index.ts';
import { sampleTables } from './sample-run.ts';

// What scripts and spreadsheets rely on: columns may be added, none renamed or dropped.
const contract = {
  run: 'key, value',
  party: 'party_id, mpid, name, role, parent',
  area: 'area_id, gsp_group, name, distributor',
  step: 'step, procedure, title, from_role, to_role, flow, network, due, source',
  day: 'date, working_day, holiday, migration_day, milestone',
  state_daily: 'date, segment, supplier_id, legacy, forward, mhhs, reverse',
  area_daily: 'date, area_id, legacy, forward, mhhs, reverse',
  migration_daily: 'date, supplier_id, planned, started, completed, rejected, cancelled, reversed, waiting',
  message_daily: 'date, step, flow, network, from_party, to_party, count',
  network_hourly: 'hour, network, offered, delivered, queued',
  deadline_daily: 'date, step, party_id, met, missed, open',
  latency: 'step, party_id, count, mean_min, p50_min, p90_min, p99_min, max_min',
  capacity_daily:
    'date, party_id, work, arrived, done, backlog, utilisation, wait_mean_min, wait_p95_min, wait_max_min',
  exception_daily: 'date, kind, party_id, count',
  trace: 'msid, seq, at, step, act, from_party, to_party, flow, network, due, outcome, detail',
  invariant: 'name, holds, checks, detail',
};

test('every table and column that others rely on is there', () => {
  for (const [name, columns] of Object.entries(contract)) {
    const table = [...resultTables, runTable].find(t => t.name === name);
    expect(
      table?.columns.map(c => c.name),
      name,
    ).toEqual(expect.arrayContaining(columns.split(', ')));
  }
});

test('order, key and indexes name columns of their own table', () => {
  for (const { name, columns, order, key, indexes } of [...resultTables, ...rollupTables, runTable])
    for (const column of [...order, ...key, ...indexes.flat()])
      expect(
        columns.map(c => c.name),
        name,
      ).toContain(column);
});

test('the key of a table tells its rows apart', () => {
  for (const { name, key } of resultTables.filter(t => t.key.length > 0)) {
    const { columns, length } = sampleTables().find(table => table.name === name)!;
    const rows = Array.from({ length }, (_, row) =>
      JSON.stringify(columns.filter(column => key.includes(column.name)).map(column => cellOf(column, row))),
    );
    expect(new Set(rows).size, name).toBe(length);
  }
});
