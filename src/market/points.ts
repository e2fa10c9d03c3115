import type { SeedKeys } from '../random/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Day } from '../time/index.ts';
import { AGENTS, AgentChoice } from './agents.ts';
import { mpanCore } from './mpan.ts';
import type { Parties } from './parties.ts';
import type { Group } from './population.ts';

/** Settlement arrangements of a metering point. */
export const STATES = ['legacy', 'forward', 'mhhs', 'reverse'] as const;
export const LEGACY = 0;
export const FORWARD = 1;
export const MHHS = 2;
export const REVERSE = 3;

/** Where the request for one service (MS or DS) stands; 0 where it was never asked for. First: IF-031 sent. */
export const REQUESTED = 1;
/** Validated; the agent is asked. */
export const PENDING = 2;
export const ACCEPTED = 3;
/** Passed gate closure on the eve of its EFD. */
export const CONFIRMED = 4;
export const EFFECTIVE = 5;
/** Rejected or expired; may be asked for again. */
export const FALLEN = 6;
/** Asked for as often as the supplier will. */
export const GIVEN_UP = 7;

/** What is out of the ordinary about a registration: bits of `flags`. */
export const FLAG = {
  /** Complex-metered: may not migrate before M14. */
  complex: 1,
  /** A switch away is pending. */
  leaving: 2,
  /** The registration has ended. */
  gone: 4,
  /** An appointment that is not effective yet will fall at its gate closure: a switch has overtaken it. */
  overtaken: 8,
  /** Objected to or withdrawn: never became a registration. */
  dead: 16,
  /** Not the MSID's registration yet. */
  pending: 32,
  /** Related to other MSIDs, or one of an import/export pair: see the links. */
  linked: 64,
  /** Will be objected to or withdrawn. */
  doomed: 128,
} as const;

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

/** Registrations of one MSID have a luck each, up to this many; beyond, they share the last. */
const LUCKS = 32;

/**
 * All registrations as columns, one entry each: plain memory, 17 bytes each. A registration is a metering point
 * (MSID) under one supplier with one set of agents. The first `count` are those of the market's points as the run
 * begins, numbered in the order of their groups, so those of an area that migrate together lie together; a switch, a
 * new meter type or a new connection adds a row after them.
 */
export class Points {
  /** Metering points at the beginning. */
  readonly count: number;
  /** Registrations so far. */
  rows: number;
  supplier: Uint8Array;
  area: Uint8Array;
  /** Number in POINT_TYPES. */
  type: Uint8Array;
  /** Bits: see {@link FLAG}. */
  flags: Uint8Array;
  /** Legacy metering agent: number of the MOA, or of the meter administrator for unmetered supplies. */
  metering: Uint8Array;
  /** Number of the legacy data collector. */
  collector: Uint8Array;
  /** Agents under MHHS: number of the metering service, and of the data service. */
  ms: Uint8Array;
  ds: Uint8Array;
  state: Uint8Array;
  /** Status of the request for each service: entry 2·id for MS, 2·id + 1 for DS. */
  status: Uint8Array;
  /** EFD asked for, by service, in days since the first simulated day. */
  efd: Int16Array;
  /** How often each service was asked for beyond the first time: the latest request sent, and the latest that counts. */
  sent: Uint8Array;
  counting: Uint8Array;
  /** What the outgoing DC has of a final read (bits: see the data collector). */
  reads: Uint8Array;
  /** What a switch or works have become, by row after the first `count`. */
  private routes: Uint8Array;
  /** What has come of what a switch waits for, by row after the first `count`: bits of its procedure. */
  private got: Int32Array;
  private former: Int32Array;
  private origin: Int32Array;
  private luck: Int32Array;
  private from: Int32Array;
  /** Registrations that are to succeed another one, by that other one, while they are pending. */
  private readonly pending = new Map<number, number>();
  /** Pending registrations that will fall, with the day on which they do. */
  private readonly dooms = new Map<number, Day>();
  /** Numbers of new metering points in their area, by row. */
  private readonly numbers = new Map<number, number>();
  private readonly agents: AgentChoice;
  private readonly areaFirst: number[];
  private readonly areaNext: number[];
  private readonly distributors: number[];

