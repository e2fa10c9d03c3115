import type { Act } from '../act.ts';
import { NODE } from '../nodes.ts';
import { switchReadCame } from '../read-exceptions/switch-read.ts';
import { isWithSwitch } from '../services.ts';
import type { Stage } from '../stage.ts';
import { awaitRead, oweOwnRead, readsItself } from './collector-reads.ts';
import { everyKind, kindOf, losingSupplier, outgoingCollector } from './kinds.ts';

/** The outgoing data collector (NHHDC or HHDC) is asked for what it has of a point (BSCP708 §3.1.7–8, §3.2.8–10). */
export const dataCollector: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'D0170 at DC',
    of: everyKind('d0170Dc'),
    handler: receiveD0170,
    leadsTo: ['HH data due', 'D0170 at DC in turn', 'DC read'],
  },
  { kind: 'moment', name: 'D0170 at DC in turn', handler: awaitRead, apart: true, leadsTo: ['DC read'] },
  { kind: 'moment', name: 'HH data due', handler: dueHhData, leadsTo: ['HH data', 'DC read'] },
  {
    kind: 'work',
    name: 'HH data',
    space: 'DC',
    capacity: 'data',
    step: hhStep,
    whose: outgoingCollector,
    act: 'HH data sent',
  },
  {
    kind: 'moment',
    name: 'HH data sent',
    handler: sendHhData,
    sends: everyKind(
      'd0036Ds',
      'd0036Supplier',
      'd0036Ldso',
      'd0275Ds',
      'd0275Supplier',
      'd0275Ldso',
      'd0010Hh',
      'd0380',
    ),
  },
];

function receiveD0170(c: Act): void {
  if (c.dead || c.fell) return;
  if (!c.isNhh || (isWithSwitch(c.branch) && readsItself(c))) {
    // Data up to the effective-to date cannot be sent before it.
    const efd = c.midnight(c.efd);
    c.reach(NODE['HH data due'], Math.max(c.now, efd));
    return;
  }
  // Where there were several requests a D0170 may overtake that of an earlier one: they are taken in order of time.
  if (c.askedAgain) c.reach(NODE['D0170 at DC in turn'], c.now);
  else awaitRead(c);
}

/** The clock of 3.1.7 and 3.1.8 starts. */
function dueHhData(c: Act): void {
  if (c.dead || c.ended) return;
  if (c.isNhh) {
    oweOwnRead(c);
    return;
  }
  c.owe(hhStep(c), outgoingCollector(c));
  c.work(NODE['HH data'], outgoingCollector(c));
}

/** One job for either: of smart meters the reads, of the rest the profile data. */
function hhStep(c: Act): number {
  const kind = kindOf(c);
  return c.isHhSmart ? kind.hhReads : kind.hhData;
}

/** 3.1.7: profile data to the data service, the supplier and the LDSO; 3.1.8: reads to the supplier. */
function sendHhData(c: Act): void {
  const kind = kindOf(c);
  const dc = outgoingCollector(c);
  const supplier = losingSupplier(c);
  c.judge(hhStep(c), dc);
  if (isWithSwitch(c.branch)) switchReadCame(c);
  if (c.isHhSmart) {
    c.send(kind.d0010Hh, dc, supplier);
    if (c.sendsToo(kind.d0380)) c.send(kind.d0380, dc, supplier);
    return;
  }
  c.send(kind.d0036Ds, dc, c.ds);
  c.send(kind.d0036Supplier, dc, supplier);
  c.send(kind.d0036Ldso, dc, c.ldso);
  if (!c.sendsToo(kind.d0275Ds)) return;
  c.send(kind.d0275Ds, dc, c.ds);
  c.send(kind.d0275Supplier, dc, supplier);
  c.send(kind.d0275Ldso, dc, c.ldso);
}
