import { z } from 'zod';
import { byMeter, bySegment, code, date, distribution, msid, perYear, share, weight, whole } from '../fields.ts';

/** How large a supplier is, for the directions of switches. */
export const SUPPLIER_SIZES = ['large', 'other'] as const;
export const supplierSize = z
  .enum(SUPPLIER_SIZES)
  .meta({ description: 'large or other (the default), for the directions of switches' });

const MONTHS = 12;

const toEither = z
  .strictObject({ large: weight, other: weight })
  .meta({ description: 'weights of switches to large and to other suppliers' });

const objection = z.strictObject({
  within: whole(1, 5, 'Working Days'),
  share: share.meta({ description: 'share of switches that are objected to, 0 to 1' }),
});

/** Which legacy points a qualified new supplier migrates with the switch (BSCP708 §3.2.2). */
export const migrate = z.strictObject({
  Smart: share,
  Advanced: share,
  Unmetered: share,
  from: date.optional().meta({ description: 'no earlier than this date; from the opening of migration if left out' }),
});

/** Customers who change supplier: how many, when, from whom to whom, and what their suppliers do. */
export const switching = z
  .strictObject({
    rates: bySegment(perYear('switches')).meta({ description: 'switches a year per point of the segment' }),
    months: z.array(weight).length(MONTHS).meta({ description: 'twelve weights, January to December' }),
    listed: z
      .array(
        z.strictObject({
          msid,
          on: date.meta({ description: 'the day of the request' }),
          to: code.meta({ description: 'the new supplier, by market participant id' }),
        }),
      )
      .optional()
      .meta({ description: 'single switches that are certain, besides those that are drawn' }),
    directions: z
      .strictObject({ large: toEither, other: toEither })
      .meta({ description: 'weights of switches from large and other suppliers to either, of all switches' }),
    hours: z.string().meta({ description: 'the name of the calendar in whose hours switches are requested' }),
    notice: distribution.meta({ description: 'days from the request to the EFD of the switch, 1 to 28' }),
    objection: bySegment(objection).meta({
      description: 'Working Days in which the old supplier may object, and the share of switches to which it does',
    }),
    withdrawn: share.meta({
      description: 'share of the switches not objected to that are withdrawn before the eve of the EFD',
    }),
    migrate: migrate.meta({
      description: 'share of legacy points that a qualified new supplier migrates with the switch, by segment',
    }),
    reads: byMeter(share).meta({ description: 'share of switches for which there is a switch read, by meter' }),
    disputed: share.meta({ description: 'share of switch reads on which the two suppliers do not agree' }),
    missingMoa: share.meta({ description: 'share of D0205s that lack the incoming MOA (BSCP708 §3.3.5)' }),
    enrolled: share.meta({ description: 'share of smart meters that are enrolled in the DCC' }),
    exceptions: z
      .strictObject({
        legacy: whole(1, 40, 'Working Days'),
        enrolled: whole(1, 40, 'Working Days'),
        mhhs: whole(1, 40, 'Working Days'),
      })
      .meta({ description: 'Working Days from the EFD after which a missing switch read is an exception' }),
  })
  .meta({ description: 'customers who change supplier; nobody does where it is left out' });
