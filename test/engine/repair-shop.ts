import {
  type Core,
  Cursor,
  Machinery,
  type NodeSpec,
  OWN_PURPOSES,
  run,
  SERVICE_UNITS,
  SHORTEST_DELAY,
} from '../../src/engine/index.ts';
import { QuantileTable, seedKeys } from '../../src/random/index.ts';
import { BritishTime, parseDate, parseHours, type Seconds, WorkClock, WorkingDays } from '../../src/time/index.ts';
import { outcome } from './outcome.ts';

// A small model for the kernel, of a trade that it cannot know. Things are brought to a shop. A workshop inspects them
// while a depot picks the parts; with both done the workshop sends a quote and a bill, the shop agrees, the workshop
// repairs. A repair that fails is tried again: on the next day, or with new parts (then the kinds of work go in a circle).

export const NODE = {
  brought: 0,
  inspection: 1,
  'parts asked': 2,
  picking: 3,
  'parts in': 4,
  ready: 5,
  quoted: 6,
  repair: 7,
  collected: 8,
  again: 9,
} as const;
export const MESSAGE = { 'ask for parts': 0, parts: 1, quote: 2, bill: 3, 'ask for others': 4, thanks: 5 } as const;
export const STEP = { quote: 0, pick: 1, repair: 2, thank: 3 } as const;
const FAILS = OWN_PURPOSES;
const COLLECTED_AFTER = OWN_PURPOSES + 1;

export interface Shop {
  readonly first: string;
  readonly days: number;
  /** Day of the run, from 0, and second of the day at which each thing is brought. */
  readonly things: readonly { readonly day: number; readonly second: number }[];
  readonly shops: number;
  readonly workshops: number;
  readonly depots: number;
  /** Seconds; shorter than a minute is a minute. */
  readonly post: readonly [from: number, to: number];
  readonly courier: readonly [from: number, to: number];
  readonly work: Readonly<Record<'inspection' | 'picking' | 'repair', WorkSpec>>;
  /** Share of repairs that fail, how often one is tried at most, and what is done about it. */
  readonly fails: number;
  readonly tries: number;
  readonly newParts: boolean;
  /** Seconds from the repair until the thing is collected. */
  readonly collectedAfter: readonly [from: number, to: number];
  /** Seconds within which a quote and the parts are owed. */
  readonly quoteWithin: number;
  readonly pickWithin: number;
  readonly traced: readonly number[];
  readonly seed: string;
}

export interface WorkSpec {
  readonly servers: number;
  /** Seconds. */
  readonly service: readonly [from: number, to: number];
  readonly stretch: number;
  readonly hours: string;
}

/** A thing at a time, in the words of the trade. */
class Thing extends Cursor {
  readonly shop: Shop;
  /** By thing: when it was brought and quoted, when the first of inspection and parts was there (or −1), tries so far. */
  readonly broughtAt: Int32Array;
  readonly quotedAt: Int32Array;
  readonly firstHalf: Int32Array;
  readonly tried: Uint8Array;
  readonly log: string[] = [];

  constructor(machinery: Machinery<Thing>, shop: Shop) {
    super(machinery as unknown as Machinery<never>);
    this.shop = shop;
    this.broughtAt = new Int32Array(shop.things.length);
    this.quotedAt = new Int32Array(shop.things.length);
    this.firstHalf = new Int32Array(shop.things.length).fill(-1);
    this.tried = new Uint8Array(shop.things.length);
  }

  get counter(): number {
    return this.id % this.shop.shops;
  }
  get workshop(): number {
    return (this.id * 7) % this.shop.workshops;
  }
  get depot(): number {
    return (this.id >> 1) % this.shop.depots;
  }

  write(node: keyof typeof NODE): void {
    this.log.push(`${this.now} ${node} ${this.id}.${this.branch} since ${this.since}`);
  }

  /** Inspection or parts are there: with the second of them the thing is ready, at the later of both times. */
  half(): void {
    const other = this.firstHalf[this.id]!;
    if (other < 0) {
      this.firstHalf[this.id] = this.now;
      return;
    }
    this.branch = 0;
    this.since = this.broughtAt[this.id]!;
    this.reach(NODE.ready, Math.max(this.now, other));
  }
}

function brought(c: Thing): void {
  c.write('brought');
  c.broughtAt[c.id] = c.now;
  c.owe(STEP.quote, c.counter);
  c.branch = 1;
  c.send(MESSAGE['ask for parts'], c.counter, c.depot);
  c.branch = 0;
  c.work(NODE.inspection, c.workshop);
}

function inspected(c: Thing): void {
  c.write('inspection');
  c.half();
}

function askedForParts(c: Thing): void {
  c.write('parts asked');
  c.owe(STEP.pick, c.depot);
  c.work(NODE.picking, c.depot);
}

function picked(c: Thing): void {
  c.write('picking');
  c.judge(STEP.pick, c.depot);
  c.send(MESSAGE.parts, c.depot, c.workshop);
}

function partsIn(c: Thing): void {
  c.write('parts in');
  if (c.tried[c.id] === 0) c.half();
  else c.work(NODE.repair, c.workshop);
}

function ready(c: Thing): void {
  c.write('ready');
  c.sendBoth(MESSAGE.quote, MESSAGE.bill, c.workshop, c.counter);
}

function quoted(c: Thing): void {
  c.write('quoted');
  c.judge(STEP.quote, c.counter);
  c.quotedAt[c.id] = c.now;
  c.oweBy(STEP.repair, c.workshop, dueOf(c));
  c.work(NODE.repair, c.workshop);
}

