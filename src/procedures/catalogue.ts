/** The shape of a procedure: rows as BSCP708 prints them, each with its messages and its deadline. */

/** All networks, in the order of their numbers. */
export const NETWORK_NAMES = ['DIP', 'DTN', 'CSS', 'bilateral'] as const;
export type Network = (typeof NETWORK_NAMES)[number];

/**
 * A part that a party plays in a procedure. "MS" is the metering service under MHHS (MSS, MSA or UMSO),
 * "DS" the data service (SDS, ADS or UMSDS), "DC" the legacy data collector (NHHDC or HHDC), "MA" the meter
 * administrator and "DA" the data aggregator. Agents come in or go out where the procedure changes them; a supplier is
 * old or new where the point is switched, and has the import or the export MSID where two are linked.
 */
export type Part =
  | 'Supplier'
  | 'new Supplier'
  | 'old Supplier'
  | 'import Supplier'
  | 'export Supplier'
  | 'CSS'
  | 'SMRA'
  | 'LDSO'
  | 'EES'
  | 'BSC Central Services'
  | 'MS'
  | 'DS'
  | 'MOA'
  | 'DC'
  | 'incoming MS'
  | 'incoming DS'
  | 'incoming MOA'
  | 'incoming DC'
  | 'incoming MA'
  | 'incoming DA'
  | 'outgoing MS'
  | 'outgoing DS'
  | 'outgoing MOA'
  | 'outgoing UMSO'
  | 'outgoing DC'
  | 'outgoing MA';

/** The service that an appointment is for; each appointment procedure runs once for either. */
export type Service = 'MS' | 'DS';

/** A meter type within a legacy class: what decides which rows apply to a metering point. */
export type MeterType = 'NHH smart' | 'NHH traditional' | 'NHH advanced' | 'HH advanced' | 'HH smart' | 'UMS';

export const METER_TYPES: readonly MeterType[] = [
  'NHH smart',
  'NHH traditional',
  'NHH advanced',
  'HH advanced',
  'HH smart',
  'UMS',
];

/** One message of a step: a flow from one part to another. */
export interface Message {
  readonly from: Part;
  readonly to: Part;
  readonly flow: string;
  readonly network: Network;
  /** Sent only for a share of points that the scenario gives (`steps.<ref>.also`). */
  readonly optional: boolean;
  /** Where it is not sent for every metering point of the step. */
  readonly only?: readonly MeterType[];
}

/** The deadline of a step. */
export interface Due {
  /** As a deadline is written in a scenario: `5 WD`, `60 min`; or a moment that the procedure itself fixes. */
  readonly within: string | { readonly moment: string };
  /** From what it counts. */
  readonly of: string;
  /** True where the source gives no figure and the project assumes one. */
  readonly assumed: boolean;
}

/** One row of a procedure. */
export interface Step {
  /** The source's own number, or `name.n` for a row that the sources do not number. */
  readonly ref: string;
  readonly title: string;
  /** The trigger. */
  readonly on: string;
  readonly messages: readonly Message[];
  /** For an internal act: who does what. */
  readonly act?: { readonly by: Part; readonly what: string };
  readonly due: Due | null;
  readonly appliesTo: readonly MeterType[];
  readonly source: string;
  /** What the project assumes where the sources are silent or at odds. */
  readonly note?: string;
}

export interface Procedure {
  /** As on the command line: `forward-coa`. */
  readonly name: string;
  readonly title: string;
  /** The sources' code for it as an appointment scenario (`MCA`, `MCS`, `REVM`), else one of the project's own. */
  readonly scenario: string;
  readonly source: string;
  readonly steps: readonly Step[];
}

/** Messages from one part to several, of one flow or of several: one message for each pair. */
export function messages(
  from: Part,
  to: Part | readonly Part[],
  flows: string | readonly string[],
  more: { optional?: boolean; only?: readonly MeterType[] } = {},
): Message[] {
  const receivers = typeof to === 'string' ? [to] : to;
  const all = typeof flows === 'string' ? [flows] : flows;
  return receivers.flatMap(receiver =>
    all.map(flow => ({
      from,
      to: receiver,
      flow,
      network: networkOf(flow),
      optional: more.optional ?? false,
      ...(more.only ? { only: more.only } : {}),
    })),
  );
}

/** IF flows go by DIP, D flows by DTN; the CSS has a link of its own, and what is agreed bilaterally goes by none. */
function networkOf(flow: string): Network {
  if (flow.startsWith('IF-')) return 'DIP';
  if (flow.startsWith('CSS')) return 'CSS';
  return flow.startsWith('bilateral ') ? 'bilateral' : 'DTN';
}
