import { everyGroup, Parties, POINT_TYPES, population } from '../market/index.ts';
import type { Scenario } from '../scenario/index.ts';

/** What must be the same in two scenarios for one to go on from where the other stands. */
export interface Layout {
  readonly period: string;
  /** Sections that a scenario may leave out. */
  readonly sections: readonly string[];
  /** Everybody, as role and code, in the order of their numbers. */
  readonly parties: readonly string[];
  /** Metering points by who has them, of which type, where. */
  readonly points: Readonly<Record<string, number>>;
  /** How many are linked: who is linked with whom is settled as the market begins. */
  readonly links: string;
}

/** @param scale fraction of the population, in (0, 1] */
export function layoutOf(scenario: Scenario, scale: number): Layout {
  const { period, switching, works, connections, links } = scenario;
  const sections = Object.entries({ switching, works, connections, links });
  const areas = Object.keys(scenario.areas);
  const suppliers = Object.keys(scenario.suppliers);
  return {
    period: `${period.from} to ${period.to}`,
    sections: sections.filter(([, section]) => section !== undefined).map(([name]) => name),
    parties: new Parties(scenario).all.map(p => `${p.role} ${p.mpid}`),
    points: Object.fromEntries(
      everyGroup(population(scenario, scale), scenario).map(g => {
        const type = `${g.complex ? 'complex ' : ''}${POINT_TYPES[g.type]!.name}`;
        return [`${type} points of ${suppliers[g.supplier]} in ${areas[g.area]}`, g.count];
      }),
    ),
    links: links ? JSON.stringify({ related: links.related, pairs: links.pairs }) : 'none',
  };
}

/** How many metering points a market begins with. */
export function pointsIn(scenario: Scenario, scale: number): number {
  return population(scenario, scale).reduce((sum, g) => sum + g.count, 0);
}

/**
 * In what a scenario cannot go on from another's state, a sentence each; empty where it can.
 *
 * @param was the layout of the state @param is that of the scenario that is to go on
 */
export function layoutDifferences(was: Layout, is: Layout): string[] {
  const faults: string[] = [];
  if (was.period !== is.period) faults.push(`its period is ${is.period}, that of the run ${was.period}`);
  for (const name of without(is.sections, was.sections)) faults.push(`it has a section ${name}, the run has none`);
  for (const name of without(was.sections, is.sections)) faults.push(`it has no section ${name}, the run has one`);
  const more = without(is.parties, was.parties);
  const fewer = without(was.parties, is.parties);
  if (more.length > 0) faults.push(`it has ${few(more)}, the run has not`);
  if (fewer.length > 0) faults.push(`it has no ${few(fewer)}, the run has`);
  if (more.length + fewer.length > 0) return faults;
  if (was.parties.join() !== is.parties.join()) faults.push('its parties are those of the run in another order');
  const groups = [...new Set([...Object.keys(was.points), ...Object.keys(is.points)])]
    .map(group => ({ group, now: is.points[group] ?? 0, before: was.points[group] ?? 0 }))
    .filter(g => g.now !== g.before || g.group in was.points !== g.group in is.points);
  if (groups.length > 0) faults.push(`it has ${few(groups.map(g => `${g.now} ${g.group} (the run ${g.before})`))}`);
  const both = was.links !== 'none' && is.links !== 'none';
  if (both && was.links !== is.links)
    faults.push(
      `its links are ${is.links}, those of the run ${was.links}: who is linked is settled as the market begins`,
    );
  return faults;
}

function without(all: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return all.filter(one => !known.has(one));
}

/** The first three, and how many more there are. */
function few(all: readonly string[]): string {
  const rest = all.length - 3;
  return rest > 0 ? `${all.slice(0, 3).join(', ')} and ${rest} more such` : all.join(' and ');
}
