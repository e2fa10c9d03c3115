import { Cursor, Histograms, type Machinery, Memory, type NodeSpec, OWN_PURPOSES } from '../../../src/engine/index.ts';
import { compile, TableSet } from '../../../src/random/index.ts';
import type { Day, Seconds } from '../../../src/time/index.ts';

// CoA-N: a change of agent reduced to what loads a kernel, for N points over D working days. It is run by the
// project's own kernel and by the C++ reference beside it, which defines it; see reference/README.md.

export const SMRAS = 14;
export const MOAS = 20;
export const NINE = 9 * 3600;
export const EIGHT_HOURS = 8 * 3600;
const BATCH = 18 * 3600;

/** Events 0 to 20, as the workload numbers them. */
export const EVENTS = 21;

export const NODE = {
  start: 0,
  'at SMRA': 1,
  validation: 2,
  'IF-032': 3,
  'IF-033': 4,
  'IF-034': 5,
  'IF-035': 6,
  'D0170 at MOA': 7,
  'D0170 at DC': 8,
  'MTDs ready': 9,
  mtd: 10,
  MTDs: 11,
  'MTDs at supplier': 12,
  'MTDs at DS': 13,
  D0151: 14,
  'IF-036': 15,
  'final read': 16,
  'read settled': 17,
  'initial read': 18,
} as const;

const MESSAGE = {
  if031: 0,
  if032: 1,
  if033Moa: 2,
  if033Ds: 3,
  if035: 4,
  mtds: 5,
  mtdsSupplier: 6,
  mtdsDs: 7,
  initialRead: 8,
} as const;

export const DRAW = {
  start: OWN_PURPOSES,
  efd: OWN_PURPOSES + 1,
  answer: OWN_PURPOSES + 2,
  answerNet: OWN_PURPOSES + 3,
  moaBatch: OWN_PURPOSES + 4,
  dcBatch: OWN_PURPOSES + 5,
  ready: OWN_PURPOSES + 6,
  process: OWN_PURPOSES + 7,
  days: OWN_PURPOSES + 8,
  daytime: OWN_PURPOSES + 9,
  night: OWN_PURPOSES + 10,
  read: OWN_PURPOSES + 11,
  settle: OWN_PURPOSES + 12,
} as const;

/** Every distribution of the workload, in seconds. */
const DISTRIBUTIONS = {
  net: { exponential: '5 s' },
  answer: { lognormal: { median: '15 min', sigma: 0.8 } },
  ready: { exponential: '2 h' },
  process: { lognormal: { median: '1 h', sigma: 0.6 } },
  read: { lognormal: { median: '24 h', sigma: 0.5 } },
  settle: { exponential: '4 h' },
  /** A thousandth of 1.25 days, which the workload rounds down to whole ones. */
  days: { exponential: '1250 s' },
} as const;

/** By name: the number of a distribution. */
const TIME = Object.fromEntries(Object.keys(DISTRIBUTIONS).map((name, i) => [name, i])) as Record<
  keyof typeof DISTRIBUTIONS,
  number
>;

/** A point at a time. */
export class Point extends Cursor {
  readonly first: Day;
  /** By point: its latest event; when the first of the two answers came. */
  readonly status: Uint8Array;
  readonly answered: Int32Array;
  readonly took = new Histograms(new Memory(), 'took', EVENTS);
  /** An event has come, so long after what it answers to. */
  readonly event: (e: number, took: Seconds) => void;
  /** A time by luck. @param time one of TIME */
  readonly sample: (time: number, purpose: number) => Seconds;
  events = 0;
  lateAnswers = 0;
  lateTerminations = 0;

  constructor(machinery: Machinery<Point>, n: number) {
    super(machinery as unknown as Machinery<never>);
    this.first = machinery.blueprint.first;
    // Closures over constants: see src/engine/cursor.ts.
    const status = new Uint8Array(n);
    const last = new Int32Array(n);
    const { add } = this.took;
    const { draw } = this;
    const tables = new TableSet(Object.values(DISTRIBUTIONS).map(of => compile(of, 1)));
    this.status = status;
    this.answered = new Int32Array(n);
    this.event = (e, took) => {
      const { id, now } = this;
      this.events++;
      if (now >= last[id]!) {
        status[id] = e;
        last[id] = now;
      }
      if (e > 0) add(e, took);
    };
    this.sample = (time, purpose) => tables.sample(time, draw(purpose));
  }

