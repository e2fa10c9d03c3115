import { METER_TYPES, messages, type Procedure } from './catalogue.ts';

const SOURCE = 'REC engagement day, February 2025';
const WITHIN_THE_HOUR = `${SOURCE}: 60 min for DIP messages`;

/** The first registration of a new metering point, which is born under MHHS. */
export const newConnection: Procedure = {
  name: 'new-connection',
  title: 'Initial registration of a new metering point under MHHS',
  scenario: 'NC',
  source: SOURCE,
  steps: [
    {
      ref: 'new-connection.1',
      title: 'Tell of the pending registration; give the supplier the site information',
      on: 'the supplier registers the new metering point in CSS',
      messages: [...messages('CSS', 'SMRA', 'CSS registration pending'), ...messages('SMRA', 'Supplier', 'IF-002')],
      due: { within: '2 WD', of: 'the notice from CSS', assumed: true },
      appliesTo: METER_TYPES,
      source: `${SOURCE} (22.6.1); 2 WD as BSCP708 §3.2.1`,
    },
    {
      ref: 'new-connection.2',
      title: 'Ask for the agents to be appointed',
      on: 'IF-002',
      messages: messages('Supplier', 'SMRA', 'IF-031'),
      due: { within: '60 min', of: 'IF-002', assumed: false },
      appliesTo: METER_TYPES,
      source: `${SOURCE} (22.6.1)`,
      note: 'once for each service, with the EFD of the registration',
    },
    {
      ref: 'new-connection.3',
      title: 'Validate the request; if valid, pass it to the incoming agent',
      on: 'IF-031',
      messages: [
        ...messages('SMRA', 'Supplier', 'IF-032'),
        ...messages('SMRA', ['incoming MS', 'incoming DS'], 'IF-033'),
      ],
      due: { within: '60 min', of: 'IF-031', assumed: false },
      appliesTo: METER_TYPES,
      source: WITHIN_THE_HOUR,
      note: 'as 3.1.2',
    },
    {
      ref: 'new-connection.4',
      title: 'Accept or reject the appointment',
      on: 'IF-033',
      messages: [...messages('incoming MS', 'SMRA', 'IF-034'), ...messages('incoming DS', 'SMRA', 'IF-034')],
      due: { within: '60 min', of: 'IF-033', assumed: false },
      appliesTo: METER_TYPES,
      source: WITHIN_THE_HOUR,
      note: 'as 3.1.3',
    },
    {
      ref: 'new-connection.5',
      title: 'Publish the answer',
      on: 'IF-034',
      messages: messages('SMRA', ['incoming MS', 'incoming DS', 'Supplier'], 'IF-035'),
      due: { within: '60 min', of: 'IF-034', assumed: false },
      appliesTo: METER_TYPES,
      source: WITHIN_THE_HOUR,
      note: 'as 3.1.4',
    },
    {
      ref: 'new-connection.6',
      title: 'Confirm the appointment as effective',
      on: 'the EFD of the registration, 00:00 local',
      messages: messages('SMRA', ['Supplier', 'incoming MS', 'incoming DS', 'LDSO', 'EES'], 'IF-036'),
      due: { within: { moment: 'the EFD, 00:00 local' }, of: 'the EFD', assumed: false },
      appliesTo: METER_TYPES,
      source: `${SOURCE}: confirmation of appointments`,
      note: 'as 3.1.11',
    },
  ],
};
