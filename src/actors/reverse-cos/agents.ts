import type { Space } from '../../market/index.ts';
import type { Act } from '../act.ts';
import type { NodeName } from '../nodes.ts';
import type { Stage } from '../stage.ts';
import { REVERSE_COS, REVERSE_STEP } from './catalogue.ts';
import { takeOn } from './progress.ts';

/** An incoming legacy agent that is to accept its appointment. */
interface Appointee {
  readonly space: Space;
  /** Its number among those of its space. */
  readonly who: (c: Act) => number;
  readonly appointment: number;
  readonly answer: number;
  readonly nodes: readonly [receipt: NodeName, work: NodeName, act: NodeName];
}

/** 3.3.3: the incoming legacy agents take up D0155 or D0153 and answer with a D0011, all in the same way. */
export const agents: readonly Stage[] = [
  ...accepting({
    space: 'MOA',
    who: c => c.metering,
    appointment: REVERSE_COS.d0155Moa,
    answer: REVERSE_COS.d0011Moa,
    nodes: ['D0155 at reverse MOA', 'reverse MOA appointment', 'reverse MOA answer'],
  }),
  ...accepting({
    space: 'MA',
    who: c => c.metering,
    appointment: REVERSE_COS.d0155Ma,
    answer: REVERSE_COS.d0011Ma,
    nodes: ['D0155 at reverse MA', 'reverse MA appointment', 'reverse MA answer'],
  }),
  ...accepting({
    space: 'DC',
    who: c => c.collector,
    appointment: REVERSE_COS.d0155Dc,
    answer: REVERSE_COS.d0011Dc,
    nodes: ['D0155 at reverse DC', 'reverse DC appointment', 'reverse DC answer'],
  }),
  ...accepting({
    space: 'DA',
    who: c => c.da,
    appointment: REVERSE_COS.d0153,
    answer: REVERSE_COS.d0011Da,
    nodes: ['D0153 at reverse DA', 'reverse DA appointment', 'reverse DA answer'],
  }),
];

function accepting({ space, who, appointment, answer, nodes }: Appointee): Stage[] {
  const step = REVERSE_STEP.accept;
  const [receipt, work, act] = nodes;
  const debtor = (c: Act) => c.debtor(step, space, who(c));
  return [
    {
      kind: 'receipt',
      name: receipt,
      of: [appointment],
      handler: c => takeOn(c, step, debtor(c), work, who(c)),
      leadsTo: [work],
    },
    { kind: 'work', name: work, space, capacity: 'appointment', step, act },
    {
      kind: 'moment',
      name: act,
      handler: c => {
        if (c.fulfil(step, debtor(c))) c.send(answer, who(c), c.supplier);
      },
      sends: [answer],
    },
  ];
}
