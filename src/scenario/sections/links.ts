import { z } from 'zod';
import { perYear, share, weight } from '../fields.ts';

/** Metering points that belong together. */
export const links = z
  .strictObject({
    related: z
      .strictObject({
        share: share.meta({ description: 'share of NHH points that are secondary, 0 to 1' }),
        areas: z.record(z.string(), share).optional().meta({ description: 'for single areas, by GSP group id' }),
        secondaries: z
          .partialRecord(z.enum(['1', '2', '3']), weight)
          .meta({ description: 'weights of primaries with 1, 2 and 3 secondary MSIDs' }),
      })
      .meta({ description: 'related MSIDs: a primary with one to three secondaries' }),
    pairs: z
      .strictObject({
        share: share.meta({
          description: 'share of NHH points that are export MSIDs linked with an import MSID, 0 to 1',
        }),
      })
      .meta({ description: 'pairs of an import and an export MSID' }),
    changes: perYear('changes').meta({ description: 'IF-019s and IF-020s a year per linked MSID, 0 to 2' }),
  })
  .meta({ description: 'metering points that belong together; there are none where it is left out' });
