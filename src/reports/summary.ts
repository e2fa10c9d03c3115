import { milestoneDay, type RunContext, runContext, type SupplierOutcome, supplierOutcomes } from '../charts/index.ts';
import {
  breachesByStep,
  busiestQueues,
  type ExceptionTotal,
  type Invariant,
  invariants,
  type LeftReason,
  lastCompletion,
  messagesByNetwork,
  progressBySegment,
  progressBySupplier,
  type QueueLoad,
  type Run,
  type SegmentProgress,
  type StepBreaches,
  type SwitchRoute,
  switchRoutes,
  type WorstDeadline,
  whatIsLeft,
  worstDeadlines,
} from '../results/index.ts';

/** How far MSIDs (of a segment, or all) had come; shares are 0 to 1, null where the run does not reach the day. */
interface Outcome {
  readonly segment: string;
  readonly msids: number;
  readonly m14: number | null;
  readonly m15: number | null;
  readonly end: number;
  readonly left: number;
}

/** A supplier's outcome, and why most of what it has left is left; null where it has nothing left. */
export interface SupplierAnswer extends SupplierOutcome {
  readonly mainReason: string | null;
}

/** What a planner asks of a run first. Dates are local, `YYYY-MM-DD`. */
export interface Summary {
  readonly run: RunContext;
  readonly status: Run['manifest']['status'];
  readonly warnings: readonly string[];
  readonly m14: string | null;
  readonly m15: string | null;
  /** By segment, the largest first. */
  readonly segments: readonly Outcome[];
  readonly all: Outcome;
  /** Those with the most left first. */
  readonly suppliers: readonly SupplierAnswer[];
  /** The day of the last EFD; null if nothing migrated. */
  readonly lastCompletion: string | null;
  /** MSIDs not under MHHS at the end, by state, and why, most frequent reason first. */
  readonly left: { readonly legacy: number; readonly forward: number; readonly reverse: number };
  readonly reasons: readonly LeftReason[];
  /** What happened on the way, also to MSIDs that did migrate. */
  readonly exceptions: readonly ExceptionTotal[];
  /** What became of switches, by route; none where nobody switches. */
  readonly switches: readonly SwitchRoute[];
  /** By step, the most missed first, and all together. */
  readonly steps: readonly StepBreaches[];
  readonly deadlines: { readonly met: number; readonly missed: number; readonly open: number };
  /** The five steps with the most misses, each with the party that missed most. */
  readonly worstDeadlines: readonly WorstDeadline[];
  /** The queue with the largest backlog; null where nothing ever waited overnight. */
  readonly busiestQueue: QueueLoad | null;
  readonly networks: readonly { readonly network: string; readonly messages: number }[];
  readonly invariants: readonly Invariant[];
  readonly digest: string | null;
  readonly version: string;
}

/** The answers of a run, from its database and manifest. */
export function summary(run: Run): Summary {
  const context = runContext(run);
  const on = (date: string | undefined) => (date === undefined ? [] : progressBySegment(run, { from: date, to: date }));
  const [m14, m15] = [milestoneDay(context, 'M14'), milestoneDay(context, 'M15')];
  const [at14, at15, atEnd] = [on(m14), on(m15), on(context.last)];
  const of = (segment: string, pick: (row: SegmentProgress) => boolean) => outcome(segment, pick, at14, at15, atEnd);
  const segments = atEnd
    .toSorted((a, b) => b.total - a.total || (a.segment < b.segment ? -1 : 1))
    .map(({ segment }) => of(segment, row => row.segment === segment));
  const steps = breachesByStep(run);
  const sum = <T>(rows: readonly T[], figure: (row: T) => number) =>
    rows.reduce((total, row) => total + figure(row), 0);
  const { reasons, supplierReasons, exceptions } = whatIsLeft(run);
  const mainReason = (supplier: number) => supplierReasons.find(each => each.supplier_id === supplier)?.reason ?? null;
  const [queue] = busiestQueues(run, 'backlog', 1);
  return {
    run: context,
    status: run.manifest.status,
    warnings: run.warnings,
    m14: m14 ?? null,
    m15: m15 ?? null,
    segments,
    all: of('All', () => true),
    suppliers: supplierOutcomes(date => progressBySupplier(run, { from: date, to: date }), context).map(each => ({
      ...each,
      mainReason: mainReason(each.supplier_id),
    })),
    lastCompletion: lastCompletion(run),
    left: {
      legacy: sum(atEnd, row => row.legacy),
      forward: sum(atEnd, row => row.forward),
      reverse: sum(atEnd, row => row.reverse),
    },
    reasons,
    exceptions,
    switches: switchRoutes(run),
    steps,
    deadlines: {
      met: sum(steps, row => row.met),
      missed: sum(steps, row => row.missed),
      open: sum(steps, row => row.open),
    },
    worstDeadlines: worstDeadlines(run, 5),
    busiestQueue: queue !== undefined && queue.max_backlog > 0 ? queue : null,
    networks: messagesByNetwork(run),
    invariants: invariants(run),
    digest: run.manifest.digest,
    version: run.manifest.versions.mhhsim,
  };
}

function outcome(
  segment: string,
  pick: (row: SegmentProgress) => boolean,
  at14: readonly SegmentProgress[],
  at15: readonly SegmentProgress[],
  atEnd: readonly SegmentProgress[],
): Outcome {
  const totals = (rows: readonly SegmentProgress[]) => {
    const picked = rows.filter(pick);
    const msids = picked.reduce((sum, row) => sum + row.total, 0);
    const mhhs = picked.reduce((sum, row) => sum + row.mhhs, 0);
    return { msids, mhhs, share: msids === 0 ? null : mhhs / msids };
  };
  const { msids, mhhs, share } = totals(atEnd);
  return { segment, msids, m14: totals(at14).share, m15: totals(at15).share, end: share ?? 0, left: msids - mhhs };
}
