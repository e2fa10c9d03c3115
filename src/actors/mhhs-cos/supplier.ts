import { MHHS } from '../../market/index.ts';
import type { Act } from '../act.ts';
import { MHHS_SWITCH } from '../appointment/kinds.ts';
import { askWithSwitch } from '../appointment/with-switch.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';
import { MHHS_COS } from './catalogue.ts';

/** The new supplier's part in a change of supplier under MHHS: it asks for its agents. */
export const supplier: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'IF-002 at MHHS supplier',
    of: [MHHS_COS.if002],
    handler: receiveIF002,
    leadsTo: ['MHHS switch'],
  },
  {
    kind: 'work',
    name: 'MHHS switch',
    space: 'Supplier',
    capacity: 'switch',
    step: MHHS_SWITCH.request,
    act: 'MHHS agents asked for',
  },
  {
    kind: 'moment',
    name: 'MHHS agents asked for',
    handler: ask,
    sends: [MHHS_SWITCH.if031],
    leadsTo: ['gate closure'],
  },
];

/** Agents are asked for on the primary of related MSIDs only. */
function receiveIF002(c: Act): void {
  if (c.isSecondary) return;
  c.owe(MHHS_SWITCH.request, c.supplier);
  c.work(NODE['MHHS switch'], c.supplier);
}

/** mhhs-cos.2: IF-031 for both services, from the EFD of the switch on, also where that is past. */
function ask(c: Act): void {
  // What was to be migrated by then, and was not, is legacy: its agents are asked for by its plan.
  if (c.today >= c.registered && c.standing.state(c.id) !== MHHS) c.release(MHHS_SWITCH.request, c.supplier);
  else if (c.fulfil(MHHS_SWITCH.request, c.supplier)) askWithSwitch(c);
}
