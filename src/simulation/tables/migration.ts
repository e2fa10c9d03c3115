import { MIGRATION } from '../../actors/index.ts';
import type { DayCounts } from '../../engine/index.ts';
import { POINT_TYPES, SEGMENTS, STATES } from '../../market/index.ts';
import type { Market } from '../build.ts';
import type { Table } from '../table.ts';
import { Rows } from './rows.ts';

const STATE_COLUMNS = { legacy: 'integer', forward: 'integer', mhhs: 'integer', reverse: 'integer' } as const;

/** Points by state at the end of each day, by segment and supplier. */
export function stateTable(market: Market): Table {
  const { calendar, parties, world } = market;
  const suppliers = parties.in('Supplier');
  const rows = new Rows('state_daily', { date: 'text', segment: 'text', supplier_id: 'integer', ...STATE_COLUMNS });
  const standing = new Standing(world.ledger.states);
  for (const g of market.groups) {
    standing.begin(POINT_TYPES[g.type]!.segment * suppliers.length + g.supplier, g.count);
  }
  for (let day = calendar.first; day <= calendar.last; day++) {
    standing.pass(day - calendar.first);
    SEGMENTS.forEach((segment, s) => {
      suppliers.forEach((supplier, i) => {
        const [legacy, forward, mhhs, reverse] = standing.of(s * suppliers.length + i);
        if (legacy !== 0 || forward !== 0 || mhhs !== 0 || reverse !== 0)
          rows.add(calendar.date(day), segment, supplier.id, legacy, forward, mhhs, reverse);
      });
    });
  }
  return rows.table();
}

/** Points by state at the end of each day, by area. */
export function areaDailyTable(market: Market): Table {
  const { calendar, parties, world } = market;
  const rows = new Rows('area_daily', { date: 'text', area_id: 'integer', ...STATE_COLUMNS });
  const standing = new Standing(world.ledger.areas);
  for (const g of market.groups) standing.begin(g.area, g.count);
  for (let day = calendar.first; day <= calendar.last; day++) {
    standing.pass(day - calendar.first);
    parties.in('LDSO').forEach((ldso, i) => {
      rows.add(calendar.date(day), ldso.id, ...standing.of(i));
    });
  }
  return rows.table();
}

/** Each supplier's migrations by day; days on which nothing was planned, done or waiting are left out. */
export function migrationTable({ calendar, parties, world }: Market): Table {
  const rows = new Rows('migration_daily', {
    date: 'text',
    supplier_id: 'integer',
    planned: 'integer',
    started: 'integer',
    completed: 'integer',
    rejected: 'integer',
    cancelled: 'integer',
    reversed: 'integer',
    waiting: 'integer',
  });
  for (let day = calendar.first; day <= calendar.last; day++) {
    parties.in('Supplier').forEach((supplier, s) => {
      const counts = MIGRATION.map((_, k) =>
        world.ledger.migration.get(day - calendar.first, s * MIGRATION.length + k),
      );
      if (counts.some(n => n !== 0)) rows.add(calendar.date(day), supplier.id, ...counts);
    });
  }
  return rows.table();
}

/** What happened outside the ordinary course, by day, kind and supplier. */
export function exceptionTable({ calendar, parties, world }: Market): Table {
  const rows = new Rows('exception_daily', { date: 'text', kind: 'text', party_id: 'integer', count: 'integer' });
  for (const e of world.ledger.allExceptions()) {
    rows.add(calendar.date(e.day), e.kind, parties.in('Supplier')[e.supplier]!.id, e.count);
  }
  return rows.table();
}

/** States as they stand, kept by adding each day's changes. */
class Standing {
  private readonly changes: DayCounts;
  private readonly now: Int32Array;

  constructor(changes: DayCounts) {
    this.changes = changes;
    this.now = new Int32Array(changes.width);
  }

  /** Everybody begins in the legacy arrangements. */
  begin(cell: number, count: number): void {
    this.now[cell * STATES.length]! += count;
  }

  pass(day: number): void {
    for (let slot = 0; slot < this.now.length; slot++) this.now[slot]! += this.changes.get(day, slot);
  }

  of(cell: number): [legacy: number, forward: number, mhhs: number, reverse: number] {
    const { now } = this;
    const at = cell * STATES.length;
    return [now[at]!, now[at + 1]!, now[at + 2]!, now[at + 3]!];
  }
}
