import { Memory, SharedMap } from '../engine/index.ts';
import type { SeedKeys } from '../random/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { type Day, parseDate } from '../time/index.ts';
import { AGENTS, AgentChoice } from './agents.ts';
import { mpanCore } from './mpan.ts';
import type { Parties } from './parties.ts';
import type { Group } from './population.ts';
import { Standings } from './standings.ts';
import { FLAG } from './status.ts';

/** A row to be added: a registration that is to follow another one, or that of a new metering point. */
export interface Registration {
  /** The row that it will succeed; −1 for a new metering point. */
  readonly former: number;
  readonly supplier: number;
  readonly area: number;
  readonly type: number;
  readonly complex: boolean;
  /** Day from which it counts. */
  readonly from: Day;
}

/** Bits for the number of a type, below that of the area. */
const TYPE_BITS = 3;
/** Positions in `counts`. */
const ROWS = 0;
const CONNECTED = 1;

/** Registrations of one MSID have a luck each, up to this many; beyond, they share the last. */
const LUCKS = 32;
/** Below the number of a registration's luck: the MSID's number, for new points among those. */
const ORIGIN_BITS = 26;

/** Of what a registration has become and has got: the route stands above what has come. */
const GOT_BITS = 24;
const GOT = 2 ** GOT_BITS - 1;

/**
 * All registrations as columns, one entry each: 11 bytes, and 12 more for those after the first. A registration is a metering point
 * (MSID) under one supplier with one set of agents. The first `count` are those of the market's points as the run
 * begins, numbered in the order of their groups, so those of an area that migrate together lie together; a switch, a
 * new meter type or a new connection adds a row after them.
 */
export class Points {
  /** Metering points at the beginning. */
  readonly count: number;
  readonly supplier: Uint8Array;
  /** Area, and below it the type: see {@link areaIn} and {@link typeIn}. */
  readonly kind: Uint8Array | Uint16Array;
  /** Bits: see {@link FLAG}. */
  readonly flags: Uint8Array;
  /** Legacy metering agent: number of the MOA, or of the meter administrator for unmetered supplies. */
  readonly metering: Uint8Array;
  /** Number of the legacy data collector. */
  readonly collector: Uint8Array;
  /** Agents under MHHS: number of the metering service, and of the data service. */
  readonly ms: Uint8Array;
  readonly ds: Uint8Array;
  readonly standing: Standings;
  /** What the outgoing DC has of a final read (bits: see the data collector). */
  readonly reads: Uint8Array;
  /**
   * By row after the first `count`: what a switch or works have become, and below it what has come of what they wait for, bits
   * of their procedure.
   */
  private readonly got: Int32Array;
  /** The row that it follows; for a new metering point −1 − its number among those. */
  private readonly former: Int32Array;
  /** Days from the first simulated one: when it counts from, and when it falls if it is doomed. */
  private readonly from: Int16Array;
  private readonly dooms: Int16Array;
  private readonly first: Day;
  /** Registrations that are to succeed another one, by that other one, while they are pending. */
  private readonly pending: SharedMap;
  /** How many registrations and how many new points there are. */
  private readonly counts: Int32Array;
  private readonly agents: AgentChoice;
  /** By area: its first point, and how many it had as the run began. */
  private readonly areaFirst: number[];
  private readonly areaCount: number[];
  private readonly distributors: number[];
  /** Whether a registration has any of some flags. */
  readonly has: (id: number, flags: number) => boolean;
  /** What a registration's draws are keyed by: whose it is, and how many the MSID has had before. */
  readonly luckOf: (id: number) => number;

  /** @param spare room for so many registrations after the first; it takes memory only as it is used */
  constructor(memory: Memory, groups: readonly Group[], scenario: Scenario, agents: AgentChoice, spare: number) {
    const last = groups.at(-1);
    this.count = last ? last.first + last.count : 0;
    this.agents = agents;
    const room = this.count + spare;
    const bytes = (name: string, size = room) => memory.shared(`points.${name}`, Uint8Array, size);
    const words = (name: string, size = spare) => memory.shared(`points.${name}`, Int32Array, size);
    this.supplier = bytes('supplier');
    this.distributors = Object.values(scenario.areas).map(a => a.distributor);
    const few = this.distributors.length << TYPE_BITS <= 256;
    this.kind = few ? bytes('kind') : memory.shared('points.kind', Uint16Array, room);
    this.flags = bytes('flags');
    this.metering = bytes('metering');
    this.collector = bytes('collector');
    this.ms = bytes('ms');
    this.ds = bytes('ds');
    this.standing = new Standings(memory, room);
    this.reads = bytes('reads');
    this.got = words('got');
    this.former = words('former');
    this.from = memory.shared('points.from', Int16Array, spare);
    this.dooms = memory.shared('points.dooms', Int16Array, spare);
    this.first = parseDate(scenario.period.from);
    this.pending = new SharedMap(memory, 'points.pending', Math.min(spare, this.count));
    this.areaFirst = this.distributors.map((_, a) => groups.find(g => g.area === a)?.first ?? 0);
    this.areaCount = this.distributors.map((_, a) => groups.reduce((n, g) => (g.area === a ? n + g.count : n), 0));
    this.counts = words('counts', 2);
    // Every handler asks for these: closures over constants, as engine/cursor.ts has it.
    const { count, flags, former } = this;
    this.has = (id, any) => (flags[id]! & any) !== 0;
    this.luckOf = id => (id < count ? id : luckIn(former, count, id));
    if (!memory.leads) return;
    this.counts[ROWS] = this.count;
    for (const group of groups) this.fill(group);
  }

