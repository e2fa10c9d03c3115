import { type Part, row, step } from '../../procedures/index.ts';
import type { Act } from '../act.ts';
import { ROUTE } from '../routes.ts';
import { isWithSwitch } from '../services.ts';

/** Rows of a procedure that asks for agents, by what they do; left out where the procedure has none. */
interface Refs {
  readonly request: string;
  readonly validate: string;
  readonly answer: string;
  readonly publish: string;
  readonly confirm: string;
  readonly askDetails?: string;
  readonly mtds?: string;
  readonly hhData?: string;
  readonly hhReads?: string;
  readonly passMtds?: string;
  readonly endLegacy?: string;
  readonly inventory?: string;
  readonly settleRead?: string;
  readonly sendRead?: string;
  /** A pending appointment is ended because the service is asked for anew. */
  readonly ended?: string;
  /** What falls at gate closure. */
  readonly expired?: string;
}

/** Who takes part, and what else is not the same in all procedures. */
interface Parts {
  /** The supplier that asks. */
  readonly supplier: Part;
  /** The supplier whose agents go out. */
  readonly loser: Part;
  /** Who has the technical details so far. */
  readonly mtdsFrom: Part;
  /** A legacy MSID is moved: its segment must be open. */
  readonly migrates: boolean;
  /** Both services take effect, or neither does. */
  readonly jointly: boolean;
  /** The outgoing agents are told of the answer. */
  readonly tellsOutgoing: boolean;
  /** May still be asked for once the registration has begun. */
  readonly retrospective: boolean;
}

/** How agents are appointed: the messages and steps of a procedure by their numbers in the catalogue, −1 for none. */
export type Kind = ReturnType<typeof kind>;

