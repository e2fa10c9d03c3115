import { z } from 'zod';
import {
  areaId,
  calendar,
  capacities,
  code,
  count,
  date,
  deadline,
  distribution,
  name,
  percent,
  share,
  timeOfDay,
  weight,
  whole,
} from './fields.ts';
import { AGENT_ROLES } from './roles.ts';
import { chasing } from './sections/chasing.ts';
import { connections } from './sections/connections.ts';
import { links } from './sections/links.ts';
import { migrate, supplierSize, switching } from './sections/switching.ts';
import { works } from './sections/works.ts';

/** The shape of a scenario file. Units and meanings are in each field's description; `mhhsim schema` prints them. */

const qualification = z.string().meta({ description: 'the name of one of `waves`, or a date YYYY-MM-DD' });

const behaviour = z.strictObject({
  lead: distribution.meta({ description: 'days from the IF-031 to the EFD, 1 to 28' }),
  sending: z.string().meta({ description: 'the name of the calendar in whose hours migrations are started' }),
  read: z.strictObject({ smart: share, traditional: share, advanced: share }).meta({
    description: 'share of points for which a read of the 8 days before the EFD is at hand, by meter',
  }),
  again: z.strictObject({ share, after: whole(1, 20, 'days') }).meta({
    description:
      'share of services for which a second IF-031 follows before the IF-036, and within how many Working Days',
  }),
  retry: z.strictObject({ after: whole(1, 60, 'Working Days'), attempts: whole(1, 6, 'times') }).meta({
    description: 'Working Days until a rejected service is asked for again, and how many times it is asked for at most',
  }),
});

const plan = z
  .union([
    z.strictObject({
      from: date.optional().meta({ description: 'first day of starts; the service activation if left out' }),
      to: date.optional().meta({ description: 'last day of starts' }),
      ramp: z.int().min(0).optional().meta({ description: 'migration days from nothing to the plateau' }),
      tail: z.int().min(0).optional().meta({ description: 'migration days from the plateau to nothing' }),
    }),
    z.strictObject({
      csv: z.string().meta({ description: 'a CSV file with the columns date and starts, beside the scenario file' }),
      daily: z
        .array(z.tuple([date, count]))
        .optional()
        .meta({ description: 'filled in when the file is read' }),
    }),
  ])
  .meta({ description: 'a plan of starts: from, to, ramp and tail; or csv' });

const refusals = z.strictObject({
  share: share.meta({ description: 'share of requests that are rejected' }),
  reasons: z.record(z.string(), weight).meta({ description: 'weights by reason' }),
});

/** Points by legacy class. */
const byClass = <T extends z.ZodType>(each: T) => z.strictObject({ NHH: each, HH: each, UMS: each });