function repaired(c: Thing): void {
  c.write('repair');
  const tries = ++c.tried[c.id]!;
  const { fails, newParts, collectedAfter } = c.shop;
  if (tries < c.shop.tries && c.draw(FAILS) < fails * 2 ** 32) {
    if (tries === 1) c.releaseBy(STEP.repair, c.workshop, dueOf(c));
    c.branch = 1 + tries;
    if (newParts) c.send(MESSAGE['ask for others'], c.workshop, c.depot);
    else c.reach(NODE.again, c.british.midnight(c.british.dayOf(c.now) + 1) + 28_800);
    return;
  }
  if (tries === 1) c.judgeBy(STEP.repair, c.workshop, dueOf(c));
  const [from, to] = collectedAfter;
  c.reach(NODE.collected, c.now + from + (c.draw(COLLECTED_AFTER) % (to - from + 1)));
}

/** A repair is owed by the end of the day after its quote; one that fails is owed no longer. */
function dueOf(c: Thing): Seconds {
  return c.british.midnight(c.british.dayOf(c.quotedAt[c.id]!) + 2);
}

function collected(c: Thing): void {
  c.write('collected');
  c.did(STEP.thank, c.counter);
  c.detail = `after ${c.tried[c.id]!}`;
  c.send(MESSAGE.thanks, c.counter, c.depot);
}

function again(c: Thing): void {
  c.write('again');
  c.work(NODE.repair, c.workshop);
}

function nodes(shop: Shop): NodeSpec<Thing>[] {
  const moment = { served: false, apart: false, parties: 0, step: -1 };
  const to = (...names: (keyof typeof NODE)[]) => names.map(n => NODE[n]);
  return [
    { ...moment, name: 'brought', handler: brought, leadsTo: to('parts asked', 'inspection') },
    { ...work(shop.workshops, STEP.quote), name: 'inspection', handler: inspected, leadsTo: to('ready') },
    { ...moment, name: 'parts asked', handler: askedForParts, leadsTo: to('picking') },
    { ...work(shop.depots, STEP.pick), name: 'picking', handler: picked, leadsTo: to('parts in') },
    {
      ...moment,
      name: 'parts in',
      handler: partsIn,
      leadsTo: shop.newParts ? to('ready', 'repair') : to('ready'),
    },
    { ...moment, name: 'ready', handler: ready, leadsTo: to('quoted') },
    { ...moment, name: 'quoted', handler: quoted, leadsTo: to('repair') },
    {
      ...work(shop.workshops, STEP.repair),
      name: 'repair',
      handler: repaired,
      leadsTo: shop.newParts ? to('collected', 'parts asked') : to('collected'),
    },
    { ...moment, name: 'collected', apart: true, handler: collected, leadsTo: [] },
    { ...moment, name: 'again', handler: again, leadsTo: to('repair') },
  ];
}

function work(parties: number, step: number) {
  return { served: true, apart: false, parties, step };
}

/** Runs the shop; returns what happened, act by act and in sum. */
export function runShop(shop: Shop, core: Core, window: number) {
  const first = parseDate(shop.first);
  const last = first + shop.days - 1;
  const british = new BritishTime(first, last);
  const workingDays = new WorkingDays(first, last);
  const servers = (w: WorkSpec, parties: number) =>
    Array.from({ length: parties }, () => ({
      servers: w.servers,
      service: QuantileTable.fromRange(w.service[0] * SERVICE_UNITS, w.service[1] * SERVICE_UNITS),
      stretch: w.stretch,
      clock: new WorkClock(british, workingDays, parseHours(w.hours), first, last),
    }));
  const { shops, workshops, depots } = shop;
  const specs = nodes(shop);
  const machinery = new Machinery<Thing>(
    {
      british,
      first,
      last,
      keys: seedKeys(shop.seed),
      entities: 1,
      blockOf: id => id,
      nodes: specs,
      servers: specs.map((_, n) => {
        if (n === NODE.inspection) return servers(shop.work.inspection, workshops);
        if (n === NODE.picking) return servers(shop.work.picking, depots);
        return n === NODE.repair ? servers(shop.work.repair, workshops) : [];
      }),
      messages: [
        { from: shops, to: depots, network: 0, node: NODE['parts asked'], step: STEP.quote },
        { from: depots, to: workshops, network: 1, node: NODE['parts in'], step: STEP.pick },
        { from: workshops, to: shops, network: 0, node: NODE.quoted, step: STEP.quote },
        { from: workshops, to: shops, network: 0, node: NODE.quoted, step: STEP.quote },
        { from: workshops, to: depots, network: 0, node: NODE['parts asked'], step: STEP.repair },
        { from: shops, to: depots, network: 0, node: -1, step: STEP.thank },
      ],
      networks: [QuantileTable.fromRange(...shop.post), QuantileTable.fromRange(...shop.courier)],
      obligations: [
        { parties: shops, due: shop.quoteWithin },
        { parties: depots, due: shop.pickWithin },
        { parties: workshops, due: null },
        { parties: shops, due: null },
      ],
      traced: shop.traced,
    },
    core,
    window,
    SHORTEST_DELAY,
  );
  const thing = new Thing(machinery, shop);
  run(machinery, thing, {
    begin(day) {
      const midnight = british.midnight(day);
      shop.things.forEach(({ day: d, second }, id) => {
        if (first + d !== day) return;
        thing.place(id, 0, midnight, midnight);
        thing.reach(NODE.brought, midnight + second);
      });
    },
    end() {},
  });
  return { log: thing.log.sort(), levels: machinery.levels, ...outcome(machinery) };
}