function kind(parts: Parts, refs: Refs) {
  const { supplier, loser, mtdsFrom, tellsOutgoing } = parts;
  const message = (ref: string | undefined, flow: string, from: Part, to: Part) =>
    ref === undefined ? -1 : row(ref, flow, from, to);
  const due = (ref: string | undefined) => (ref === undefined ? -1 : step(ref));
  const outgoing = tellsOutgoing ? refs.publish : undefined;
  return {
    ...parts,
    if031: row(refs.request, 'IF-031', supplier, 'SMRA'),
    if032: row(refs.validate, 'IF-032', 'SMRA', supplier),
    if033Ms: row(refs.validate, 'IF-033', 'SMRA', 'incoming MS'),
    if033Ds: row(refs.validate, 'IF-033', 'SMRA', 'incoming DS'),
    if034Ms: row(refs.answer, 'IF-034', 'incoming MS', 'SMRA'),
    if034Ds: row(refs.answer, 'IF-034', 'incoming DS', 'SMRA'),
    if035Ms: row(refs.publish, 'IF-035', 'SMRA', 'incoming MS'),
    if035Ds: row(refs.publish, 'IF-035', 'SMRA', 'incoming DS'),
    if035Supplier: row(refs.publish, 'IF-035', 'SMRA', supplier),
    if035OutgoingMs: message(outgoing, 'IF-035', 'SMRA', 'outgoing MS'),
    if035OutgoingDs: message(outgoing, 'IF-035', 'SMRA', 'outgoing DS'),
    endedMs: message(refs.ended, 'IF-035', 'SMRA', 'incoming MS'),
    endedDs: message(refs.ended, 'IF-035', 'SMRA', 'incoming DS'),
    endedSupplier: message(refs.ended, 'IF-035', 'SMRA', supplier),
    expiredMs: message(refs.expired, 'IF-035', 'SMRA', 'incoming MS'),
    expiredDs: message(refs.expired, 'IF-035', 'SMRA', 'incoming DS'),
    expiredSupplier: message(refs.expired, 'IF-035', 'SMRA', supplier),
    d0170Moa: message(refs.askDetails, 'D0170', 'SMRA', 'outgoing MOA'),
    d0170Dc: message(refs.askDetails, 'D0170', 'SMRA', 'outgoing DC'),
    d0149: message(refs.mtds, 'D0149', mtdsFrom, 'incoming MS'),
    d0150: message(refs.mtds, 'D0150', mtdsFrom, 'incoming MS'),
    d0268: message(refs.mtds, 'D0268', mtdsFrom, 'incoming MS'),
    d0149Supplier: message(refs.passMtds, 'D0149', 'incoming MS', supplier),
    d0150Supplier: message(refs.passMtds, 'D0150', 'incoming MS', supplier),
    d0268Supplier: message(refs.passMtds, 'D0268', 'incoming MS', supplier),
    d0149Ds: message(refs.passMtds, 'D0149', 'incoming MS', 'incoming DS'),
    d0150Ds: message(refs.passMtds, 'D0150', 'incoming MS', 'incoming DS'),
    d0268Ds: message(refs.passMtds, 'D0268', 'incoming MS', 'incoming DS'),
    d0036Ds: message(refs.hhData, 'D0036', 'outgoing DC', 'incoming DS'),
    d0036Supplier: message(refs.hhData, 'D0036', 'outgoing DC', loser),
    d0036Ldso: message(refs.hhData, 'D0036', 'outgoing DC', 'LDSO'),
    d0275Ds: message(refs.hhData, 'D0275', 'outgoing DC', 'incoming DS'),
    d0275Supplier: message(refs.hhData, 'D0275', 'outgoing DC', loser),
    d0275Ldso: message(refs.hhData, 'D0275', 'outgoing DC', 'LDSO'),
    d0010Hh: message(refs.hhReads, 'D0010', 'outgoing DC', loser),
    d0380: message(refs.hhReads, 'D0380', 'outgoing DC', loser),
    d0151Moa: message(refs.endLegacy, 'D0151', loser, 'outgoing MOA'),
    d0151Umso: message(refs.endLegacy, 'D0151', loser, 'outgoing UMSO'),
    d0151Dc: message(refs.endLegacy, 'D0151', loser, 'outgoing DC'),
    d0151Ma: message(refs.endLegacy, 'D0151', loser, 'outgoing MA'),
    if036Supplier: row(refs.confirm, 'IF-036', 'SMRA', supplier),
    if036Ms: row(refs.confirm, 'IF-036', 'SMRA', 'incoming MS'),
    if036Ds: row(refs.confirm, 'IF-036', 'SMRA', 'incoming DS'),
    if036Ldso: row(refs.confirm, 'IF-036', 'SMRA', 'LDSO'),
    if036Ees: row(refs.confirm, 'IF-036', 'SMRA', 'EES'),
    d0388: message(refs.inventory, 'D0388', 'incoming MS', 'incoming DS'),
    request: due(refs.request),
    validate: due(refs.validate),
    answer: due(refs.answer),
    publish: due(refs.publish),
    askDetails: due(refs.askDetails),
    mtds: due(refs.mtds),
    hhData: due(refs.hhData),
    hhReads: due(refs.hhReads),
    passMtds: due(refs.passMtds),
    endLegacy: due(refs.endLegacy),
    confirm: due(refs.confirm),
    inventory: due(refs.inventory),
    settleRead: due(refs.settleRead),
    sendRead: due(refs.sendRead),
  } as const;
}

/** Forward migration on change of agent (MCA). */
export const COA: Kind = kind(
  {
    supplier: 'Supplier',
    loser: 'Supplier',
    mtdsFrom: 'outgoing MOA',
    migrates: true,
    jointly: false,
    tellsOutgoing: false,
    retrospective: false,
  },
  {
    request: '3.1.1',
    validate: '3.1.2',
    answer: '3.1.3',
    publish: '3.1.4',
    askDetails: '3.1.5',
    mtds: '3.1.6',
    hhData: '3.1.7',
    hhReads: '3.1.8',
    passMtds: '3.1.9',
    endLegacy: '3.1.10',
    confirm: '3.1.11',
    inventory: '3.1.12',
    settleRead: '3.1.15',
    sendRead: '3.1.16',
    ended: '3.1.13',
    expired: 'gate-closure.1',
  },
);

