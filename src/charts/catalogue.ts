import * as results from '../results/index.ts';
import { backlog } from './backlog.ts';
import { breachesByDay } from './breaches-by-day.ts';
import { breachesByStep } from './breaches-by-step.ts';
import type { ChartSpec } from './frame.ts';
import { latency } from './latency.ts';
import { messages } from './messages.ts';
import { progress } from './progress.ts';
import { type RunContext, runContext } from './run-context.ts';
import { startsAndCompletions } from './starts-and-completions.ts';
import { statesOverTime } from './states.ts';
import { stepTimes } from './step-times.ts';
import { supplierOutcomes } from './supplier-outcomes.ts';
import { suppliers } from './suppliers.ts';
import { switches } from './switches.ts';
import { utilisation } from './utilisation.ts';

type Maker = (run: results.Run, context: RunContext) => ChartSpec;

/** Every chart by its name, in the order of the report. */
const charts: Readonly<Record<string, Maker>> = {
  progress: (run, context) => progress(results.progressBySegment(run), context),
  states: (run, context) => statesOverTime(results.progressBySegment(run), context),
  suppliers: (run, context) =>
    suppliers(
      supplierOutcomes(date => results.progressBySupplier(run, { from: date, to: date }), context),
      context,
    ),
  'starts-and-completions': (run, context) => startsAndCompletions(results.migrationDays(run), context),
  switches: (run, context) => switches(results.switchWeeks(run), results.switchRoutes(run), context),
  'breaches-by-step': (run, context) => breachesByStep(results.breachesByStep(run), context),
  'breaches-by-day': (run, context) => breachesByDay(results.missedDays(run), context),
  latency: (run, context) => latency(stepTimes(results.latencies(run), results.steps(run)), context),
  backlog: (run, context) => backlog(results.backlogDays(run), context),
  utilisation: (run, context) => utilisation(results.utilisationWeeks(run), context),
  messages: (run, context) => messages(results.networkDays(run), context),
};

/** The names of all charts, in the order of the report. */
export function chartNames(): string[] {
  return Object.keys(charts);
}

/** The Vega-Lite specification of a chart with the run's data in it. Throws a `RangeError` for a name that is none. */
export function chartSpec(run: results.Run, name: string): ChartSpec {
  const make = Object.hasOwn(charts, name) ? charts[name] : undefined;
  if (make === undefined) throw new RangeError(`There is no chart ${name}.`);
  return make(run, runContext(run));
}
