import { METER_TYPES, messages, type Procedure } from './catalogue.ts';
import { ADVANCED, METERED } from './type-groups.ts';

const RELATED = 'REC engagement day, February 2025: related metering point associations';
const PAIRS = 'REC engagement day, February 2025: import and export associations';

/** Metering points that are linked: primary and secondary related ones, import and export. */
export const links: Procedure = {
  name: 'links',
  title: 'Related metering points, and pairs of import and export',
  scenario: 'LINK',
  source: 'BSCP708 v0.2 §4.1; REC engagement day, February 2025',
  steps: [
    {
      ref: 'related.1',
      title: 'Confirm the appointment as effective for the secondary MSIDs too',
      on: 'the EFD, 00:00 local, of an appointment asked for on the primary MSID',
      messages: messages('SMRA', ['Supplier', 'incoming MS', 'incoming DS', 'LDSO', 'EES'], 'IF-036'),
      due: { within: { moment: 'the EFD, 00:00 local' }, of: 'the EFD', assumed: false },
      appliesTo: METER_TYPES,
      source: 'BSCP708 §4.1.1',
      note: 'one request appoints primary and secondaries; the steps of the outgoing agents run for each MSID (assumed)',
    },
    {
      ref: 'related.2',
      title: 'Make or change the association of related MSIDs',
      on: 'the LDSO relates metering points, or changes how they are related',
      messages: [...messages('LDSO', 'SMRA', 'IF-019'), ...messages('SMRA', ['Supplier', 'MS', 'DS'], 'IF-020')],
      due: { within: '60 min', of: 'IF-019', assumed: false },
      appliesTo: METER_TYPES,
      source: `${RELATED}; 60 min for DIP messages`,
      note: 'a secondary MSID leaves its set, or one more is taken in and has its agents (which of the two messages goes which way is assumed)',
    },
    {
      ref: 'related.3',
      title: 'Tell of the pending registration of the secondary MSID',
      on: 'switch.1 for the primary MSID',
      messages: messages('CSS', 'SMRA', 'CSS registration pending'),
      due: null,
      appliesTo: METER_TYPES,
      source: `BSCP708 §4.1.1; ${RELATED}`,
      note: 'reverse migration is complete when all MSIDs are secured active',
    },
    {
      ref: 'pairs.1',
      title: 'Find linked import and export MSIDs that have both migrated',
      on: 'every day',
      messages: [],
      act: { by: 'SMRA', what: 'compares the agents of the pair' },
      due: null,
      appliesTo: METERED,
      source: 'BSCP708 §4.1.2',
      note: 'migrated: its MOA or its data service is confirmed by IF-036; at 00:00, and what is asked for is answered first (assumed)',
    },
    {
      ref: 'pairs.2',
      title: "Give the export MSID the import's metering service (advanced: data service too)",
      on: 'pairs.1, where the agents differ',
      messages: [
        ...messages(
          'SMRA',
          ['import Supplier', 'export Supplier', 'incoming MS', 'outgoing MS', 'LDSO', 'EES'],
          'IF-036',
        ),
        ...messages('SMRA', ['incoming DS', 'outgoing DS'], 'IF-036', { only: ADVANCED }),
      ],
      due: { within: '60 min', of: 'pairs.1', assumed: true },
      appliesTo: METERED,
      source: `BSCP708 §4.1.2; both suppliers: ${PAIRS}`,
      note: 'ends the appointments of the agents that are replaced; from then on a MOA is asked for on the import MSID only',
    },
    {
      ref: 'pairs.3',
      title: 'Make or change the association of import and export',
      on: 'the LDSO links metering points, or changes how they are linked',
      messages: [
        ...messages('LDSO', 'SMRA', 'IF-019'),
        ...messages('SMRA', ['import Supplier', 'export Supplier', 'MS', 'DS'], 'IF-020'),
      ],
      due: { within: '60 min', of: 'IF-019', assumed: false },
      appliesTo: METERED,
      source: `${PAIRS}; 60 min for DIP messages`,
      note: 'as related.2',
    },
  ],
};
