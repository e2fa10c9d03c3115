import type { Act } from '../act.ts';
import { COA, kindOf, MCS } from '../appointment/kinds.ts';
import { receiveIF036 as receiveOnChangeOfAgent } from '../appointment/reads.ts';
import { receiveIF036 as receiveAtDataService } from '../forward-cos/data-service.ts';
import { receiveIF036 as receiveOnSwitch } from '../forward-cos/new-supplier.ts';
import { ROUTE } from '../routes.ts';
import type { Stage } from '../stage.ts';
import { LINK } from './catalogue.ts';

/** What the IF-036 of a secondary MSID sets off: the same as that of the MSID on which the agents were asked for. */
export const confirmed: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'related IF-036 at supplier',
    of: [LINK.if036Supplier],
    handler: receiveAtSupplier,
    leadsTo: ['final read', 'forward switch read'],
  },
  {
    kind: 'receipt',
    name: 'related IF-036 at DS',
    of: [LINK.if036Ds],
    handler: c => {
      if (kindOf(c) === MCS) receiveAtDataService(c);
    },
    leadsTo: ['midnight reads'],
  },
];

/** Where agents come with a change of the association there is no former collector to settle with. */
function receiveAtSupplier(c: Act): void {
  if (c.route === ROUTE.linked) return;
  const kind = kindOf(c);
  if (kind === COA) receiveOnChangeOfAgent(c);
  else if (kind === MCS) receiveOnSwitch(c);
}
