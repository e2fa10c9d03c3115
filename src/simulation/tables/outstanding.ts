import { ROUTE } from '../../actors/index.ts';
import {
  FALLEN,
  FLAG,
  FORWARD,
  GIVEN_UP,
  LEGACY,
  MHHS,
  PENDING,
  POINT_TYPES,
  REVERSE,
  SEGMENTS,
  STATES,
} from '../../market/index.ts';
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
  'a switch to another supplier is pending',
  'leaves MHHS with a switch',
  'came by a switch, not planned within the period',
  'left MHHS with a switch, not planned within the period',
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
  const heldBack = suppliers.map((_, s) => market.controller.waiting(s));
  const { points } = market.world;
  for (let id = 0; id < points.rows; id++) {
    const state = points.standing.state(id);
    if (state === MHHS || !points.isCurrent(id)) continue;
    const { segment } = POINT_TYPES[points.typeOf(id)]!;
    const reason = REASONS.indexOf(whyLeft(market, id, heldBack));
    const key = `${segment} ${points.supplier[id]} ${state} ${reason}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const sorted = [...counts].map(([of, count]) => ({ of: of.split(' ').map(Number), count }));
  sorted.sort((a, b) => a.of.reduce((order, n, i) => order || n - b.of[i]!, 0));
  for (const { of, count } of sorted) {
    rows.add(SEGMENTS[of[0]!]!, suppliers[of[1]!]!.id, STATES[of[2]!]!, REASONS[of[3]!]!, count);
  }
  return rows.table();
}

/** Why a registration that is the point's own is not under MHHS. @param heldBack starts that wait, by supplier */
function whyLeft(market: Market, id: number, heldBack: number[]): Reason {
  const { points } = market.world;
  if (points.standing.state(id) === REVERSE) return 'leaves MHHS with a switch';
  if (points.has(id, FLAG.leaving)) return 'a switch to another supplier is pending';
  return points.standing.status(2 * id) !== 0 ? whyUnderWay(market, id) : whyNotStarted(market, id, heldBack);
}

/** A point for which services were asked. */
function whyUnderWay({ world: { points } }: Market, id: number): Reason {
  const statuses = [points.standing.status(2 * id), points.standing.status(2 * id + 1)];
  if (points.standing.state(id) === LEGACY && !statuses.includes(FALLEN)) {
    return 'asked for as often as the supplier will, and rejected';
  }
  if (points.standing.state(id) === FORWARD && statuses.includes(GIVEN_UP)) {
    return 'one of its services given up';
  }
  if (statuses.includes(FALLEN)) return 'rejected or expired, to be asked for again';
  return statuses.some(s => s <= PENDING) ? 'waiting for an answer' : 'waiting for its EFD';
}

/** A point that has not started; of those that could have, as many are held back as the plan has seen. */
function whyNotStarted({ world: { points, rules }, calendar }: Market, id: number, heldBack: number[]): Reason {
  const supplier = points.supplier[id]!;
  const complex = points.has(id, FLAG.complex);
  if (calendar.last < rules.segmentFrom[POINT_TYPES[points.typeOf(id)]!.segment]!)
    return 'its market segment is not open';
  if (complex && calendar.last < rules.complexFrom) return 'complex metering waits for M14';
  if (calendar.last < rules.suppliers[supplier]!.from) return 'the supplier may not migrate yet';
  if (heldBack[supplier]! >= 1) {
    heldBack[supplier]!--;
    return 'held back by thresholds or freezes';
  }
  const route = points.routeOf(id);
  if (route === ROUTE.reverse) return 'left MHHS with a switch, not planned within the period';
  const came = route === ROUTE.legacy || route === ROUTE.forward;
  return came ? 'came by a switch, not planned within the period' : 'not planned within the period';
}