export const scenarioSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .meta({ description: 'a name of small letters, digits and hyphens; the run folder is called after it' }),
  description: z.string().meta({ description: 'one sentence for whoever reads the report' }),
  seed: z
    .union([z.string(), z.number()])
    .transform(String)
    .meta({ description: 'any text or number; the same scenario and seed give the same results' }),
  period: z
    .strictObject({ from: date, to: date })
    .meta({ description: 'from, to: the first and the last simulated local day' }),
  milestones: z
    .strictObject({ M8: date, M10: date, M11: date, M12: date, M13: date, M14: date, M15: date })
    .meta({ description: 'the dates of the programme milestones M8 and M10 to M15' }),
  population: z
    .strictObject({
      classes: z
        .strictObject({
          NHH: z.strictObject({
            count,
            meters: z
              .strictObject({ smart: weight, traditional: weight, advanced: weight })
              .meta({ description: 'weights of smart, traditional and advanced meters' }),
          }),
          HH: z.strictObject({
            count,
            meters: z
              .strictObject({ advanced: weight, smart: weight })
              .meta({ description: 'weights of advanced and smart meters' }),
          }),
          UMS: z.strictObject({ count }),
        })
        .meta({ description: 'the populations of NHH, HH and UMS points' }),
      complex: share.meta({ description: 'share of the Advanced points that are complex-metered, 0 to 1' }),
    })
    .meta({ description: 'how many metering points there are, and with which meters' }),
  areas: z
    .record(
      areaId,
      z.strictObject({
        name,
        distributor: z
          .int()
          .min(10)
          .max(99)
          .meta({ description: 'the distributor id, 10 to 99: first digits of an MPAN' }),
        points: byClass(weight).meta({ description: 'weights of the area within each class' }),
        capacities: capacities.optional().meta({ description: 'of its SMRA and UMSO, where they differ' }),
      }),
    )
    .meta({ description: 'distribution areas by GSP group id' }),
  waves: z
    .record(z.string(), date)
    .meta({ description: 'qualification waves by name, with the date of qualification' }),
  activation: whole(0, 250, 'Working Days from qualification to service activation'),
  suppliers: z
    .record(
      code,
      z.strictObject({
        name,
        shares: byClass(percent).meta({ description: 'percent of all points of each class; all suppliers make 100' }),
        size: supplierSize.optional(),
        qualification,
        activated: date.optional().meta({ description: 'date of service activation, where it is known' }),
        agents: z
          .partialRecord(
            z.enum(AGENT_ROLES),
            z.record(code, weight).meta({ description: 'weights of one or several agents by code' }),
          )
          .meta({ description: 'agents by role, each with a weight' }),
        plan: plan.optional(),
        behaviour: behaviour.partial().optional().meta({ description: 'where it differs from `behaviour`' }),
        migrate: migrate.partial().optional().meta({ description: 'where it differs from `switching.migrate`' }),
        capacities: capacities.optional().meta({ description: 'where they differ from `capacities`' }),
      }),
    )
    .meta({ description: 'suppliers by market participant id' }),
  agents: z
    .record(
      code,
      z.strictObject({
        name,
        roles: z
          .partialRecord(z.enum(AGENT_ROLES), z.strictObject({ qualification: qualification.optional() }))
          .meta({ description: 'the roles it plays; those of the MHHS arrangements with a qualification' }),
        capacities: capacities.optional().meta({ description: 'where they differ from `capacities`' }),
      }),
    )
    .meta({ description: 'agents by market participant id' }),
  behaviour: behaviour.meta({ description: 'how suppliers behave that have no behaviour of their own' }),
  plan: plan.meta({ description: 'the plan of suppliers that have none: from, to, ramp and tail' }),
  smra: z
    .strictObject({
      batch: timeOfDay.meta({ description: 'the local time of the overnight batch that sends the D0170s, HH:MM' }),
      gateClosure: timeOfDay.meta({
        description: 'HH:MM on the day before an EFD; pending appointments are re-validated then',
      }),
    })
    .meta({ description: 'the hours of the SMRA' }),
  reads: z
    .strictObject({
      deemAfter: z.int().min(1).max(20).meta({
        description: 'Working Days after the EFD until the outgoing DC deems a read where none has come',
      }),
    })
    .meta({ description: 'final reads of NHH points' }),
  refusals: z
    .partialRecord(z.enum(['SMRA', 'MSS', 'MSA', 'UMSO', 'SDS', 'ADS', 'UMSDS']), refusals)
    .meta({ description: 'rejections by the role that rejects: share and reasons' }),
  control: z
    .strictObject({
      thresholds: z
        .strictObject({
          market: count.nullable().meta({ description: 'most starts a day in the market; null for no limit' }),
          area: count.nullable().meta({ description: 'most starts a day in each area; null for no limit' }),
          supplier: count.nullable().meta({ description: 'most starts a day of each supplier; null for no limit' }),
          areas: z.record(z.string(), count).optional().meta({ description: 'for single areas, by GSP group id' }),
          suppliers: z.record(z.string(), count).optional().meta({ description: 'for single suppliers, by code' }),
        })
        .meta({ description: 'most starts a day: market, area, supplier' }),
      freezes: z
        .array(z.strictObject({ from: date, to: date, why: z.string().meta({ description: 'the reason' }) }))
        .meta({ description: 'a list of spans without starts, each with from, to and why' }),
    })
    .meta({ description: 'what the Migration Control Centre allows' }),
  switching: switching.optional(),
  works: works.optional(),
  connections: connections.optional(),
  links: links.optional(),
  chasing: chasing.optional(),
  calendars: z.record(z.string(), calendar).meta({ description: 'working hours by name' }),
  networks: z
    .strictObject({
      DIP: z.strictObject({ latency: distribution }),
      DTN: z.strictObject({ latency: distribution }),
      CSS: z.strictObject({ latency: distribution }),
      bilateral: z.strictObject({ latency: distribution }),
    })
    .meta({ description: 'how long messages are under way; at least 60 s' }),
  capacities: capacities.meta({ description: 'capacities of every party that has none of its own, by role and work' }),
  steps: z
    .record(
      z.string(),
      z.strictObject({
        within: deadline.optional(),
        also: share.optional().meta({ description: 'share of points for which the second, optional flow is sent too' }),
      }),
    )
    .meta({ description: 'deadlines and shares by step reference, where they differ from the catalogue' }),
});

/** A scenario as resolved: inheritance, overrides and files taken in; texts of durations and deadlines as written. */
export type Scenario = z.output<typeof scenarioSchema>;
export type Switching = NonNullable<Scenario['switching']>;
export type Works = NonNullable<Scenario['works']>;
export type Connections = NonNullable<Scenario['connections']>;
export type Links = NonNullable<Scenario['links']>;
export type Chasing = NonNullable<Scenario['chasing']>;