  /** @param spare room for so many registrations after the first; it takes memory only as it is used */
  constructor(groups: readonly Group[], scenario: Scenario, agents: AgentChoice, spare: number) {
    const last = groups.at(-1);
    this.count = last ? last.first + last.count : 0;
    this.rows = this.count;
    this.agents = agents;
    const room = this.count + spare;
    const bytes = () => new Uint8Array(room);
    this.supplier = bytes();
    this.area = bytes();
    this.type = bytes();
    this.flags = bytes();
    this.metering = bytes();
    this.collector = bytes();
    this.ms = bytes();
    this.ds = bytes();
    this.state = bytes();
    this.status = new Uint8Array(2 * room);
    this.efd = new Int16Array(2 * room);
    this.sent = new Uint8Array(2 * room);
    this.counting = new Uint8Array(2 * room);
    this.reads = bytes();
    this.routes = new Uint8Array(spare);
    this.got = new Int32Array(spare);
    this.former = new Int32Array(spare);
    this.origin = new Int32Array(spare);
    this.luck = new Int32Array(spare);
    this.from = new Int32Array(spare);
    this.distributors = Object.values(scenario.areas).map(a => a.distributor);
    this.areaFirst = this.distributors.map((_, a) => groups.find(g => g.area === a)?.first ?? 0);
    this.areaNext = this.distributors.map((_, a) => groups.reduce((n, g) => (g.area === a ? n + g.count : n), 0));
    for (const group of groups) this.fill(group);
  }

  has(id: number, flag: number): boolean {
    return (this.flags[id]! & flag) !== 0;
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
   */
  register(of: Registration): number {
    if (this.rows === this.supplier.length) this.grow();
    const id = this.rows++;
    const k = id - this.count;
    const { former, supplier, area, type } = of;
    this.former[k] = former;
    this.from[k] = of.from;
    if (former < 0) {
      this.origin[k] = id;
      this.luck[k] = (LUCKS << 26) | this.numbers.size;
      this.numbers.set(id, this.areaNext[area]!++);
    } else {
      this.origin[k] = this.originOf(former);
      this.luck[k] = (this.nextNumber(former) << 26) | (this.luckOf(former) & (2 ** 26 - 1));
      this.pending.set(former, id);
      this.set(former, FLAG.leaving);
    }
    this.supplier[id] = supplier;
    this.area[id] = area;
    this.type[id] = type;
    this.flags[id] = FLAG.pending | (of.complex ? FLAG.complex : 0);
    if (former >= 0) this.flags[id]! |= this.flags[former]! & FLAG.linked;
    for (const agent of AGENTS) {
      if (agent !== 'da') this[agent][id] = this.agents.of(supplier, area, type, agent, this.luck[k]);
    }
    return id;
  }

  /** The number of the legacy data aggregator, which only matters when it is appointed. */
  da(id: number): number {
    return this.agents.of(this.supplier[id]!, this.area[id]!, this.type[id]!, 'da', this.luckOf(id));
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
    this.state[id] = this.state[former]!;
    for (let service = 0; service < 2; service++) {
      for (const column of [this.status, this.efd, this.sent, this.counting]) {
        column[2 * id + service] = column[2 * former + service]!;
      }
    }
    for (const agent of AGENTS) {
      if (agent === 'da') continue;
      const [role, before] = [id, former].map(row => AgentChoice.role(this.type[row]!, agent));
      if (role === before) this[agent][id] = this[agent][former]!;
    }
  }

  /**
   * A pending registration is to fall on a day. It is known beforehand, so that whatever happens on that day can tell,
   * in whichever order its events are taken.
   */
  doom(id: number, day: Day): void {
    this.set(id, FLAG.doomed);
    this.dooms.set(id, day);
  }

  /** The day on which a doomed registration falls. */
  doomOf(id: number): Day {
    return this.dooms.get(id)!;
  }

  /** A pending registration falls away; the former one stays. */
  fall(id: number): void {
    const former = this.formerOf(id);
    this.set(id, FLAG.dead);
    this.dooms.delete(id);
    if (former < 0) return;
    this.pending.delete(former);
    this.clear(former, FLAG.leaving | FLAG.overtaken);
  }

  /** The registration that is to succeed this one; −1 where none is pending. */
  successorOf(id: number): number {
    return this.has(id, FLAG.leaving) ? this.pending.get(id)! : -1;
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
      if (this.origin[row - this.count] === origin && this.isCurrent(row)) current = row;
    }
    return current;
  }