  /** A share of a span, by luck. */
  within(purpose: number, span: Seconds): Seconds {
    return (this.draw(purpose) * (span / 2 ** 32)) | 0;
  }
}

/** START: the plan has come to the point; its EFD is settled. */
function start(c: Point): void {
  c.event(0, 0);
  const day = c.british.dayOf(c.now);
  const efd = c.british.midnight(day + 14 + ((c.draw(DRAW.efd) * (15 / 2 ** 32)) | 0));
  c.since = c.now;
  c.reach(NODE['IF-036'], efd + c.within(DRAW.night, 6 * 3600));
  c.send(MESSAGE.if031, 0, c.id % SMRAS);
}

/** e1: the IF-031 joins the SMRA's queue. */
function validate(c: Point): void {
  c.event(1, c.now - c.since);
  c.since = c.now;
  c.work(NODE.validation, c.id % SMRAS);
}

/** e2: validated; e3 to e5: IF-032 to the supplier, IF-033 to the incoming MOA and DS. */
function validated(c: Point): void {
  c.event(2, c.now - c.since);
  c.since = c.now;
  const smra = c.id % SMRAS;
  c.branch = 0;
  c.send(MESSAGE.if032, smra, 0);
  c.send(MESSAGE.if033Moa, smra, 0);
  c.branch = 1;
  c.send(MESSAGE.if033Ds, smra, 0);
}

function receiveIF032(c: Point): void {
  c.event(3, c.now - c.since);
}

/** e4, e5: the agent makes up its mind; its IF-034 comes to the SMRA. */
function receiveIF033(c: Point): void {
  c.event(4 + c.branch, c.now - c.since);
  const took = c.sample(TIME.answer, DRAW.answer) + 60 + c.sample(TIME.net, DRAW.answerNet);
  if (took > 3600) c.lateAnswers++;
  c.since = c.now;
  c.reach(NODE['IF-034'], c.now + took);
}

/** e6, e7; with the second of them both have accepted: e8 IF-035, e9 and e10 the D0170s after the batch. */
function receiveIF034(c: Point): void {
  c.event(6 + c.branch, c.now - c.since);
  const other = c.answered[c.id]!;
  if (other === 0) {
    c.answered[c.id] = c.now;
    return;
  }
  c.branch = 0;
  c.now = Math.max(c.now, other);
  c.since = c.now;
  c.send(MESSAGE.if035, c.id % SMRAS, 0);
  const batch = nextBatch(c);
  c.reach(NODE['D0170 at MOA'], batch + c.within(DRAW.moaBatch, 7200));
  c.reach(NODE['D0170 at DC'], batch + c.within(DRAW.dcBatch, 7200));
}

/** The first 18:00 of a Working Day after now. */
function nextBatch(c: Point): Seconds {
  const day = c.british.dayOf(c.now);
  const today = c.british.midnight(day) + BATCH;
  return isWorkingDay(c, day) && c.now < today ? today : c.british.midnight(addWorkingDays(c, day, 1)) + BATCH;
}

/** e8: some Working Days later the supplier ends the legacy appointment. */
function receiveIF035(c: Point): void {
  c.event(8, c.now - c.since);
  const days = Math.min(20, 1 + ((c.sample(TIME.days, DRAW.days) / 1000) | 0));
  if (days > 5) c.lateTerminations++;
  const day = addWorkingDays(c, c.british.dayOf(c.now), days);
  c.since = c.now;
  c.reach(NODE.D0151, c.british.midnight(day) + NINE + c.within(DRAW.daytime, EIGHT_HOURS));
}

/** e9: the outgoing MOA is asked for the technical details, and gets to them some hours later. */
function receiveD0170(c: Point): void {
  c.event(9, c.now - c.since);
  c.since = c.now;
  c.reach(NODE['MTDs ready'], c.now + c.sample(TIME.ready, DRAW.ready));
}

/** e11: they join the MOA's queue. */
function queueMtds(c: Point): void {
  c.event(11, c.now - c.since);
  c.since = c.now;
  c.work(NODE.mtd, c.id % MOAS);
}

function receiveD0170AtDc(c: Point): void {
  c.event(10, c.now - c.since);
}

/** e12: D0149 and D0150 are sent. */
function mtdsDone(c: Point): void {
  c.event(12, c.now - c.since);
  c.since = c.now;
  c.send(MESSAGE.mtds, c.id % MOAS, 0);
}

