import { formatDate, HOLIDAYS_KNOWN, parseDate, WorkingDays } from '../../time/index.ts';
import { AGENT_ROLES, MHHS_ROLES } from '../roles.ts';
import type { Scenario } from '../schema.ts';
import { didYouMean, listed } from '../suggest.ts';
import type { Path } from '../tree.ts';
import { type Check, mappings, type Say } from './check.ts';

const CALENDAR = new WorkingDays(HOLIDAYS_KNOWN.from, HOLIDAYS_KNOWN.to);

/** The date that a qualification stands for: a wave's, or its own; undefined if it is neither. */
function qualificationDate(scenario: Pick<Scenario, 'waves'>, qualification: string): string | undefined {
  if (Object.hasOwn(scenario.waves, qualification)) return scenario.waves[qualification];
  return dateFault(qualification) === undefined ? qualification : undefined;
}

/**
 * The date of service activation, from which a supplier may start migrations: as given, or the stated number of
 * Working Days after qualification. Undefined where the calendar does not reach so far.
 */
export function activationDate(scenario: Scenario, code: string): string | undefined {
  const supplier = scenario.suppliers[code]!;
  if (supplier.activated !== undefined) return supplier.activated;
  const qualified = qualificationDate(scenario, supplier.qualification);
  if (qualified === undefined) return undefined;
  try {
    return formatDate(CALENDAR.add(parseDate(qualified), scenario.activation));
  } catch {
    return undefined;
  }
}

/** Suppliers are qualified by a wave or date, not after M14 (REC: qualification between M11 and M14). */
export const supplierQualification: Check = {
  needs: ['waves', 'suppliers!', 'milestones.M14'],
  run(scenario, say, sound) {
    for (const [code, supplier] of mappings(scenario.suppliers)) {
      const path = ['suppliers', code, 'qualification'];
      if (!sound(path)) continue;
      const date = namedDate(scenario, supplier.qualification, path, say);
      if (date === undefined) continue;
      if (date > scenario.milestones.M14)
        say(
          path,
          `is on ${date}, after M14, by which every supplier must be qualified`,
          `${scenario.milestones.M14} or earlier`,
        );
      if (sound(['suppliers', code, 'activated']) && supplier.activated !== undefined && supplier.activated < date)
        say(['suppliers', code, 'activated'], `${supplier.activated} is before the qualification`, `${date} or later`);
    }
  },
};

/** Agents are qualified in each role of the MHHS arrangements, and in no other. */
export const agentQualification: Check = {
  needs: ['waves', 'agents!'],
  run(scenario, say, sound) {
    for (const [code, agent] of mappings(scenario.agents))
      for (const role of AGENT_ROLES) {
        if (!sound(['agents', code, 'roles', role]) || !agent.roles[role]) continue;
        const { qualification } = agent.roles[role];
        const path = ['agents', code, 'roles', role];
        const needed = (MHHS_ROLES as readonly string[]).includes(role);
        if (needed && qualification === undefined)
          say([...path, 'qualification'], `is missing: ${role} is a role of the MHHS arrangements`, allowed(scenario));
        if (!needed && qualification !== undefined)
          say(
            [...path, 'qualification'],
            `has no effect: ${role} is a legacy role`,
            `a qualification for ${MHHS_ROLES.join(', ')}`,
          );
        else if (qualification !== undefined) namedDate(scenario, qualification, [...path, 'qualification'], say);
      }
  },
};

function namedDate(scenario: Scenario, qualification: string, path: Path, say: Say): string | undefined {
  const date = qualificationDate(scenario, qualification);
  if (date !== undefined) return date;
  const fault = /^\d{4}-\d{2}-\d{2}$/.test(qualification) ? dateFault(qualification) : undefined;
  const message =
    fault ?? `there is no wave "${qualification}"${didYouMean(qualification, Object.keys(scenario.waves))}`;
  say(path, message, allowed(scenario));
  return undefined;
}

function allowed(scenario: Scenario): string {
  return `${listed(Object.keys(scenario.waves))}, or a date YYYY-MM-DD`;
}

function dateFault(text: string): string | undefined {
  try {
    parseDate(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
