import { messages, type Procedure } from './catalogue.ts';
import { SMART } from './type-groups.ts';

const SOURCE = 'REC engagement day, February 2025: choreography of the smart meter data retriever';
const NOTE = 'the source names the messages only; who sends them to whom is assumed';

/** How the CSS comes to know who retrieves a smart meter's data. */
export const dataRetriever: Procedure = {
  name: 'data-retriever',
  title: 'Making the smart meter data retriever known',
  scenario: 'SMDR',
  source: 'REC engagement day, February 2025',
  steps: [
    {
      ref: 'data-retriever.1',
      title: 'Synchronise the appointment that the supplier arranged',
      on: 'IF-031',
      messages: messages('SMRA', 'CSS', 'CSS00200'),
      due: null,
      appliesTo: SMART,
      source: SOURCE,
      note: NOTE,
    },
    {
      ref: 'data-retriever.2',
      title: 'Synchronise the registration of the smart meter',
      on: 'CSS00200',
      messages: messages('CSS', 'SMRA', 'CSS03050'),
      due: null,
      appliesTo: SMART,
      source: SOURCE,
      note: NOTE,
    },
    {
      ref: 'data-retriever.3',
      title: 'Notify the update of the appointment',
      on: 'IF-035',
      messages: messages('SMRA', 'CSS', 'CSS07000'),
      due: null,
      appliesTo: SMART,
      source: SOURCE,
      note: NOTE,
    },
  ],
};
