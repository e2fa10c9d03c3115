import type { Act } from '../act.ts';
import type { Stage } from '../stage.ts';
import { REVERSE_COS, REVERSE_STEP } from './catalogue.ts';
import { GOT, takeOn } from './progress.ts';

/** The part of the outgoing metering service (MSS, MSA or UMSO) in reverse migration (BSCP708 §3.3). */
export const meteringService: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'IF-003 at outgoing MS',
    of: [REVERSE_COS.if003Ms],
    handler: receiveIF003,
    leadsTo: ['reverse inventory', 'reverse MTDs'],
  },
  {
    kind: 'work',
    name: 'reverse inventory',
    space: 'MS',
    capacity: 'outgoing-inventory',
    step: REVERSE_STEP.inventory,
    whose: c => c.oldMs,
    act: 'reverse inventory sent',
  },
  { kind: 'moment', name: 'reverse inventory sent', handler: sendInventory, sends: [REVERSE_COS.d0388] },
  {
    kind: 'work',
    name: 'reverse MTDs',
    space: 'MS',
    capacity: 'outgoing-mtd',
    step: REVERSE_STEP.mtds,
    whose: c => c.oldMs,
    act: 'reverse MTDs sent',
  },
  {
    kind: 'moment',
    name: 'reverse MTDs sent',
    handler: sendMtds,
    sends: [
      REVERSE_COS.d0149Supplier,
      REVERSE_COS.d0150Supplier,
      REVERSE_COS.d0268Supplier,
      REVERSE_COS.d0383Supplier,
      REVERSE_COS.d0384Supplier,
      REVERSE_COS.d0149Moa,
      REVERSE_COS.d0150Moa,
      REVERSE_COS.d0268Moa,
      REVERSE_COS.d0383Moa,
      REVERSE_COS.d0384Moa,
    ],
  },
  {
    kind: 'receipt',
    name: 'reverse introduction at MS',
    of: [REVERSE_COS.introduction],
    handler: receiveIntroduction,
    leadsTo: ['reverse bilateral MTDs'],
  },
  {
    kind: 'work',
    name: 'reverse bilateral MTDs',
    space: 'MS',
    capacity: 'outgoing-mtd',
    step: REVERSE_STEP.bilateral,
    whose: c => c.oldMs,
    act: 'reverse bilateral MTDs sent',
  },
  {
    kind: 'moment',
    name: 'reverse bilateral MTDs sent',
    handler: sendBilaterally,
    sends: [REVERSE_COS.bilateralMoa, REVERSE_COS.bilateralDc],
  },
];

function receiveIF003(c: Act): void {
  if (c.isUms) takeOn(c, REVERSE_STEP.inventory, c.oldMs, 'reverse inventory', c.oldMs);
  else takeOn(c, REVERSE_STEP.mtds, c.oldMs, 'reverse MTDs', c.oldMs);
}

/** 3.3.10: the UMSO hands the inventory to the meter administrator. */
function sendInventory(c: Act): void {
  c.judge(REVERSE_STEP.inventory, c.oldMs);
  c.send(REVERSE_COS.d0388, c.oldMs, c.metering);
}

/** 3.3.11: MTDs to the new supplier and, where the IF-003 has named it, to the incoming MOA. */
function sendMtds(c: Act): void {
  c.judge(REVERSE_STEP.mtds, c.oldMs);
  const named = (c.got(0) & GOT.moaNamed) !== 0;
  const { oldMs, supplier, metering } = c;
  if (c.isAdvanced) {
    c.send(REVERSE_COS.d0268Supplier, oldMs, supplier);
    if (named) c.send(REVERSE_COS.d0268Moa, oldMs, metering);
    if (!c.sendsToo(REVERSE_COS.d0383Supplier)) return;
    c.send(REVERSE_COS.d0383Supplier, oldMs, supplier);
    c.send(REVERSE_COS.d0384Supplier, oldMs, supplier);
    if (!named) return;
    c.send(REVERSE_COS.d0383Moa, oldMs, metering);
    c.send(REVERSE_COS.d0384Moa, oldMs, metering);
    return;
  }
  if (c.isTraditional) {
    c.sendBoth(REVERSE_COS.d0149Supplier, REVERSE_COS.d0150Supplier, oldMs, supplier);
    if (named) c.sendBoth(REVERSE_COS.d0149Moa, REVERSE_COS.d0150Moa, oldMs, metering);
    return;
  }
  c.note('skeleton');
  c.send(REVERSE_COS.d0150Supplier, oldMs, supplier);
  if (named) c.send(REVERSE_COS.d0150Moa, oldMs, metering);
}

function receiveIntroduction(c: Act): void {
  takeOn(c, REVERSE_STEP.bilateral, c.oldMs, 'reverse bilateral MTDs', c.oldMs);
}

/** 3.3.7: MTDs to the incoming MOA and data collector, in a way that the companies agree on. */
function sendBilaterally(c: Act): void {
  if (!c.fulfil(REVERSE_STEP.bilateral, c.oldMs)) return;
  c.send(REVERSE_COS.bilateralMoa, c.oldMs, c.metering);
  c.send(REVERSE_COS.bilateralDc, c.oldMs, c.collector);
}