  /** Registrations so far. */
  get rows(): number {
    return this.counts[ROWS]!;
  }

  areaOf(id: number): number {
    return areaIn(this.kind[id]!);
  }

  /** Number in POINT_TYPES. */
  typeOf(id: number): number {
    return typeIn(this.kind[id]!);
  }

  set(id: number, flag: number): void {
    this.flags[id]! |= flag;
  }

  clear(id: number, flag: number): void {
    this.flags[id]! &= ~flag;
  }

  /**
   * Adds a registration with the agents that its supplier has for it. It is pending until {@link succeed}, and so is
   * the switch away from the former one.
   *
   * @throws Error if there are more than room was set aside for
   */
  register(of: Registration): number {
    if (this.rows === this.supplier.length)
      throw new Error(`there are more than ${this.rows} registrations, for which memory was set aside`);
    const id = this.counts[ROWS]!++;
    const k = id - this.count;
    const { former, supplier, area, type } = of;
    this.from[k] = of.from - this.first;
    if (former < 0) this.former[k] = -1 - this.counts[CONNECTED]!++;
    else {
      this.former[k] = former;
      this.pending.set(former, id);
      this.set(former, FLAG.leaving);
    }
    this.supplier[id] = supplier;
    this.kind[id] = kindOf(area, type);
    this.flags[id] = FLAG.pending | (of.complex ? FLAG.complex : 0);
    if (former >= 0) this.flags[id]! |= this.flags[former]! & FLAG.linked;
    const luck = this.luckOf(id);
    for (const agent of AGENTS) {
      if (agent !== 'da') this[agent][id] = this.agents.of(supplier, area, type, agent, luck);
    }
    return id;
  }

  /** The number of the legacy data aggregator, which only matters when it is appointed. */
  da(id: number): number {
    return this.agents.of(this.supplier[id]!, this.areaOf(id), this.typeOf(id), 'da', this.luckOf(id));
  }

  /** A pending registration takes the place of the former one. */
  succeed(id: number): void {
    const former = this.formerOf(id);
    this.clear(id, FLAG.pending);
    if (former < 0) return;
    this.pending.delete(former);
    this.clear(former, FLAG.leaving);
    this.set(former, FLAG.gone);
  }

  /**
   * A registration goes on where the former one stands: its arrangements and appointments, and those of its agents whose
   * roles the type needs as well.
   */
  carryOver(id: number): void {
    const former = this.formerOf(id);
    this.standing.carryOver(former, id);
    for (const agent of AGENTS) {
      if (agent === 'da') continue;
      const role = AgentChoice.role(this.typeOf(id), agent);
      if (role === AgentChoice.role(this.typeOf(former), agent)) this[agent][id] = this[agent][former]!;
    }
  }

  /**
   * A pending registration is to fall on a day. It is known beforehand, so that whatever happens on that day can tell,
   * in whichever order its events are taken.
   */
  doom(id: number, day: Day): void {
    this.set(id, FLAG.doomed);
    this.dooms[id - this.count] = day - this.first;
  }

  /** The day on which a doomed registration falls. */
  doomOf(id: number): Day {
    return this.first + this.dooms[id - this.count]!;
  }

  /** A pending registration falls away; the former one stays. */
  fall(id: number): void {
    const former = this.formerOf(id);
    this.set(id, FLAG.dead);
    if (former < 0) return;
    this.pending.delete(former);
    this.clear(former, FLAG.leaving | FLAG.overtaken);
  }

  /** The registration that is to succeed this one; −1 where none is pending. */
  successorOf(id: number): number {
    return this.has(id, FLAG.leaving) ? this.pending.get(id) : -1;
  }

