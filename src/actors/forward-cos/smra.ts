import type { Act } from '../act.ts';
import { goLegacyWay } from '../legacy-cos/start.ts';
import { decided } from '../links/related.ts';
import { NODE } from '../nodes.ts';
import { DS, MS } from '../services.ts';
import type { Stage } from '../stage.ts';
import { DETAILS, DETAILS_STEP } from './catalogue.ts';

/** The SMRA tells the new supplier what it has taken on (BSCP708 §3.2.1), and lets go of a migration that has fallen. */
export const smra: readonly Stage[] = [
  {
    kind: 'moment',
    name: 'forward details sent',
    handler: tell,
    sends: [DETAILS.if002],
    leadsTo: ['forward details batch'],
  },
  { kind: 'moment', name: 'forward details batch', handler: confirm, sends: [DETAILS.d0217, DETAILS.d0260] },
  { kind: 'moment', name: 'migration fell', handler: startAfresh, leadsTo: ['legacy way'] },
];

/** 3.2.1: IF-002; D0217 and D0260 follow with the next overnight batch. */
function tell(c: Act): void {
  if (!c.fulfil(DETAILS_STEP.tell, c.smra)) return;
  c.send(DETAILS.if002, c.smra, c.supplier);
  c.owe(DETAILS_STEP.confirm, c.smra);
  c.reach(NODE['forward details batch'], c.nextBatch());
}

function confirm(c: Act): void {
  if (!c.fulfil(DETAILS_STEP.confirm, c.smra)) return;
  c.sendBoth(DETAILS.d0217, DETAILS.d0260, c.smra, c.supplier);
}

/**
 * The EFD, 00:00, of a switch whose appointments fell at gate closure: the switch goes the legacy way, and as far as
 * its services go the registration has never asked for any.
 */
function startAfresh(c: Act): void {
  const { standing, requests } = c;
  for (let service = MS; service <= DS; service++) {
    const key = 2 * c.id + service;
    standing.setStatus(key, 0);
    standing.setSent(key, 0);
    standing.setCounting(key, 0);
    requests.drop(key);
    requests.forget(key);
  }
  if (c.isSecondary) decided(c);
  else goLegacyWay(c);
}
