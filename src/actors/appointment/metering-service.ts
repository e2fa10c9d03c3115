import type { Act } from '../act.ts';
import { NODE } from '../nodes.ts';
import { DS } from '../services.ts';
import type { Stage } from '../stage.ts';
import { COA, STEP } from './catalogue.ts';
import { acceptOrReject } from './refusals.ts';

/** The part of the incoming metering service (MSS, MSA or UMSO) in forward migration (BSCP708 §3.1). */
export const meteringService: readonly Stage[] = [
  { kind: 'receipt', name: 'IF-033 at MS', of: [COA.if033Ms], handler: receiveIF033, leadsTo: ['MS acceptance'] },
  { kind: 'work', name: 'MS acceptance', space: 'MS', capacity: 'acceptance', step: STEP.answer, act: 'MS answer' },
  { kind: 'moment', name: 'MS answer', handler: answer, sends: [COA.if034Ms] },
  { kind: 'receipt', name: 'MTDs at MS', of: [COA.d0150, COA.d0268], handler: receiveMtds, leadsTo: ['MS mtd'] },
  { kind: 'work', name: 'MS mtd', space: 'MS', capacity: 'mtd', step: STEP.passMtds, act: 'MTDs passed on' },
  {
    kind: 'moment',
    name: 'MTDs passed on',
    handler: passMtdsOn,
    sends: [COA.d0149Supplier, COA.d0150Supplier, COA.d0268Supplier, COA.d0149Ds, COA.d0150Ds, COA.d0268Ds],
  },
  { kind: 'receipt', name: 'IF-036 at UMSO', of: [COA.if036Ms], handler: receiveIF036, leadsTo: ['inventory'] },
  { kind: 'work', name: 'inventory', space: 'MS', capacity: 'inventory', step: STEP.inventory, act: 'inventory sent' },
  { kind: 'moment', name: 'inventory sent', handler: sendInventory, sends: [COA.d0388] },
];

function receiveIF033(c: Act): void {
  c.owe(STEP.answer, c.ms);
  c.work(NODE['MS acceptance'], c.ms);
}

/** 3.1.3: IF-034 accept or reject. */
function answer(c: Act): void {
  c.judge(STEP.answer, c.ms);
  acceptOrReject(c, c.rules.msRefusals[c.ms]!);
  c.send(COA.if034Ms, c.ms, c.smra);
}

/** The MTDs of 3.1.6 have come: pass them on within 1 WD. */
function receiveMtds(c: Act): void {
  c.owe(STEP.passMtds, c.ms);
  c.work(NODE['MS mtd'], c.ms);
}

/** 3.1.9: the MTDs to the supplier and the incoming data service. */
function passMtdsOn(c: Act): void {
  c.judge(STEP.passMtds, c.ms);
  if (c.isTraditional) {
    c.send(COA.d0149Supplier, c.ms, c.supplier);
    c.send(COA.d0150Supplier, c.ms, c.supplier);
    c.send(COA.d0149Ds, c.ms, c.ds);
    c.send(COA.d0150Ds, c.ms, c.ds);
    return;
  }
  c.send(COA.d0268Supplier, c.ms, c.supplier);
  c.send(COA.d0268Ds, c.ms, c.ds);
}

/** 3.1.12: the UMSO shares the inventory once the data service is appointed. */
function receiveIF036(c: Act): void {
  if (c.service !== DS || !c.isUms) return;
  c.owe(STEP.inventory, c.ms);
  c.work(NODE.inventory, c.ms);
}

function sendInventory(c: Act): void {
  c.judge(STEP.inventory, c.ms);
  c.send(COA.d0388, c.ms, c.ds);
}
