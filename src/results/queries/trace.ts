import type { Run } from '../open-run.ts';
import { rows } from './rows.ts';

/** What a traced metering point is. */
export interface TracedPoint {
  readonly msid: string;
  /** Its number in the market. */
  readonly point: number;
  readonly segment: string | null;
  readonly meter: string | null;
  readonly direction: string | null;
  readonly energised: string | null;
  readonly complex: string | null;
  readonly area: string | null;
  readonly supplier: string | null;
  readonly related: string | null;
  /** State at the end of the run. */
  readonly state: string | null;
}

/** One act in its life; times ISO 8601 UTC. */
export interface TracedAct {
  readonly seq: number;
  readonly at: string;
  readonly step: string;
  readonly title: string | null;
  readonly act: string;
  readonly from_party: string | null;
  readonly to_party: string | null;
  readonly flow: string | null;
  readonly network: string | null;
  readonly due: string | null;
  readonly outcome: string | null;
  readonly detail: string | null;
}

export interface TracedLife {
  readonly msid: string;
  readonly point: number;
  /** Undefined where the run holds no facts about it. */
  readonly facts: TracedPoint | undefined;
  readonly acts: readonly TracedAct[];
}

/** The metering points that were traced, in the order of their numbers. */
export function tracedPoints(run: Run): { msid: string; point: number }[] {
  return rows(run, 'SELECT msid, point FROM point UNION SELECT msid, point FROM trace ORDER BY point');
}

/** The life of one metering point, by its MPAN core (13 digits) or its number in the market; undefined if it was not traced. */
export function traceOf(run: Run, which: { msid: string } | { point: number }): TracedLife | undefined {
  const found = tracedPoints(run).find(p => ('msid' in which ? p.msid === which.msid : p.point === which.point));
  if (!found) return undefined;
  const [facts] = rows<TracedPoint>(
    run,
    `SELECT t.msid, t.point, t.segment, t.meter, t.direction, t.energised, t.complex, a.name AS area, p.name AS supplier,
      t.related, t.state
    FROM point t LEFT JOIN area a USING (area_id) LEFT JOIN party p ON p.party_id = t.supplier_id WHERE t.point = @point`,
    found,
  );
  const acts = rows<TracedAct>(
    run,
    `SELECT seq, at, step, title, act, from_party, to_party, flow, network, due, outcome, detail
    FROM v_trace WHERE point = @point ORDER BY seq`,
    found,
  );
  return { ...found, facts, acts };
}
