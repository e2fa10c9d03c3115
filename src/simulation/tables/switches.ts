import { SWITCH_OUTCOMES, SWITCH_ROUTES } from '../../actors/index.ts';
import type { Market } from '../build.ts';
import type { Table } from '../table.ts';
import { Rows } from './rows.ts';

/** Switches by day, what they went by, what became of them, and new supplier. */
export function switchTable({ calendar, parties, world }: Market): Table {
  const rows = new Rows('switch_daily', {
    date: 'text',
    route: 'text',
    outcome: 'text',
    supplier_id: 'integer',
    count: 'integer',
  });
  const { switches } = world.ledger;
  const suppliers = parties.in('Supplier');
  for (let day = calendar.first; day <= calendar.last; day++) {
    SWITCH_ROUTES.forEach((route, r) => {
      SWITCH_OUTCOMES.forEach((outcome, o) => {
        suppliers.forEach((supplier, s) => {
          const slot = (s * SWITCH_ROUTES.length + r) * SWITCH_OUTCOMES.length + o;
          const count = switches.get(day - calendar.first, slot);
          if (count > 0) rows.add(calendar.date(day), route, outcome, supplier.id, count);
        });
      });
    });
  }
  return rows.table();
}
