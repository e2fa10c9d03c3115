import type { Machinery } from '../../src/engine/index.ts';

/** Everything that a finished run has to say, in a form that two runs of the same model share to the last digit. */
export function outcome<C>(machinery: Machinery<C>) {
  const { blueprint, messages, network, obligations, servers, tracer, agenda, queues, nodeOf } = machinery;
  const end = blueprint.british.midnight(blueprint.last + 1);
  const rows = messages.rows();
  const { latency } = obligations;
  const slots = obligations.offset.at(-1)!;
  return {
    messages: Array.from(rows.days, (day, i) => [day, rows.channels[i], rows.counts[i]]),
    total: messages.total,
    offered: [...network.offered],
    delivered: [...network.delivered],
    deadlines: [...obligations.standing(end)],
    totals: obligations.totals(),
    latency: Array.from({ length: slots }, (_, s) => [
      latency.count(s),
      latency.mean(s),
      latency.max(s),
      latency.quantile(s, 0.95),
    ]),
    queueDays: servers.queueDays.map(d => ({ ...d })),
    waiting: Array.from({ length: queues }, (_, q) => (blueprint.nodes[nodeOf[q]!]!.served ? servers.waiting(q) : 0)),
    trace: tracer?.finish(end) ?? [],
    pending: agenda.size,
  };
}
