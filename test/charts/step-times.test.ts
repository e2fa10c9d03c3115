import { expect, test } from 'vitest';
import { stepLabel } from '../../src/charts/breaches-by-step.ts';
import { byStepNumber } from '../../src/charts/step-times.ts';

test('steps are in the order of their numbers: 3.1.9 before 3.1.10', () => {
  const steps = ['gate-closure.1', '3.1.17', '3.1.9', '3.2.1', '3.1.10', '3.1.2'];
  expect(steps.sort(byStepNumber)).toEqual(['3.1.2', '3.1.9', '3.1.10', '3.1.17', '3.2.1', 'gate-closure.1']);
});

test('a label on an axis leaves room for the bars: a long title is cut, a long deadline is left out', () => {
  const title = 'Ask the outgoing agents for metering system details, action code 24';
  expect(stepLabel({ step: '3.1.4', title: 'Publish the answer', due: '60 min' })).toBe(
    '3.1.4 Publish the answer (60 min)',
  );
  expect(stepLabel({ step: '3.1.5', title, due: 'by the first overnight batch after the acceptance' })).toBe(
    '3.1.5 Ask the outgoing agents for metering system det…',
  );
  expect(stepLabel({ step: '3.1.6', title, due: '5 WD' })).toBe(
    '3.1.6 Ask the outgoing agents for metering sys… (5 WD)',
  );
});
