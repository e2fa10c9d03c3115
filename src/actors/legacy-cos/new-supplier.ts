import type { Act } from '../act.ts';
import { JOIN } from '../joins.ts';
import { NODE } from '../nodes.ts';
import { switchReadCame } from '../read-exceptions/switch-read.ts';
import type { Stage } from '../stage.ts';
import { HERE, LCS, LCS_STEP, THREAD } from './catalogue.ts';

/** The part of the new supplier in a change of supplier under the legacy arrangements. */
export const newSupplier: readonly Stage[] = [
  {
    kind: 'work',
    name: 'legacy switch',
    space: 'Supplier',
    capacity: 'switch',
    step: LCS_STEP.appoint,
    act: 'legacy agents appointed',
  },
  {
    kind: 'moment',
    name: 'legacy agents appointed',
    handler: appointAgents,
    sends: [LCS.d0155Moa, LCS.d0155Dc, LCS.d0155Ma, LCS.d0153Da],
  },
  {
    kind: 'receipt',
    name: 'D0011 at legacy supplier',
    of: [LCS.d0011Moa, LCS.d0011Dc, LCS.d0011Ma, LCS.d0011Da],
    handler: receiveD0011,
    leadsTo: ['legacy D0205'],
  },
  {
    kind: 'work',
    name: 'legacy D0205',
    space: 'Supplier',
    capacity: 'd0205',
    step: LCS_STEP.register,
    act: 'legacy D0205 sent',
  },
  {
    kind: 'moment',
    name: 'legacy D0205 sent',
    handler: registerAgents,
    sends: [LCS.d0205, LCS.d0148Moa, LCS.d0148Dc],
  },
  {
    kind: 'work',
    name: 'legacy switch read',
    space: 'Supplier',
    capacity: 'switch-read',
    step: LCS_STEP.switchRead,
    act: 'legacy switch read sent',
  },
  { kind: 'moment', name: 'legacy switch read sent', handler: sendSwitchRead, sends: [LCS.d0010] },
];

/** cos-legacy.2: D0155 to the metering agent and the data collector, D0153 to the data aggregator. */
function appointAgents(c: Act): void {
  if (!c.fulfil(LCS_STEP.appoint, c.supplier)) return;
  c.branch = THREAD.metering;
  c.send(c.isUms ? LCS.d0155Ma : LCS.d0155Moa, c.supplier, c.metering);
  c.branch = THREAD.collector;
  c.send(LCS.d0155Dc, c.supplier, c.collector);
  c.branch = THREAD.aggregator;
  c.send(LCS.d0153Da, c.supplier, c.da);
}

/** By thread: whose D0011 it is. */
const AGENT_HERE = [HERE.moa, HERE.dc, HERE.da];

/** The last of the D0011s sets off cos-legacy.4 and .5. */
function receiveD0011(c: Act): void {
  if (c.dead) return;
  const last = c.lastOf(JOIN.legacyAgents);
  if ((c.got(AGENT_HERE[c.branch]!) & HERE.agents) !== HERE.agents) return;
  c.now = last;
  c.branch = THREAD.metering;
  c.owe(LCS_STEP.tellAgents, c.supplier);
  c.owe(LCS_STEP.register, c.supplier);
  c.work(NODE['legacy D0205'], c.supplier);
}

/** cos-legacy.4 and .5: D0205 to the register, D0148 to the agents who are to ask for the details. */
function registerAgents(c: Act): void {
  if (c.fulfil(LCS_STEP.register, c.supplier)) c.send(LCS.d0205, c.supplier, c.smra);
  if (!c.fulfil(LCS_STEP.tellAgents, c.supplier)) return;
  if (!c.isUms) c.send(LCS.d0148Moa, c.supplier, c.metering);
  c.branch = THREAD.collector;
  c.send(LCS.d0148Dc, c.supplier, c.collector);
}

/** cos-legacy.11: the switch read, which the customer gives or the meter. */
function sendSwitchRead(c: Act): void {
  c.judge(LCS_STEP.switchRead, c.supplier);
  switchReadCame(c);
  c.note('initial');
  c.send(LCS.d0010, c.supplier, c.collector);
}
