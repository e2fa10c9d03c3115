import type { Act } from '../act.ts';
import { mtdsCame } from '../missing/mtds.ts';
import { NODE } from '../nodes.ts';
import { DS } from '../services.ts';
import type { Stage } from '../stage.ts';
import { everyKind, kindOf, stepOf } from './kinds.ts';
import { acceptOrReject } from './refusals.ts';

/** The part of the incoming metering service (MSS, MSA or UMSO) in its appointment (BSCP708 §3.1, §3.2). */
export const meteringService: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'IF-033 at MS',
    of: everyKind('if033Ms'),
    handler: receiveIF033,
    leadsTo: ['MS acceptance'],
  },
  {
    kind: 'work',
    name: 'MS acceptance',
    space: 'MS',
    capacity: 'acceptance',
    step: stepOf('answer'),
    act: 'MS answer',
  },
  { kind: 'moment', name: 'MS answer', handler: answer, sends: everyKind('if034Ms') },
  {
    kind: 'receipt',
    name: 'MTDs at MS',
    of: everyKind('d0150', 'd0268'),
    handler: receiveMtds,
    leadsTo: ['MS mtd'],
  },
  { kind: 'work', name: 'MS mtd', space: 'MS', capacity: 'mtd', step: stepOf('passMtds'), act: 'MTDs passed on' },
  {
    kind: 'moment',
    name: 'MTDs passed on',
    handler: passMtdsOn,
    sends: everyKind('d0149Supplier', 'd0150Supplier', 'd0268Supplier', 'd0149Ds', 'd0150Ds', 'd0268Ds'),
  },
  { kind: 'receipt', name: 'IF-036 at UMSO', of: everyKind('if036Ms'), handler: receiveIF036, leadsTo: ['inventory'] },
  {
    kind: 'work',
    name: 'inventory',
    space: 'MS',
    capacity: 'inventory',
    step: stepOf('inventory'),
    act: 'inventory sent',
  },
  { kind: 'moment', name: 'inventory sent', handler: sendInventory, sends: everyKind('d0388') },
];

function receiveIF033(c: Act): void {
  c.owe(kindOf(c).answer, c.ms);
  c.work(NODE['MS acceptance'], c.ms);
}

/** 3.1.3: IF-034 accept or reject. */
function answer(c: Act): void {
  const kind = kindOf(c);
  if (!c.fulfil(kind.answer, c.ms)) return;
  acceptOrReject(c, c.rules.msRefusals[c.ms]!);
  c.send(kind.if034Ms, c.ms, c.smra);
}

/** The MTDs of 3.1.6 have come: pass them on within 1 WD. */
function receiveMtds(c: Act): void {
  mtdsCame(c);
  c.owe(kindOf(c).passMtds, c.ms);
  c.work(NODE['MS mtd'], c.ms);
}

/** 3.1.9: the MTDs to the supplier and the incoming data service. */
function passMtdsOn(c: Act): void {
  const kind = kindOf(c);
  if (!c.fulfil(kind.passMtds, c.ms)) return;
  if (c.isTraditional) {
    c.send(kind.d0149Supplier, c.ms, c.supplier);
    c.send(kind.d0150Supplier, c.ms, c.supplier);
    c.send(kind.d0149Ds, c.ms, c.ds);
    c.send(kind.d0150Ds, c.ms, c.ds);
    return;
  }
  c.send(kind.d0268Supplier, c.ms, c.supplier);
  c.send(kind.d0268Ds, c.ms, c.ds);
}

/** 3.1.12: the UMSO shares the inventory once the data service is appointed. */
function receiveIF036(c: Act): void {
  if (c.service !== DS || !c.isUms) return;
  const { inventory } = kindOf(c);
  if (inventory < 0) return;
  c.owe(inventory, c.ms);
  c.work(NODE.inventory, c.ms);
}

function sendInventory(c: Act): void {
  const kind = kindOf(c);
  c.judge(kind.inventory, c.ms);
  c.send(kind.d0388, c.ms, c.ds);
}
