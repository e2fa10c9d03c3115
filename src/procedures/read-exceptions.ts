import { messages, type Procedure } from './catalogue.ts';
import { METERED } from './type-groups.ts';

const EXCEPTIONS = 'REC engagement day, February 2025: supplier exception processes';

/** Switches without a switch read, or with one on which the suppliers do not agree. */
export const readExceptions: Procedure = {
  name: 'read-exceptions',
  title: 'Missing and disputed switch reads',
  scenario: 'RX',
  source: 'REC engagement day, February 2025; MHHSP-BPM-003',
  steps: [
    {
      ref: 'read-exception.1',
      title: 'Notice that there is no switch read',
      on: '15 WD after the EFD, 10 WD where enrolled in the DCC (legacy, reverse); 10 WD (forward, MHHS)',
      messages: [],
      act: { by: 'new Supplier', what: 'takes up the missing switch read' },
      due: null,
      appliesTo: METERED,
      source: EXCEPTIONS,
      note: 'in legacy and reverse switches NHH only, in forward and MHHS ones all meters',
    },
    {
      ref: 'read-exception.2',
      title: 'Propose the read that the suppliers agree on',
      on: 'read-exception.1',
      messages: messages('new Supplier', 'old Supplier', 'D0010'),
      due: null,
      appliesTo: METERED,
      source: EXCEPTIONS,
      note: 'reading type supplier agreed switch read',
    },
    {
      ref: 'read-exception.3',
      title: 'Give the agreed read to the agents',
      on: 'read-exception.2',
      messages: [
        ...messages('old Supplier', ['outgoing DC', 'outgoing DS'], 'D0010'),
        ...messages('new Supplier', ['incoming DC', 'incoming DS'], 'D0010'),
      ],
      due: null,
      appliesTo: METERED,
      source: EXCEPTIONS,
      note: 'the source tells the data service; that the data collector of a legacy point is told likewise is assumed',
    },
    {
      ref: 'disputed-read.1',
      title: 'Dispute the switch read',
      on: 'a switch read that the new supplier does not accept',
      messages: messages('new Supplier', 'old Supplier', 'D0300'),
      due: null,
      appliesTo: METERED,
      source: 'MHHSP-BPM-003: where the readings do not align',
      note: 'that the new supplier disputes and the old one answers is assumed',
    },
    {
      ref: 'disputed-read.2',
      title: 'Settle the dispute',
      on: 'disputed-read.1',
      messages: messages('old Supplier', 'new Supplier', 'D0300'),
      due: { within: '5 WD', of: 'disputed-read.1', assumed: true },
      appliesTo: METERED,
      source: 'MHHSP-BPM-003: where the readings do not align',
    },
  ],
};
