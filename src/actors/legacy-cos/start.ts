import type { Act } from '../act.ts';
import { NODE } from '../nodes.ts';
import { ROUTE } from '../routes.ts';
import type { Stage } from '../stage.ts';
import { HERE, LCS, LCS_STEP, THREAD } from './catalogue.ts';
import { confirmedAndOnItsWay } from './old-supplier.ts';

/** How a switch comes to go by the legacy arrangements: from the beginning, or after it was to migrate and did not. */
export const start: readonly Stage[] = [
  {
    kind: 'moment',
    name: 'legacy details sent',
    handler: sendDetails,
    sends: [LCS.d0217, LCS.d0260],
    leadsTo: ['legacy D0151'],
  },
  {
    kind: 'receipt',
    name: 'legacy details at supplier',
    of: [LCS.d0260],
    handler: receiveDetails,
    leadsTo: ['legacy switch'],
  },
  {
    kind: 'moment',
    name: 'legacy way',
    handler: turnLegacy,
    leadsTo: ['legacy switch', 'legacy D0151', 'legacy EFD'],
  },
];

/**
 * A switch that was to migrate the MSID goes by the legacy arrangements instead: the new supplier, which knows of its
 * registration by now, appoints legacy agents (BSCP708 §3.2.2). Whoever calls it leads to 'legacy way'.
 */
export function goLegacyWay(c: Act): void {
  c.reach(NODE['legacy way'], c.now);
}

/** cos-legacy.1: the SMRA tells the new supplier of the registration. */
function sendDetails(c: Act): void {
  if (!c.fulfil(LCS_STEP.details, c.smra)) return;
  c.branch = THREAD.metering;
  c.sendBoth(LCS.d0217, LCS.d0260, c.smra, c.supplier);
  confirmedAndOnItsWay(c, HERE.way);
}

function receiveDetails(c: Act): void {
  if (!c.dead) appoint(c);
}

function turnLegacy(c: Act): void {
  if (c.dead) return;
  c.branch = THREAD.metering;
  c.points.setRoute(c.id, ROUTE.legacy);
  if (c.registered <= c.today) c.reach(NODE['legacy EFD'], c.now);
  confirmedAndOnItsWay(c, HERE.way);
  appoint(c);
}

/** cos-legacy.2 begins: the new supplier is to appoint its agents. */
function appoint(c: Act): void {
  c.owe(LCS_STEP.appoint, c.supplier);
  c.work(NODE['legacy switch'], c.supplier);
}