/** e13: the incoming MOA processes them; e14, e15: it passes them on. */
function receiveMtds(c: Point): void {
  c.event(13, c.now - c.since);
  c.since = c.now;
  c.now += c.sample(TIME.process, DRAW.process);
  c.send(MESSAGE.mtdsSupplier, 0, 0);
  c.send(MESSAGE.mtdsDs, 0, 0);
}

function mtdsAtSupplier(c: Point): void {
  c.event(14, c.now - c.since);
}

function mtdsAtDs(c: Point): void {
  c.event(15, c.now - c.since);
}

function terminated(c: Point): void {
  c.event(16, c.now - c.since);
}

/** e17: the appointment is effective; e18: the final read comes to the outgoing DC. */
function receiveIF036(c: Point): void {
  c.event(17, c.now - c.since);
  c.since = c.now;
  c.reach(NODE['final read'], c.now + c.sample(TIME.read, DRAW.read));
}

/** e19: the DC settles on a read. */
function settle(c: Point): void {
  c.event(18, c.now - c.since);
  c.since = c.now;
  c.reach(NODE['read settled'], c.now + c.sample(TIME.settle, DRAW.settle));
}

/** e20: it goes on to the incoming DS. */
function passOn(c: Point): void {
  c.event(19, c.now - c.since);
  c.since = c.now;
  c.send(MESSAGE.initialRead, 0, 0);
}

function initialRead(c: Point): void {
  c.event(20, c.now - c.since);
}

export function isWorkingDay(c: Point, day: Day): boolean {
  return (day - c.first) % 7 < 5;
}

/** The k-th Working Day after a day: Mondays to Fridays, no holidays. */
function addWorkingDays(c: Point, day: Day, k: number): Day {
  const since = day - c.first;
  const week = (since / 7) | 0;
  const passed = week * 5 + Math.min(since - week * 7, 4) + k;
  return c.first + ((passed / 5) | 0) * 7 + (passed % 5);
}

export const NODES: readonly (Omit<NodeSpec<Point>, 'leadsTo'> & { readonly to: readonly (keyof typeof NODE)[] })[] = [
  moment('start', start, ['at SMRA', 'IF-036']),
  moment('at SMRA', validate, ['validation']),
  { ...moment('validation', validated, ['IF-032', 'IF-033']), served: true, parties: SMRAS },
  moment('IF-032', receiveIF032, []),
  moment('IF-033', receiveIF033, ['IF-034']),
  moment('IF-034', receiveIF034, ['IF-035', 'D0170 at MOA', 'D0170 at DC']),
  moment('IF-035', receiveIF035, []),
  moment('D0170 at MOA', receiveD0170, ['MTDs ready']),
  moment('D0170 at DC', receiveD0170AtDc, []),
  moment('MTDs ready', queueMtds, ['mtd']),
  { ...moment('mtd', mtdsDone, ['MTDs']), served: true, parties: MOAS },
  moment('MTDs', receiveMtds, ['MTDs at supplier', 'MTDs at DS']),
  moment('MTDs at supplier', mtdsAtSupplier, []),
  moment('MTDs at DS', mtdsAtDs, []),
  moment('D0151', terminated, []),
  moment('IF-036', receiveIF036, ['final read']),
  moment('final read', settle, ['read settled']),
  moment('read settled', passOn, ['initial read']),
  moment('initial read', initialRead, []),
];

function moment(name: keyof typeof NODE, handler: (c: Point) => void, to: readonly (keyof typeof NODE)[]) {
  return { name, handler, to, served: false, apart: false, parties: 0, step: -1 };
}

/** By number, as {@link MESSAGE}: sender's and receiver's kinds, network, and where it is taken up. */
export const MESSAGES = [
  { from: 1, to: SMRAS, network: 0, node: NODE['at SMRA'], step: -1 },
  { from: SMRAS, to: 1, network: 0, node: NODE['IF-032'], step: -1 },
  { from: SMRAS, to: 1, network: 0, node: NODE['IF-033'], step: -1 },
  { from: SMRAS, to: 1, network: 0, node: NODE['IF-033'], step: -1 },
  { from: SMRAS, to: 1, network: 0, node: NODE['IF-035'], step: -1 },
  { from: MOAS, to: 1, network: 1, node: NODE.MTDs, step: -1 },
  { from: 1, to: 1, network: 1, node: NODE['MTDs at supplier'], step: -1 },
  { from: 1, to: 1, network: 1, node: NODE['MTDs at DS'], step: -1 },
  { from: 1, to: 1, network: 1, node: NODE['initial read'], step: -1 },
];
