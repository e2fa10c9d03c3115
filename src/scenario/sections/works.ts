import { z } from 'zod';
import { byMeter, date, distribution, msid, perYear, weight } from '../fields.ts';

const meters = byMeter(weight).meta({ description: 'weights of smart, traditional and advanced meters' });
const rate = byMeter(perYear('works')).meta({ description: 'works a year per point, by meter' });

/** Work on meters that is no part of a migration or switch. */
export const works = z
  .strictObject({
    rates: z
      .strictObject({ exchange: rate, energisation: rate, investigation: rate })
      .meta({ description: 'works a year per point: exchanges, changes of energisation, investigations' }),
    listed: z
      .array(
        z.strictObject({
          msid,
          on: date.meta({ description: 'the day of the request' }),
          kind: z
            .enum(['exchange', 'energisation', 'investigation'])
            .meta({ description: 'exchange, energisation or investigation' }),
          becomes: z
            .enum(['smart', 'traditional', 'advanced'])
            .optional()
            .meta({ description: 'the meter after an exchange: smart, traditional or advanced; drawn if left out' }),
        }),
      )
      .optional()
      .meta({ description: 'single works that are certain, besides those that are drawn' }),
    becomes: byMeter(meters).meta({ description: 'which meter there is after an exchange, by the meter before it' }),
    hours: z.string().meta({ description: 'the name of the calendar in whose hours works are asked for' }),
    visit: distribution.meta({ description: 'days from the request to the visit' }),
    clocks: z
      .boolean()
      .meta({ description: 'true or false: whether clocks of NHH advanced meters are put to UTC by the EFD' }),
  })
  .meta({ description: 'work on meters; there is none where it is left out' });