/** Forward migration on change of supplier (MCS). */
export const MCS: Kind = kind(
  {
    supplier: 'new Supplier',
    loser: 'old Supplier',
    mtdsFrom: 'outgoing MOA',
    migrates: true,
    jointly: true,
    tellsOutgoing: false,
    retrospective: false,
  },
  {
    request: '3.2.3',
    validate: '3.2.3',
    answer: '3.2.4',
    publish: '3.2.4',
    askDetails: '3.2.5',
    mtds: '3.2.7',
    hhData: '3.2.8',
    hhReads: '3.2.9',
    passMtds: '3.2.11',
    endLegacy: '3.2.6',
    confirm: '3.2.12',
    inventory: '3.2.13',
    settleRead: '3.2.17',
    sendRead: '3.2.18',
    ended: 'forward-cos.1',
    expired: 'forward-cos.1',
  },
);

/** Change of supplier within the MHHS arrangements. */
export const MHHS_SWITCH: Kind = kind(
  {
    supplier: 'new Supplier',
    loser: 'old Supplier',
    mtdsFrom: 'outgoing MS',
    migrates: false,
    jointly: false,
    tellsOutgoing: true,
    retrospective: true,
  },
  {
    request: 'mhhs-cos.2',
    validate: 'mhhs-cos.3',
    answer: 'mhhs-cos.4',
    publish: 'mhhs-cos.5',
    mtds: 'mhhs-cos.7',
    passMtds: 'mhhs-cos.8',
    confirm: 'mhhs-cos.6',
    inventory: 'mhhs-cos.9',
    ended: 'mhhs-cos.11',
    expired: 'mhhs-cos.11',
  },
);

/** A new metering point, which has no agents before. */
export const CONNECTION: Kind = kind(
  {
    supplier: 'Supplier',
    loser: 'Supplier',
    mtdsFrom: 'outgoing MS',
    migrates: false,
    jointly: false,
    tellsOutgoing: false,
    retrospective: true,
  },
  {
    request: 'new-connection.2',
    validate: 'new-connection.3',
    answer: 'new-connection.4',
    publish: 'new-connection.5',
    confirm: 'new-connection.6',
  },
);

const KINDS: readonly Kind[] = [COA, MCS, MHHS_SWITCH, CONNECTION];

/** By route: how a registration's agents are asked for together with it. What was to be forward may have become legacy. */
const BY_ROUTE: Readonly<Record<number, Kind>> = {
  [ROUTE.forward]: MCS,
  [ROUTE.legacy]: MCS,
  [ROUTE.mhhs]: MHHS_SWITCH,
  [ROUTE.connection]: CONNECTION,
};

/** How the appointment that the current messages belong to is asked for. */
export function kindOf(c: Act): Kind {
  return isWithSwitch(c.branch) ? BY_ROUTE[c.route]! : COA;
}

type MessageName = {
  [K in keyof Kind]: K extends `${'if' | 'd0' | 'ended' | 'expired'}${string}` ? K : never;
}[keyof Kind];

/** Messages of all kinds of appointment, for what a stage receives or sends. */
export function everyKind(...names: readonly MessageName[]): number[] {
  return KINDS.flatMap(of => names.map(name => of[name])).filter(message => message >= 0);
}

/** Work belongs to the step of its kind of appointment. */
export function stepOf(name: 'validate' | 'answer' | 'publish' | 'mtds' | 'passMtds' | 'endLegacy' | 'inventory') {
  return (c: Act): number => kindOf(c)[name];
}

/** The SMRA among those who may owe a step: those of its rows who send before it are numbered before it. */
export function smraOwing(c: Act, of: Kind, owed: number): number {
  return of === MCS ? c.debtor(owed, 'SMRA', c.smra) : c.smra;
}

/** The registration whose agents go out: the former one with a switch, else the one that changes its agents. */
export function outgoing(c: Act): number {
  return isWithSwitch(c.branch) ? c.old : c.id;
}

export function outgoingMetering(c: Act): number {
  return c.points.metering[outgoing(c)]!;
}

export function outgoingCollector(c: Act): number {
  return c.points.collector[outgoing(c)]!;
}

/** The supplier whose agents go out. */
export function losingSupplier(c: Act): number {
  return c.points.supplier[outgoing(c)]!;
}
