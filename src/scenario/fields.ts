import { z } from 'zod';
import { distributionFaults } from '../random/index.ts';
import { parseDate, parseDeadline, parseHours, parseTimeOfDay } from '../time/index.ts';
import { parseRate, parseServers } from './quantities.ts';
import { WORK, type WorkRole } from './roles.ts';

// The kinds of values that a scenario is made of; the scenario itself is put together from them in schema.ts.

/** A text that must be readable; `read` throws an Error that says what is wrong. */
function readable<T extends z.ZodType<string | number>>(
  schema: T,
  read: (value: z.output<T>) => unknown,
  meta: { description: string; pattern?: string },
): T {
  return schema
    .superRefine((value, ctx) => {
      try {
        read(value);
      } catch (error) {
        ctx.addIssue({ code: 'custom', message: (error as Error).message });
      }
    })
    .meta(meta);
}

export const date = readable(z.string(), parseDate, {
  description: 'a local date, YYYY-MM-DD',
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
});
export const timeOfDay = readable(z.string(), parseTimeOfDay, {
  description: 'a local time of day, HH:MM',
  pattern: '^\\d{1,2}:\\d{2}(:\\d{2})?$',
});
export const deadline = readable(z.string(), parseDeadline, {
  description: 'a deadline: 5 WD, 60 min, 8 days, midnight, by 18:00',
});
export const calendar = readable(z.string(), parseHours, {
  description: 'working hours: always, or Mon-Fri 09:00-17:00, Sat 09:00-13:00, then if wanted ", holidays open"',
});
export const share = z.number().min(0).max(1).meta({ description: 'a share between 0 and 1' });
export const weight = z
  .number()
  .min(0)
  .meta({ description: 'a weight of 0 or more; only ratios between weights matter' });
export const percent = z.number().min(0).max(100).meta({ description: 'percent of all points of the class' });
export const code = z
  .string()
  .regex(/^[A-Z0-9_]{2,6}$/)
  .meta({ description: 'a market participant id: 2 to 6 capitals or digits' });
/** Checked against the market's points when the run begins. */
export const msid = z
  .string()
  .regex(/^\d{13}$/)
  .meta({ description: 'the 13 digits of an MPAN core, in quotes' });
export const areaId = z
  .string()
  .regex(/^_[A-Z0-9]{1,2}$/)
  .meta({ description: 'a GSP group id: _ and one or two capitals or digits, e.g. _A' });
export const count = z.int().min(0).meta({ description: 'a whole number, 0 or more' });
/** A whole number of something between two bounds. */
export const whole = (least: number, most: number, what: string) =>
  z
    .int()
    .min(least)
    .max(most)
    .meta({ description: `a whole number of ${what}, ${least} to ${most}` });
/** How often something happens to a metering point, on average. */
export const perYear = (what: string) =>
  z
    .number()
    .min(0)
    .max(2)
    .meta({ description: `${what} a year, 0 to 2` });
export const name = z.string().min(1).meta({ description: 'a name to be shown in reports' });
/** One of the same for each market segment. */
export const bySegment = <T extends z.ZodType>(each: T) =>
  z.strictObject({ Smart: each, Advanced: each, Unmetered: each });
/** One of the same for each kind of meter. */
export const byMeter = <T extends z.ZodType>(each: T) =>
  z.strictObject({ smart: each, traditional: each, advanced: each });
/** Checked with the whole distribution, by the random room. */
const duration = z.string().meta({
  description: 'an elapsed time: 90 s, 15 min, 2 h, 3 d',
  pattern: '^\\s*\\d+(\\.\\d+)?\\s*(s|seconds?|min|minutes?|h|hours?|d|days?)\\s*$',
});

export const distribution = z
  .union([
    z.strictObject({ fixed: duration }),
    z.strictObject({ uniform: z.tuple([duration, duration]).meta({ description: 'from, to' }) }),
    z.strictObject({ exponential: duration.meta({ description: 'its mean' }) }),
    z.strictObject({ lognormal: z.strictObject({ median: duration, sigma: z.number().positive() }) }),
    z.strictObject({ triangular: z.strictObject({ min: duration, mode: duration, max: duration }) }),
    z.strictObject({ gamma: z.strictObject({ shape: z.number().positive(), mean: duration }) }),
    z.strictObject({
      empirical: z
        .array(z.tuple([duration, weight]))
        .min(1)
        .meta({ description: 'values with weights' }),
    }),
  ])
  .superRefine((value, ctx) => {
    for (const fault of distributionFaults(value))
      ctx.addIssue({ code: 'custom', path: fault.path.split('.'), message: fault.message });
  })
  .meta({
    id: 'distribution',
    description: 'a distribution of times: one of fixed, uniform, exponential, lognormal, triangular, gamma, empirical',
  });

/**
 * What a party can do of one kind of work: either `servers` at a `service` time each, or a `rate`;
 * in working `hours`; after which the act takes effect following an optional `delay` that ties up nobody.
 */
const capacity = z
  .strictObject({
    servers: readable(z.union([z.number(), z.string()]), parseServers, {
      description: 'how many jobs are worked on at a time: a number, or "3 per million points" that the party serves',
    }).optional(),
    service: distribution.optional().meta({ description: 'the time that one server takes for one job' }),
    rate: readable(z.string(), parseRate, {
      description: 'jobs per hour: "2000 per hour", or "400 per hour per million points" that the party serves',
      pattern: '^\\s*\\d+(\\.\\d+)?\\s+per\\s+hour(\\s+per\\s+million\\s+points)?\\s*$',
    }).optional(),
    hours: z.string().optional().meta({ description: 'the name of one of `calendars`, or `always` (the default)' }),
    delay: distribution.optional().meta({ description: 'passes after the work and ties up nobody; none by default' }),
  })
  .meta({ id: 'capacity', description: 'a capacity: either servers and service, or rate' });
export type CapacitySpec = z.infer<typeof capacity>;

export const capacities = z
  .partialRecord(
    z.enum(Object.keys(WORK) as [WorkRole, ...WorkRole[]]),
    z.record(z.string(), capacity).meta({ description: 'capacities by kind of work' }),
  )
  .meta({
    id: 'capacities',
    description: `capacities by role and kind of work: ${Object.entries(WORK)
      .map(([role, kinds]) => `${role} ${kinds.join(', ')}`)
      .join('; ')}`,
  });
