import { FALLEN, FORWARD, GIVEN_UP, LEGACY, MHHS, PENDING, POINT_TYPES, SEGMENTS, STATES } from '../../market/index.ts';
import type { Market } from '../build.ts';
import type { Table } from '../table.ts';
import { Rows } from './rows.ts';

/** Why a point is not under MHHS when the run ends. */
const REASONS = [
  'its market segment is not open',
  'complex metering waits for M14',
  'the supplier may not migrate yet',
  'held back by thresholds or freezes',
  'not planned within the period',
  'asked for as often as the supplier will, and rejected',
  'one of its services given up',
  'rejected or expired, to be asked for again',
  'waiting for an answer',
  'waiting for its EFD',
] as const;
type Reason = (typeof REASONS)[number];

/** The points that are not under MHHS at the end, by segment, supplier and state, and why. */
export function outstandingTable(market: Market): Table {
  const rows = new Rows('outstanding', {
    segment: 'text',
    supplier_id: 'integer',
    state: 'text',
    reason: 'text',
    count: 'integer',
  });
  const suppliers = market.parties.in('Supplier');
  const counts = new Map<string, number>();
  const key = (segment: number, supplier: number, state: number, reason: Reason) =>
    `${segment} ${supplier} ${state} ${REASONS.indexOf(reason)}`;
  const add = (...of: Parameters<typeof key>) => counts.set(key(...of), (counts.get(key(...of)) ?? 0) + 1);
  const heldBack = suppliers.map((_, s) => market.controller.waiting(s));
  const { points } = market.world;
  for (const group of market.groups) {
    const { segment } = POINT_TYPES[group.type]!;
    for (let id = group.first; id < group.first + group.count; id++) {
      const state = points.state[id]!;
      if (state === MHHS) continue;
      const asked = points.status[2 * id] !== 0;
      if (asked) add(segment, group.supplier, state, whyUnderWay(market, id));
      else add(segment, group.supplier, LEGACY, whyNotStarted(market, group, heldBack));
    }
  }
  const sorted = [...counts].map(([of, count]) => ({ of: of.split(' ').map(Number), count }));
  sorted.sort((a, b) => a.of.reduce((order, n, i) => order || n - b.of[i]!, 0));
  for (const { of, count } of sorted) {
    rows.add(SEGMENTS[of[0]!]!, suppliers[of[1]!]!.id, STATES[of[2]!]!, REASONS[of[3]!]!, count);
  }
  return rows.table();
}

/** A point for which services were asked. */
function whyUnderWay({ world: { points } }: Market, id: number): Reason {
  const statuses = [points.status[2 * id]!, points.status[2 * id + 1]!];
  if (points.state[id] === LEGACY) return 'asked for as often as the supplier will, and rejected';
  if (points.state[id] === FORWARD && statuses.includes(GIVEN_UP)) {
    return 'one of its services given up';
  }
  if (statuses.includes(FALLEN)) return 'rejected or expired, to be asked for again';
  return statuses.some(s => s <= PENDING) ? 'waiting for an answer' : 'waiting for its EFD';
}

/** A point that has not started; of those that could have, as many are held back as the plan has seen. */
function whyNotStarted(
  { world: { rules }, calendar }: Market,
  group: Market['groups'][number],
  heldBack: number[],
): Reason {
  if (calendar.last < rules.segmentFrom[POINT_TYPES[group.type]!.segment]!) return 'its market segment is not open';
  if (group.complex && calendar.last < rules.complexFrom) return 'complex metering waits for M14';
  if (calendar.last < rules.suppliers[group.supplier]!.from) return 'the supplier may not migrate yet';
  if (heldBack[group.supplier]! < 1) return 'not planned within the period';
  heldBack[group.supplier]!--;
  return 'held back by thresholds or freezes';
}
