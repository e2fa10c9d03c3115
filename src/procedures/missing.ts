import { METER_TYPES, messages, type Procedure } from './catalogue.ts';
import { METERED } from './type-groups.ts';

/** What is done where appointments or meter technical details fail to come. */
export const missing: Procedure = {
  name: 'missing',
  title: 'Missing appointments and missing meter technical details',
  scenario: 'MISS',
  source: 'REC engagement day, February 2025',
  steps: [
    {
      ref: 'missing-appointment.1',
      title: 'Point out the missing appointments',
      on: 'the EFD of the registration, and every 7 days until they are made',
      messages: messages('SMRA', 'Supplier', 'IF-045'),
      due: null,
      appliesTo: METER_TYPES,
      source: 'REC engagement day, February 2025: supplier agent appointment',
      note: 'they may then be made for a past date, back to the EFD of the registration',
    },
    {
      ref: 'missing-appointment.2',
      title: 'Point out the wrong market segment',
      on: 'agents of another segment than the meter is of',
      messages: messages('SMRA', ['Supplier', 'LDSO'], 'IF-045'),
      due: null,
      appliesTo: METER_TYPES,
      source: 'REC engagement day, February 2025: readiness checklist',
    },
    {
      ref: 'missing-mtds.1',
      title: 'Chase the meter technical details',
      on: 'meter technical details that are overdue',
      messages: [
        ...messages('incoming MS', ['outgoing MOA', 'outgoing MS'], 'D0170'),
        ...messages('incoming MOA', 'outgoing MOA', 'D0170'),
      ],
      due: null,
      appliesTo: METERED,
      source: 'REC engagement day, February 2025: supplier agent appointment',
      note: 'the gaining MOA or metering service asks the losing one',
    },
  ],
};
