import type { Act } from '../act.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';
import { LCS, LCS_STEP, THREAD } from './catalogue.ts';

/** What all incoming agents have in common: they accept their appointment, and ask the outgoing ones for the details. */
export const agents: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'legacy appointment at agent',
    of: [LCS.d0155Moa, LCS.d0155Dc, LCS.d0155Ma, LCS.d0153Da],
    handler: receiveAppointment,
    leadsTo: ['MOA legacy appointment', 'MA legacy appointment', 'DC legacy appointment', 'DA legacy appointment'],
  },
  {
    kind: 'work',
    name: 'MOA legacy appointment',
    space: 'MOA',
    capacity: 'appointment',
    step: LCS_STEP.accept,
    act: 'legacy appointment accepted',
  },
  {
    kind: 'work',
    name: 'MA legacy appointment',
    space: 'MA',
    capacity: 'appointment',
    step: LCS_STEP.accept,
    act: 'legacy appointment accepted',
  },
  {
    kind: 'work',
    name: 'DC legacy appointment',
    space: 'DC',
    capacity: 'appointment',
    step: LCS_STEP.accept,
    act: 'legacy appointment accepted',
  },
  {
    kind: 'work',
    name: 'DA legacy appointment',
    space: 'DA',
    capacity: 'appointment',
    step: LCS_STEP.accept,
    act: 'legacy appointment accepted',
  },
  {
    kind: 'moment',
    name: 'legacy appointment accepted',
    handler: accept,
    sends: [LCS.d0011Moa, LCS.d0011Dc, LCS.d0011Ma, LCS.d0011Da],
  },
  {
    kind: 'receipt',
    name: 'D0148 at legacy agent',
    of: [LCS.d0148Moa, LCS.d0148Dc],
    handler: askForDetails,
    sends: [LCS.d0170Moa, LCS.d0170Dc],
  },
];

/** Who the thread is about: the space and the number of the agent. */
function agentOf(c: Act): { space: 'MOA' | 'MA' | 'DC' | 'DA'; agent: number } {
  if (c.branch === THREAD.collector) return { space: 'DC', agent: c.collector };
  if (c.branch === THREAD.aggregator) return { space: 'DA', agent: c.da };
  return { space: c.isUms ? 'MA' : 'MOA', agent: c.metering };
}

/** D0155 or D0153. */
function receiveAppointment(c: Act): void {
  if (c.dead) return;
  const { space, agent } = agentOf(c);
  c.owe(LCS_STEP.accept, c.debtor(LCS_STEP.accept, space, agent));
  c.work(NODE[`${space} legacy appointment`], agent);
}

/** cos-legacy.3: D0011. */
function accept(c: Act): void {
  const { space, agent } = agentOf(c);
  if (!c.fulfil(LCS_STEP.accept, c.debtor(LCS_STEP.accept, space, agent))) return;
  const d0011 = { MOA: LCS.d0011Moa, MA: LCS.d0011Ma, DC: LCS.d0011Dc, DA: LCS.d0011Da }[space];
  c.send(d0011, agent, c.supplier);
}

/** cos-legacy.7: D0148 tells the agent whom to ask; D0170 goes at once. */
function askForDetails(c: Act): void {
  if (c.dead) return;
  const { space, agent } = agentOf(c);
  const debtor = c.debtor(LCS_STEP.askDetails, space, agent);
  c.owe(LCS_STEP.askDetails, debtor);
  c.judge(LCS_STEP.askDetails, debtor);
  if (space === 'DC') c.send(LCS.d0170Dc, agent, c.oldCollector);
  else c.send(LCS.d0170Moa, agent, c.oldMetering);
}
