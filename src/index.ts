/**
 * mhhsim as a library: everything that the command line does.
 *
 * @example
 * ```ts
 * import { executeRun, knownSteps, loadScenario, openRun, standingAt } from 'mhhsim';
 *
 * const { scenario } = loadScenario('scenarios/baseline.yaml', { steps: knownSteps() });
 * const { dir } = await executeRun({ scenario, scale: 0.01, core: 'folded', trace: 3 }, { out: 'outputs/mine' });
 * const run = openRun(dir);
 * console.log(standingAt(run, scenario.milestones.M15));
 * ```
 */
export { chartNames, chartSpec, renderPng, renderSvg } from './charts/index.ts';
export * from './experiment/index.ts';
export { checkDigit, isMpanCore, mpanCore } from './market/index.ts';
export { knownSteps, MILESTONES, mermaid, PROCEDURES, printed } from './procedures/index.ts';
export { summary, summaryText, writeReport } from './reports/index.ts';
export * from './results/index.ts';
export { loadScenario, resolveScenario, type Scenario, ScenarioFaults, scenarioJsonSchema } from './scenario/index.ts';
export { type Outcome, type SimulationOptions, simulate, type Table } from './simulation/index.ts';
