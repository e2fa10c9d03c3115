import { z } from 'zod';
import { whole } from '../fields.ts';

/** Who reminds whom of what is overdue, and how often. */
export const chasing = z
  .strictObject({
    mtds: whole(1, 20, 'Working Days between two D0170s for overdue technical details'),
    appointments: whole(1, 60, 'days between two IF-045s for missing appointments'),
  })
  .meta({ description: 'reminders of what is overdue; there are none where it is left out' });
