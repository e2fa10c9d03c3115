/** Views with readable names, for people who open the file by hand. */
export const views: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: 'v_breaches',
    sql: `SELECT d.date, d.step, s.title, d.party_id, p.mpid, p.name AS party, p.role, d.met, d.missed, d.open,
  round(100.0 * d.missed / nullif(d.met + d.missed, 0), 2) AS missed_percent
FROM deadline_daily d LEFT JOIN step s USING (step) LEFT JOIN party p USING (party_id)`,
  },
  {
    name: 'v_progress',
    sql: `SELECT date, segment, sum(legacy) AS legacy, sum(forward) AS forward, sum(mhhs) AS mhhs, sum(reverse) AS reverse,
  sum(legacy + forward + mhhs + reverse) AS total,
  round(100.0 * sum(mhhs) / nullif(sum(legacy + forward + mhhs + reverse), 0), 2) AS mhhs_percent
FROM state_daily GROUP BY date, segment`,
  },
  {
    name: 'v_messages',
    sql: 'SELECT date, network, sum(count) AS messages FROM message_daily GROUP BY date, network',
  },
  {
    name: 'v_backlog',
    sql: `SELECT c.date, c.party_id, p.mpid, p.name AS party, p.role, c.work, c.arrived, c.done, c.backlog,
  round(100.0 * c.utilisation, 2) AS utilisation_percent, c.wait_mean_min, c.wait_p95_min, c.wait_max_min
FROM capacity_daily c LEFT JOIN party p USING (party_id)`,
  },
  {
    name: 'v_latency',
    sql: `SELECT l.step, s.title, s.due, l.party_id, p.mpid, p.name AS party, p.role, l.count,
  l.mean_min, l.p50_min, l.p90_min, l.p99_min, l.max_min
FROM latency l LEFT JOIN step s USING (step) LEFT JOIN party p USING (party_id)`,
  },
  {
    name: 'v_exceptions',
    sql: `SELECT e.date, e.kind, e.party_id, p.mpid, p.name AS party, p.role, e.count
FROM exception_daily e LEFT JOIN party p USING (party_id)`,
  },
  {
    name: 'v_outstanding',
    sql: `SELECT o.segment, o.supplier_id, p.mpid, p.name AS supplier, o.state, o.reason, o.count
FROM outstanding o LEFT JOIN party p ON p.party_id = o.supplier_id`,
  },
  {
    name: 'v_migration',
    sql: `SELECT m.date, m.supplier_id, p.mpid, p.name AS supplier, m.planned, m.started, m.completed, m.rejected,
  m.cancelled, m.reversed, m.waiting
FROM migration_daily m LEFT JOIN party p ON p.party_id = m.supplier_id`,
  },
  {
    name: 'v_trace',
    sql: `SELECT t.msid, t.point, t.seq, t.at, t.step, s.title, t.act, f.name AS from_party, r.name AS to_party, t.flow, t.network,
  t.due, t.outcome, t.detail
FROM trace t LEFT JOIN step s USING (step)
LEFT JOIN party f ON f.party_id = t.from_party LEFT JOIN party r ON r.party_id = t.to_party`,
  },
];
