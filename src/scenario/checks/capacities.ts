import { SERVICE_UNITS } from '../../engine/index.ts';
import { compile } from '../../random/index.ts';
import type { CapacitySpec } from '../fields.ts';
import { WORK, type WorkRole } from '../roles.ts';
import type { Scenario } from '../schema.ts';
import { didYouMean, listed } from '../suggest.ts';
import type { Path } from '../tree.ts';
import { checkCalendar } from './behaviour.ts';
import { type Check, mappings } from './check.ts';

/** Somebody's capacities: where they stand, and the roles that can be among them. */
interface Owner {
  readonly path: Path;
  readonly roles: readonly WorkRole[];
  readonly capacities: Scenario['capacities'] | undefined;
}

const WORK_ROLES = Object.keys(WORK) as WorkRole[];

function owners({ capacities, areas, suppliers, agents }: Scenario): Owner[] {
  return [
    { path: ['capacities'], roles: WORK_ROLES, capacities },
    ...mappings(areas).map(([id, area]): Owner => own(['areas', id], ['SMRA', 'UMSO'], area)),
    ...mappings(suppliers).map(([code, supplier]): Owner => own(['suppliers', code], ['Supplier'], supplier)),
    ...mappings(agents).map(([code, agent]): Owner => own(['agents', code], rolesOf(agent), agent)),
  ];
}

function own(path: Path, roles: readonly WorkRole[], { capacities }: { capacities?: Owner['capacities'] }): Owner {
  return { path: [...path, 'capacities'], roles, capacities };
}

function rolesOf({ roles }: Scenario['agents'][string]): WorkRole[] {
  const played = mappings(roles).map(([role]) => role);
  return WORK_ROLES.filter(role => played.includes(role));
}

/** Capacities are for roles that the party plays and for work that the role does. */
export const capacityPlaces: Check = {
  needs: ['agents.*.roles'],
  run(scenario, say) {
    for (const { path, roles, capacities } of owners(scenario))
      for (const [role, byKind] of mappings(capacities)) {
        // Names that are no roles have a fault of their own.
        const kinds: readonly string[] | undefined = WORK[role as WorkRole];
        if (!kinds) continue;
        if (!roles.includes(role as WorkRole)) {
          const whose = path[0] === 'suppliers' ? 'a supplier' : path[0] === 'areas' ? 'an area' : path[1];
          say([...path, role], `${whose} does no work of ${role}`, listed(roles));
          continue;
        }
        for (const kind of Object.keys(byKind).filter(name => !kinds.includes(name)))
          say([...path, role, kind], `${role} does no work called "${kind}"${didYouMean(kind, kinds)}`, listed(kinds));
      }
  },
};

/** A capacity is either servers with a service time, or a rate; in hours that there are. */
export const capacityForms: Check = {
  needs: ['calendars!'],
  run(scenario, say, sound) {
    const known = new Map<string, string | undefined>();
    for (const { path, capacities } of owners(scenario))
      for (const [role, byKind] of mappings(capacities))
        for (const [kind, spec] of mappings(byKind)) {
          const at = [...path, role, kind];
          if (spec.service && sound([...at, 'service'])) {
            const key = JSON.stringify(spec.service);
            if (!known.has(key)) known.set(key, serviceFault(spec.service));
            const tooLong = known.get(key);
            if (tooLong) say([...at, 'service'], tooLong);
          }
          const wrong = formFault(spec);
          if (wrong) say(at, wrong, 'either servers and service, or rate (null takes out what is inherited)');
          if (spec.hours !== undefined && sound([...at, 'hours']))
            checkCalendar(scenario, spec.hours, [...at, 'hours'], say);
        }
  },
};

/** Why a service time cannot be held, if its longest values are too long. */
function serviceFault(service: NonNullable<CapacitySpec['service']>): string | undefined {
  try {
    compile(service, SERVICE_UNITS);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function formFault({ servers, service, rate }: CapacitySpec): string | undefined {
  const given = [servers !== undefined && 'servers', service !== undefined && 'service'].filter(Boolean).join(' and ');
  if (rate !== undefined) return given === '' ? undefined : `has ${given} besides a rate`;
  if (given === '') return 'has neither servers nor a rate';
  if (servers === undefined) return 'has a service time, but no servers';
  return service === undefined ? 'has servers, but no service time' : undefined;
}