  /** The registration that this one follows; −1 for the first of a metering point. */
  formerOf(id: number): number {
    return id < this.count ? -1 : this.former[id - this.count]!;
  }

  /** The metering point's first registration, which stands for the MSID. */
  originOf(id: number): number {
    return id < this.count ? id : this.origin[id - this.count]!;
  }

  /** What a registration's draws are keyed by. */
  luckOf(id: number): number {
    return id < this.count ? id : this.luck[id - this.count]!;
  }

  /** Day from which a registration after the first counts. */
  registeredFrom(id: number): Day {
    return this.from[id - this.count]!;
  }

  /** What a registration after the first has become: a number of the actors'. */
  routeOf(id: number): number {
    return id < this.count ? 0 : this.routes[id - this.count]!;
  }

  setRoute(id: number, route: number): void {
    this.routes[id - this.count] = route;
  }

  /** What has come of what a registration after the first waits for: bits of the actors'. */
  gotOf(id: number): number {
    return id < this.count ? 0 : this.got[id - this.count]!;
  }

  setGot(id: number, bits: number): void {
    this.got[id - this.count]! |= bits;
  }

  /** The 13-digit MPAN core: the distributor's prefix, the point's number in the area, and the check digit. */
  mpan(id: number): string {
    const origin = this.originOf(id);
    const area = this.area[origin]!;
    return mpanCore(this.distributors[area]!, this.numbers.get(origin) ?? origin - this.areaFirst[area]!);
  }

  /** The first registration of the point with an MPAN core, of those there were at the beginning; −1 if there is none. */
  find(mpan: string): number {
    const area = this.distributors.indexOf(Number(mpan.slice(0, 2)));
    if (area < 0) return -1;
    const id = this.areaFirst[area]! + Number(mpan.slice(2, 12));
    return id < this.count && this.area[id] === area && this.mpan(id) === mpan ? id : -1;
  }

  /** The market's points as it begins: each draws its agents by its own number, so any part can be made by itself. */
  private fill({ first, count, supplier, area, type, complex }: Group): void {
    const end = first + count;
    this.supplier.fill(supplier, first, end);
    this.area.fill(area, first, end);
    this.type.fill(type, first, end);
    this.flags.fill(complex ? FLAG.complex : 0, first, end);
    for (const agent of AGENTS) {
      if (agent === 'da') continue;
      const column = this[agent];
      const only = this.agents.only(supplier, area, type, agent);
      if (only !== null) column.fill(only, first, end);
      else for (let id = first; id < end; id++) column[id] = this.agents.of(supplier, area, type, agent, id);
    }
  }

  private nextNumber(former: number): number {
    // The upper half of the numbers is for points that are new.
    const number = this.luckOf(former) >>> 26;
    return Math.min(number + 1, number < LUCKS ? LUCKS - 1 : 2 * LUCKS - 1);
  }

  /** Room for more registrations. */
  private grow(): void {
    const spare = Math.max(64, Math.ceil((this.rows - this.count) * 0.5), this.count >> 6);
    const more = <T extends Uint8Array | Int16Array | Int32Array>(column: T, width = 1): T => {
      const grown = new (column.constructor as new (n: number) => T)(column.length + spare * width);
      grown.set(column);
      return grown;
    };
    this.supplier = more(this.supplier);
    this.area = more(this.area);
    this.type = more(this.type);
    this.flags = more(this.flags);
    this.metering = more(this.metering);
    this.collector = more(this.collector);
    this.ms = more(this.ms);
    this.ds = more(this.ds);
    this.state = more(this.state);
    this.status = more(this.status, 2);
    this.efd = more(this.efd, 2);
    this.sent = more(this.sent, 2);
    this.counting = more(this.counting, 2);
    this.reads = more(this.reads);
    this.routes = more(this.routes);
    this.got = more(this.got);
    this.former = more(this.former);
    this.origin = more(this.origin);
    this.luck = more(this.luck);
    this.from = more(this.from);
  }
}

/** The market's points, each with agents from those of its supplier. @param spare see {@link Points} */
export function makePoints(
  scenario: Scenario,
  parties: Parties,
  groups: readonly Group[],
  keys: SeedKeys,
  spare = 0,
): Points {
  return new Points(groups, scenario, new AgentChoice(scenario, parties, keys), spare);
}
