import type { Act } from '../act.ts';
import { HERE } from '../legacy-cos/catalogue.ts';
import { endRelated } from '../links/related.ts';
import { isWithSwitch, MS } from '../services.ts';
import type { Stage } from '../stage.ts';
import { SWITCH } from '../switching/catalogue.ts';
import { everyKind, kindOf, losingSupplier, outgoing, outgoingCollector, outgoingMetering, stepOf } from './kinds.ts';
import { oweD0151 } from './owe-d0151.ts';

/** The supplier whose legacy agents go out ends their appointments (BSCP708 §3.1.10, §3.2.6). */
export const legacyEnd: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'acceptance at old supplier',
    of: [SWITCH.agentsAccepted],
    handler: endLegacy,
    leadsTo: ['D0151', 'related D0151'],
  },
  {
    kind: 'work',
    name: 'D0151',
    space: 'Supplier',
    capacity: 'd0151',
    step: stepOf('endLegacy'),
    whose: losingSupplier,
    act: 'D0151 sent',
  },
  {
    kind: 'moment',
    name: 'D0151 sent',
    handler: endLegacyAppointment,
    sends: everyKind('d0151Moa', 'd0151Umso', 'd0151Dc', 'd0151Ma'),
  },
];

/** An agent has accepted: the appointment of the one that it replaces is to be ended, for each related MSID. */
export function endLegacy(c: Act): void {
  oweD0151(c);
  endRelated(c);
}

/** 3.1.10: D0151, reason CA (with a switch LC), to the outgoing agent of the service. */
function endLegacyAppointment(c: Act): void {
  const kind = kindOf(c);
  const supplier = losingSupplier(c);
  if (isWithSwitch(c.branch)) {
    const due = c.midnight(c.registered);
    // Where the migration has fallen the appointments end with the legacy arrangements' own procedure.
    if (c.dead || c.fell) {
      c.releaseBy(kind.endLegacy, supplier, due);
      return;
    }
    c.judgeBy(kind.endLegacy, supplier, due);
    c.got(c.service === MS ? HERE.meteringEnded : HERE.collectorEnded);
    c.note('reason LC');
  } else {
    c.judge(kind.endLegacy, supplier);
    c.note('reason CA');
  }
  if (c.service === MS) {
    if (c.isUms) c.send(kind.d0151Umso, supplier, c.points.ms[outgoing(c)]!);
    else c.send(kind.d0151Moa, supplier, outgoingMetering(c));
    return;
  }
  c.send(kind.d0151Dc, supplier, outgoingCollector(c));
  if (c.isUms) c.send(kind.d0151Ma, supplier, outgoingMetering(c));
}
