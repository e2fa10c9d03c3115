import { MHHS } from '../../market/index.ts';
import type { Act } from '../act.ts';
import { CONNECTION } from '../appointment/kinds.ts';
import { askWithSwitch } from '../appointment/with-switch.ts';
import { lookForAppointments } from '../missing/smra.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';
import { CONNECT, CONNECT_STEP } from './catalogue.ts';

/** The first registration of a new metering point, which is born under MHHS (REC engagement day, February 2025). */
export const newConnection: readonly Stage[] = [
  { kind: 'moment', name: 'connection', handler: register, sends: [CONNECT.pending] },
  {
    kind: 'receipt',
    name: 'connection at SMRA',
    of: [CONNECT.pending],
    handler: receivePending,
    leadsTo: ['SMRA registration'],
  },
  { kind: 'moment', name: 'connection details sent', handler: tell, sends: [CONNECT.if002] },
  {
    kind: 'receipt',
    name: 'connection IF-002 at supplier',
    of: [CONNECT.if002],
    handler: ask,
    sends: [CONNECTION.if031],
    leadsTo: ['gate closure'],
  },
  { kind: 'moment', name: 'connected', handler: connect, leadsTo: ['appointments missing'] },
];

/** The supplier has registered the point in the CSS, which tells the SMRA. */
function register(c: Act): void {
  c.reach(NODE.connected, c.midnight(c.registered));
  if (c.traced) c.note(`EFD ${c.dateText(c.registered)}`);
  c.send(CONNECT.pending, 0, c.smra);
}

function receivePending(c: Act): void {
  c.owe(CONNECT_STEP.tell, c.debtor(CONNECT_STEP.tell, 'SMRA', c.smra));
  c.work(NODE['SMRA registration'], c.smra);
}

/** new-connection.1: the site information, IF-002. */
function tell(c: Act): void {
  c.judge(CONNECT_STEP.tell, c.debtor(CONNECT_STEP.tell, 'SMRA', c.smra));
  c.send(CONNECT.if002, c.smra, c.supplier);
}

/** new-connection.2: the supplier's systems ask for both services at once. */
function ask(c: Act): void {
  c.owe(CONNECT_STEP.ask, c.supplier);
  c.judge(CONNECT_STEP.ask, c.supplier);
  askWithSwitch(c);
}

/** The EFD, 00:00: the point is there, whether or not its agents are. */
function connect(c: Act): void {
  const { points, id, ledger, today } = c;
  c.standing.setState(id, MHHS);
  points.succeed(id);
  ledger.arise(c.now, c.segment, c.supplier, c.smra, MHHS);
  c.outside.begin(id, today);
  lookForAppointments(c);
}
