import { STAGES } from '../../actors/index.ts';
import type { TraceAct } from '../../engine/index.ts';
import { FLAG, type Links, POINT_TYPES, SEGMENTS, type Space, STATES } from '../../market/index.ts';
import { ROWS, STEPS } from '../../procedures/index.ts';
import { formatTime } from '../../time/index.ts';
import type { Market } from '../build.ts';
import { owingSpaces, SPACE_OF_PART } from '../stages.ts';
import type { Table } from '../table.ts';
import { Rows } from './rows.ts';

/** The traced metering points as they are at the end: the registration that is theirs by then. */
export function pointTable({ machinery, parties, world }: Market): Table {
  const rows = new Rows('point', {
    msid: 'text',
    point: 'integer',
    segment: 'text',
    meter: 'text',
    direction: 'text',
    energised: 'text',
    complex: 'text',
    area_id: 'integer',
    supplier_id: 'integer',
    related: 'text',
    state: 'text',
  });
  const { points, links } = world;
  for (const point of [...machinery.blueprint.traced].sort((a, b) => a - b)) {
    const id = points.currentOf(point);
    const type = POINT_TYPES[points.typeOf(id)]!;
    rows.add(
      points.mpan(point),
      point,
      SEGMENTS[type.segment]!,
      type.name,
      links.pairs.includes(id) ? (links.pairs.isExport(id) ? 'export' : 'import') : null,
      null,
      points.has(id, FLAG.complex) ? 'complex' : 'not complex',
      parties.in('LDSO')[points.areaOf(id)]!.id,
      parties.in('Supplier')[points.supplier[id]!]!.id,
      linkedTo(links, id)
        .map(row => points.mpan(row))
        .join(' ') || null,
      STATES[points.standing.state(id)]!,
    );
  }
  return rows.table();
}

/** The registrations that one is linked with: related ones, and the other of its pair. */
function linkedTo(links: Links, id: number): number[] {
  const lead = links.leadOf(id);
  const related = [lead, ...links.secondariesOf(lead)].filter(row => row !== id);
  if (!links.pairs.includes(id)) return related;
  const pair = links.pairs.of(id);
  return [...related, pair.import === id ? pair.export : pair.import];
}

/** Every act in the life of the traced points, in the order of time. */
export function traceTable(market: Market): Table {
  const rows = new Rows('trace', {
    msid: 'text',
    point: 'integer',
    seq: 'integer',
    at: 'text',
    step: 'text',
    act: 'text',
    from_party: 'integer',
    to_party: 'integer',
    flow: 'text',
    network: 'text',
    due: 'text',
    outcome: 'text',
    detail: 'text',
  });
  const { calendar, machinery, world } = market;
  let id = -1;
  let seq = 0;
  for (const act of machinery.tracer?.finish(calendar.british.midnight(calendar.last + 1)) ?? []) {
    seq = act.id === id ? seq + 1 : 0;
    id = act.id;
    const message = act.message >= 0 ? ROWS[act.message]! : null;
    const { from, to } = ends(market, act);
    rows.add(
      world.points.mpan(id),
      id,
      seq,
      formatTime(act.at),
      STEPS[act.step]!.ref,
      act.act,
      from,
      to,
      message?.flow ?? null,
      message?.network ?? null,
      act.due === null ? null : formatTime(act.due),
      act.outcome,
      act.detail,
    );
  }
  return rows.table();
}

/** The parties of an act: of a message its two ends, of work and internal acts who does it. */
function ends({ machinery, parties }: Market, act: TraceAct): { from: number; to: number | null } {
  const id = (space: Space, index: number) => parties.in(space)[index]!.id;
  if (act.message >= 0) {
    const row = ROWS[act.message]!;
    return { from: id(SPACE_OF_PART[row.from], act.from), to: id(SPACE_OF_PART[row.to], act.to) };
  }
  if (act.node >= 0) {
    const name = machinery.blueprint.nodes[act.node]!.name;
    const stage = STAGES.find(s => s.name === name)!;
    if (stage.kind === 'work') return { from: id(stage.space, act.from), to: null };
  }
  return { from: id(owingSpaces(STEPS[act.step]!)[0]!, act.from), to: null };
}
