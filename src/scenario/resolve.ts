import { type CheckContext, type Say, touches } from './checks/check.ts';
import { CHECKS } from './checks/index.ts';
import { type Finding, findings } from './explain.ts';
import { ScenarioFaults } from './faults.ts';
import { type Scenario, scenarioSchema } from './schema.ts';
import { formatPath, type Path } from './tree.ts';

/** Everything that is wrong with a scenario: its form, then what must hold between parts that are in form. */
export function scenarioFindings(data: unknown, context: CheckContext = {}): Finding[] {
  const inForm = findings(scenarioSchema, data);
  const found = [...inForm];
  const say: Say = (path, message, allowed, to) =>
    void found.push({ path, message, ...(allowed === undefined ? {} : { allowed }), ...(to ? { to } : {}) });
  const broken = inForm.filter(finding => !finding.extra).map(finding => finding.path);
  const sound = (path: Path) => !broken.some(other => path.every((step, i) => i >= other.length || other[i] === step));
  for (const check of CHECKS)
    if (!check.needs.some(need => broken.some(path => touches(path, need))))
      check.run(data as Scenario, say, sound, context);
  return found;
}

/**
 * A scenario that is resolved already, e.g. from a run's manifest.
 * @param name how to call it in faults, in place of a file.
 * @throws ScenarioFaults with every fault; there are no lines to point to, so all are at 1:1.
 */
export function resolveScenario(data: unknown, context: CheckContext = {}, name = 'scenario'): Scenario {
  const found = scenarioFindings(data, context);
  if (found.length > 0)
    throw new ScenarioFaults(
      found.map(({ path, message, allowed }) => ({
        file: name,
        line: 1,
        column: 1,
        path: formatPath(path),
        message,
        ...(allowed === undefined ? {} : { allowed }),
      })),
    );
  return scenarioSchema.parse(data);
}