  /** Whether this is the MSID's registration now: neither ended nor yet to come. */
  isCurrent(id: number): boolean {
    return (this.flags[id]! & (FLAG.gone | FLAG.pending | FLAG.dead)) === 0;
  }

  /** The MSID's registration now, for one of those that it has had. */
  currentOf(id: number): number {
    const origin = this.originOf(id);
    let current = origin;
    for (let row = this.count; row < this.rows; row++) {
      if (this.originOf(row) === origin && this.isCurrent(row)) current = row;
    }
    return current;
  }

  /** The registration that this one follows; −1 for the first of a metering point. */
  formerOf(id: number): number {
    return id < this.count ? -1 : Math.max(-1, this.former[id - this.count]!);
  }

  /** The metering point's first registration, which stands for the MSID. */
  originOf(id: number): number {
    let row = id;
    while (row >= this.count && this.former[row - this.count]! >= 0) row = this.former[row - this.count]!;
    return row;
  }

  /** Day from which a registration after the first counts. */
  registeredFrom(id: number): Day {
    return this.first + this.from[id - this.count]!;
  }

  /** What a registration after the first has become: a number of the actors'. */
  routeOf(id: number): number {
    return id < this.count ? 0 : this.got[id - this.count]! >>> GOT_BITS;
  }

  setRoute(id: number, route: number): void {
    this.got[id - this.count] = (route << GOT_BITS) | this.gotOf(id);
  }

  /** What has come of what a registration after the first waits for: bits of the actors'. */
  gotOf(id: number): number {
    return id < this.count ? 0 : this.got[id - this.count]! & GOT;
  }

  /** @param bits below 2^24 */
  setGot(id: number, bits: number): void {
    this.got[id - this.count]! |= bits;
  }

  /** The 13-digit MPAN core: the distributor's prefix, the point's number in the area, and the check digit. */
  mpan(id: number): string {
    const origin = this.originOf(id);
    const area = this.areaOf(origin);
    const number =
      origin < this.count ? origin - this.areaFirst[area]! : this.areaCount[area]! + this.newBefore(origin);
    return mpanCore(this.distributors[area]!, number);
  }

  /** The first registration of the point with an MPAN core, of those there were at the beginning; −1 if there is none. */
  find(mpan: string): number {
    const area = this.distributors.indexOf(Number(mpan.slice(0, 2)));
    if (area < 0) return -1;
    const id = this.areaFirst[area]! + Number(mpan.slice(2, 12));
    return id < this.count && this.areaOf(id) === area && this.mpan(id) === mpan ? id : -1;
  }

  /** The market's points as it begins: each draws its agents by its own number, so any part can be made by itself. */
  private fill({ first, count, supplier, area, type, complex }: Group): void {
    const end = first + count;
    this.supplier.fill(supplier, first, end);
    this.kind.fill(kindOf(area, type), first, end);
    this.flags.fill(complex ? FLAG.complex : 0, first, end);
    for (const agent of AGENTS) {
      if (agent === 'da') continue;
      this.agents.fill(this[agent], first, end, supplier, area, type, agent);
    }
  }

  /** How many new points came to the area of one before it. They are looked for: it is seldom asked. */
  private newBefore(id: number): number {
    const area = this.areaOf(id);
    let n = 0;
    for (let row = this.count; row < id; row++) if (this.formerOf(row) < 0 && this.areaOf(row) === area) n++;
    return n;
  }
}

/** The area in what `kind` holds. */
export function areaIn(kind: number): number {
  return kind >> TYPE_BITS;
}

/** The type in what `kind` holds. */
export function typeIn(kind: number): number {
  return kind & ((1 << TYPE_BITS) - 1);
}

/** The luck of a registration after the first `count`. @param former by row after those: see Points */
function luckIn(former: Int32Array, count: number, id: number): number {
  let row = id;
  let before = 0;
  for (; row >= count; before++) {
    const one = former[row - count]!;
    // The upper half of the numbers is for points that are new.
    if (one < 0) return ((LUCKS + Math.min(before, LUCKS - 1)) << ORIGIN_BITS) | (-1 - one);
    row = one;
  }
  return (Math.min(before, LUCKS - 1) << ORIGIN_BITS) | row;
}

function kindOf(area: number, type: number): number {
  return (area << TYPE_BITS) | type;
}

/** The market's points, each with agents from those of its supplier. @param spare see {@link Points} */
export function makePoints(
  scenario: Scenario,
  parties: Parties,
  groups: readonly Group[],
  keys: SeedKeys,
  memory = new Memory(),
  spare = 0,
): Points {
  return new Points(memory, groups, scenario, new AgentChoice(scenario, parties, keys), spare);
}
