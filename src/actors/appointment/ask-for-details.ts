import type { Act } from '../act.ts';
import { isWithSwitch, MS } from '../services.ts';
import { kindOf, outgoingCollector, outgoingMetering } from './kinds.ts';

/** 3.1.5: D0170, action code 24 (with a switch 25), to the outgoing agent of the service. */
export function askForDetails(c: Act): void {
  const kind = kindOf(c);
  c.judgeBy(kind.askDetails, c.smra, c.now);
  c.note(isWithSwitch(c.branch) ? 'action code 25' : 'action code 24');
  // The MTDs of smart meters come with the IF-036: their MOA has nothing to send.
  if (c.service === MS && c.isSmart) c.tell(kind.d0170Moa, c.smra, outgoingMetering(c));
  else if (c.service === MS) c.send(kind.d0170Moa, c.smra, outgoingMetering(c));
  else c.send(kind.d0170Dc, c.smra, outgoingCollector(c));
}
