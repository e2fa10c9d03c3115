import { STAGES } from '../../actors/index.ts';
import type { Party } from '../../market/index.ts';
import { STEPS } from '../../procedures/index.ts';
import type { Market } from '../build.ts';
import { owingSpaces } from '../stages.ts';
import type { Table } from '../table.ts';
import { Rows } from './rows.ts';

/** The step and party behind each deadline slot. */
function slots({ parties }: Market): { step: string; party: Party }[] {
  return STEPS.flatMap(step =>
    owingSpaces(step).flatMap(space => parties.in(space).map(party => ({ step: step.ref, party }))),
  );
}

/** Deadlines by the local date on which they fell due, step and party. */
export function deadlineTable(market: Market): Table {
  const rows = new Rows('deadline_daily', {
    date: 'text',
    step: 'text',
    party_id: 'integer',
    met: 'integer',
    missed: 'integer',
    open: 'integer',
  });
  const { calendar, machinery } = market;
  const of = slots(market);
  for (const d of machinery.obligations.standing(calendar.british.midnight(calendar.last + 1))) {
    rows.add(calendar.date(d.day), of[d.slot]!.step, of[d.slot]!.party.id, d.met, d.missed, d.open);
  }
  return rows.table();
}

/** How long acts took from their trigger, by step and party. */
export function latencyTable(market: Market): Table {
  const rows = new Rows('latency', {
    step: 'text',
    party_id: 'integer',
    count: 'integer',
    mean_min: 'real',
    p50_min: 'real',
    p90_min: 'real',
    p99_min: 'real',
    max_min: 'real',
  });
  const { latency } = market.machinery.obligations;
  slots(market).forEach(({ step, party }, slot) => {
    if (latency.count(slot) === 0) return;
    const minutes = [latency.mean(slot), ...[0.5, 0.9, 0.99].map(p => latency.quantile(slot, p)), latency.max(slot)];
    rows.add(step, party.id, latency.count(slot), ...minutes.map(s => s / 60));
  });
  return rows.table();
}

/** Each queue on each day on which it had work. */
export function capacityTable({ calendar, machinery, parties }: Market): Table {
  const rows = new Rows('capacity_daily', {
    date: 'text',
    party_id: 'integer',
    work: 'text',
    arrived: 'integer',
    done: 'integer',
    backlog: 'integer',
    utilisation: 'real',
    wait_mean_min: 'real',
    wait_p95_min: 'real',
    wait_max_min: 'real',
  });
  const stages = new Map(STAGES.map(s => [s.name as string, s]));
  const { history } = machinery.servers;
  const queues = history
    .queues()
    .map(queue => {
      const stage = stages.get(machinery.queueName(queue))!;
      if (stage.kind !== 'work') throw new Error(`${stage.name} has a queue and is no work`);
      const party = parties.in(stage.space)[machinery.partyOf(queue)]!;
      return { queue, node: machinery.nodeOf[queue]!, work: stage.capacity, party: party.id };
    })
    .sort((a, b) => a.party - b.party || a.node - b.node);
  const rowOf = new Int32Array(machinery.queues);
  for (let from = 0, to = 0; from < history.length; from = to) {
    const day = history.dayOf(from);
    rowOf.fill(-1);
    for (; to < history.length && history.dayOf(to) === day; to++) rowOf[history.queueOf(to)] = to;
    const date = calendar.date(day);
    for (const { queue, party, work } of queues) {
      if (rowOf[queue]! < 0) continue;
      const d = history.at(rowOf[queue]!);
      rows.add(date, party, work, d.arrived, d.done, d.backlog, d.utilisation, d.waitMean, d.waitP95, d.waitMax);
    }
  }
  return rows.table();
}
