import { z } from 'zod';
import { byMeter, distribution, share, weight } from '../fields.ts';

/** New metering points. */
export const connections = z
  .strictObject({
    rate: share.meta({ description: 'new metering points a year per NHH point, 0 to 1' }),
    meters: byMeter(weight).meta({ description: 'weights of smart, traditional and advanced meters' }),
    hours: z.string().meta({ description: 'the name of the calendar in whose hours points are registered' }),
    notice: distribution.meta({ description: 'days from the registration to its EFD, 1 to 28' }),
  })
  .meta({ description: 'new metering points; there are none where it is left out' });
