import { type Memory, SharedIndex } from '../engine/index.ts';

/** Bits of `stands`: the status of either service, and above them the state. */
const STATUS_BITS = 3;
const STATUS = (1 << STATUS_BITS) - 1;
const STATE_SHIFT = 2 * STATUS_BITS;
const STATUSES = (1 << STATE_SHIFT) - 1;

/** In place of an EFD: the services stand apart. Before every day there is. */
const APART = -(2 ** 15);

/** Requests for a service are numbered below 8: the latest sent is kept above the latest that counts. */
const SENT_BITS = 4;
const COUNTING = (1 << SENT_BITS) - 1;

/**
 * Where registrations stand: the settlement arrangements, and for either service the appointment asked for. A key is
 * 2·id for MS and 2·id + 1 for DS.
 *
 * Nearly all registrations ask for either service once, and for both with one EFD: three bytes then say all. Of the others,
 * one in fifty, the rest is kept apart.
 */
export class Standings {
  /** State, and status of the request for each service. */
  private readonly stands: Uint8Array;
  /** EFD asked for, in days since the first simulated one, or {@link APART}. */
  private readonly efds: Int16Array;
  /** Which registrations' services stand apart: their places in the columns below. */
  private readonly apart: SharedIndex;
  /** By place and service: the EFD, and how often it was asked for beyond the first time. */
  private readonly ownEfds: Int16Array;
  private readonly requests: Uint8Array;

  readonly state: (id: number) => number;
  readonly setState: (id: number, state: number) => void;
  /** Where the request for a service stands. */
  readonly status: (key: number) => number;
  readonly setStatus: (key: number, status: number) => void;
  /** Whether the requests for both services stand alike. */
  readonly both: (id: number, status: number) => boolean;
  /** The EFD asked for, in days since the first simulated one. */
  readonly efd: (key: number) => number;
  /** The latest request for a service that was sent, 0 for the first. */
  readonly sent: (key: number) => number;
  /** The latest request for a service that counts: it was valid. */
  readonly counting: (key: number) => number;

  /** @param room for so many registrations */
  constructor(memory: Memory, room: number) {
    this.stands = memory.shared('points.stands', Uint8Array, room);
    this.efds = memory.shared('points.efd', Int16Array, room);
    this.apart = new SharedIndex(memory, 'points.apart', room);
    this.ownEfds = memory.shared('points.apart.efds', Int16Array, 2 * (room + 1));
    this.requests = memory.shared('points.apart.requests', Uint8Array, 2 * (room + 1));

    // Every handler asks for these: closures over constants, as engine/cursor.ts has it.
    const { stands, efds } = this;
    this.state = id => stands[id]! >> STATE_SHIFT;
    this.setState = (id, state) => {
      stands[id] = (stands[id]! & STATUSES) | (state << STATE_SHIFT);
    };
    this.status = key => (stands[key >> 1]! >> shiftOf(key)) & STATUS;
    this.setStatus = (key, status) => {
      const shift = shiftOf(key);
      const id = key >> 1;
      stands[id] = (stands[id]! & ~(STATUS << shift)) | (status << shift);
    };
    this.both = (id, status) => (stands[id]! & STATUSES) === (status | (status << STATUS_BITS));
    this.efd = key => {
      const efd = efds[key >> 1]!;
      return efd === APART ? this.ownEfd(key) : efd;
    };
    this.sent = key => (efds[key >> 1] === APART ? this.requestsOf(key) >> SENT_BITS : 0);
    this.counting = key => (efds[key >> 1] === APART ? this.requestsOf(key) & COUNTING : 0);
  }

  /** Whether neither service was asked for. */
  isUnasked(id: number): boolean {
    return (this.stands[id]! & STATUSES) === 0;
  }

  setEfd(key: number, efd: number): void {
    if (efd !== this.efd(key)) this.ownEfds[this.placeApart(key)] = efd;
  }

  /** Both services are asked for with one EFD. */
  setEfds(id: number, efd: number): void {
    if (this.efds[id] !== APART) this.efds[id] = efd;
    else for (const key of [2 * id, 2 * id + 1]) this.ownEfds[this.placeOf(key)] = efd;
  }

  setSent(key: number, request: number): void {
    this.setRequests(key, (request << SENT_BITS) | this.counting(key));
  }

  setCounting(key: number, request: number): void {
    this.setRequests(key, (this.sent(key) << SENT_BITS) | request);
  }

  /** A registration that has not asked for anything goes on where its former one stands. */
  carryOver(former: number, id: number): void {
    this.stands[id] = this.stands[former]!;
    this.setEfds(id, this.efd(2 * former));
    this.setEfd(2 * id + 1, this.efd(2 * former + 1));
    for (let service = 0; service < 2; service++)
      this.setRequests(2 * id + service, this.requestsOf(2 * former + service));
  }

  private ownEfd(key: number): number {
    return this.ownEfds[this.placeOf(key)]!;
  }

  private requestsOf(key: number): number {
    return this.efds[key >> 1] === APART ? this.requests[this.placeOf(key)]! : 0;
  }

  private setRequests(key: number, requests: number): void {
    if (requests !== this.requestsOf(key)) this.requests[this.placeApart(key)] = requests;
  }

  /** Where a service of those that stand apart is. */
  private placeOf(key: number): number {
    return 2 * this.apart.find(key >> 1) + (key & 1);
  }

  /** As {@link placeOf}, for those that may not have stood apart before. */
  private placeApart(key: number): number {
    const id = key >> 1;
    const efd = this.efds[id]!;
    if (efd !== APART) {
      const place = 2 * this.apart.add(id);
      this.ownEfds[place] = efd;
      this.ownEfds[place + 1] = efd;
      this.efds[id] = APART;
    }
    return this.placeOf(key);
  }
}

function shiftOf(key: number): number {
  return (key & 1) * STATUS_BITS;
}
