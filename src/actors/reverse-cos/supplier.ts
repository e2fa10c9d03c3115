import type { Act } from '../act.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';
import { REVERSE_COS, REVERSE_STEP } from './catalogue.ts';
import { AGGREGATOR, COLLECTOR, GOT, lacksMoa, METERING, takeOn } from './progress.ts';

/** The new supplier and its legacy agents: their appointment and what they are told (BSCP708 §3.3.2 to §3.3.12). */
export const supplier: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'reverse details at supplier',
    of: [REVERSE_COS.d0260],
    handler: receiveDetails,
    leadsTo: ['reverse appointments'],
  },
  {
    kind: 'work',
    name: 'reverse appointments',
    space: 'Supplier',
    capacity: 'switch',
    step: REVERSE_STEP.appoint,
    act: 'reverse appointments sent',
  },
  {
    kind: 'moment',
    name: 'reverse appointments sent',
    handler: appoint,
    sends: [REVERSE_COS.d0155Dc, REVERSE_COS.d0155Moa, REVERSE_COS.d0155Ma, REVERSE_COS.d0153],
  },
  {
    kind: 'receipt',
    name: 'D0011 at reverse supplier',
    of: [REVERSE_COS.d0011Moa, REVERSE_COS.d0011Ma, REVERSE_COS.d0011Dc, REVERSE_COS.d0011Da],
    handler: receiveD0011,
    leadsTo: ['reverse D0011s in turn'],
  },
  {
    kind: 'moment',
    name: 'reverse D0011s in turn',
    handler: takeD0011,
    apart: true,
    leadsTo: ['reverse D0205'],
  },
  {
    kind: 'work',
    name: 'reverse D0205',
    space: 'Supplier',
    capacity: 'd0205',
    step: REVERSE_STEP.register,
    act: 'reverse D0205 sent',
  },
  {
    kind: 'moment',
    name: 'reverse D0205 sent',
    handler: sendD0205,
    sends: [REVERSE_COS.d0205, REVERSE_COS.d0052, REVERSE_COS.request],
  },
  {
    kind: 'moment',
    name: 'reverse D0205 too late',
    handler: askAfterAll,
    sends: [REVERSE_COS.request],
  },
  {
    kind: 'receipt',
    name: 'skeleton at reverse supplier',
    of: [REVERSE_COS.d0150Supplier],
    handler: receiveSkeleton,
    leadsTo: ['reverse D0367'],
  },
  {
    kind: 'work',
    name: 'reverse D0367',
    space: 'Supplier',
    capacity: 'd0367',
    step: REVERSE_STEP.configuration,
    act: 'reverse D0367 sent',
  },
  { kind: 'moment', name: 'reverse D0367 sent', handler: sendConfiguration, sends: [REVERSE_COS.d0367] },
];

function receiveDetails(c: Act): void {
  takeOn(c, REVERSE_STEP.appoint, c.supplier, 'reverse appointments', c.supplier);
}

/** 3.3.2: D0155 to the data collector and the MOA or meter administrator, D0153 to the data aggregator. */
function appoint(c: Act): void {
  if (!c.fulfil(REVERSE_STEP.appoint, c.supplier)) return;
  c.note('service and level REVM');
  c.branch = COLLECTOR;
  c.send(REVERSE_COS.d0155Dc, c.supplier, c.collector);
  c.branch = METERING;
  if (c.isUms) c.send(REVERSE_COS.d0155Ma, c.supplier, c.metering);
  else c.send(REVERSE_COS.d0155Moa, c.supplier, c.metering);
  c.branch = AGGREGATOR;
  c.detail = null;
  c.send(REVERSE_COS.d0153, c.supplier, c.da);
}

/** The agents' answers are taken in order of time: the last one counts. */
function receiveD0011(c: Act): void {
  c.reach(NODE['reverse D0011s in turn'], c.now);
}

const D0011 = [GOT.d0011Metering, GOT.d0011Collector, GOT.d0011Aggregator] as const;
const ALL_D0011S = GOT.d0011Metering | GOT.d0011Collector | GOT.d0011Aggregator;

function takeD0011(c: Act): void {
  if (c.dead || (c.got(D0011[c.branch]!) & ALL_D0011S) !== ALL_D0011S) return;
  c.branch = 0;
  if (lacksMoa(c)) c.owe(REVERSE_STEP.askMoa, c.supplier);
  c.owe(REVERSE_STEP.register, c.supplier);
  c.work(NODE['reverse D0205'], c.supplier);
}

/** 3.3.4: D0205, and for NHH D0052 to the data collector; 3.3.5, where the D0205 lacks the incoming MOA. */
function sendD0205(c: Act): void {
  const lacking = lacksMoa(c);
  if (!c.fulfil(REVERSE_STEP.register, c.supplier)) {
    if (lacking) c.release(REVERSE_STEP.askMoa, c.supplier);
    return;
  }
  c.note(lacking ? 'without the incoming MOA' : 'with the incoming agents');
  c.send(REVERSE_COS.d0205, c.supplier, c.smra);
  c.detail = null;
  if (c.isNhh) c.send(REVERSE_COS.d0052, c.supplier, c.collector);
  if (lacking) askMoa(c);
}

/** The D0205 was too late for the IF-003, so the outgoing MOA does not know the incoming one: 3.3.5 serves here too. */
function askAfterAll(c: Act): void {
  c.oweFrom(REVERSE_STEP.askMoa, c.supplier, c.since);
  askMoa(c);
}

/** 3.3.5: the incoming MOA is asked to make itself known to the outgoing one. */
function askMoa(c: Act): void {
  c.judge(REVERSE_STEP.askMoa, c.supplier);
  c.send(REVERSE_COS.request, c.supplier, c.metering);
}

/** A skeleton D0150 has come: the configuration of the smart meter is the supplier's to tell. */
function receiveSkeleton(c: Act): void {
  if (!c.isTraditional) takeOn(c, REVERSE_STEP.configuration, c.supplier, 'reverse D0367', c.supplier);
}

/** 3.3.12: D0367 to the incoming MOA. */
function sendConfiguration(c: Act): void {
  c.judge(REVERSE_STEP.configuration, c.supplier);
  c.send(REVERSE_COS.d0367, c.supplier, c.metering);
}
