import type { Space } from '../market/index.ts';
import type { QuantileTable } from '../random/index.ts';
import type { BritishTime, Day, Seconds } from '../time/index.ts';

/** What a supplier does, worked out from the scenario. Shares are thresholds on 32 random bits. */
export interface SupplierRules {
  /** First day on which it may migrate points: qualified and service-activated. */
  readonly from: Day;
  /** Days from the IF-031 to the EFD. */
  readonly lead: QuantileTable;
  /** The second on which a request is sent on a day, by luck. */
  readonly sendAt: (day: Day, u: number) => Seconds;
  /** By point type: luck below this means that a read of the 8 days before the EFD is at hand. */
  readonly readBelow: readonly number[];
  /** Luck below this means that a service is asked for a second time before its IF-036. */
  readonly againBelow: number;
  /** Within how many Working Days of the first request. */
  readonly againWithin: number;
  /** Working Days from a rejection to the next request. */
  readonly retryAfter: number;
  readonly attempts: number;
}

/** How switches go. Shares are thresholds on 32 random bits. */
export interface SwitchRules {
  /** The second on which a switch is requested on a day, by luck. */
  readonly requestAt: (day: Day, u: number) => Seconds;
  /** Days from the request to the EFD. */
  readonly notice: QuantileTable;
  /** By segment: Working Days in which the old supplier may object, and the luck below which it does. */
  readonly objection: readonly { readonly within: number; readonly below: number }[];
  readonly withdrawnBelow: number;
  /** By supplier and segment: luck below this means that it migrates a legacy point with the switch, from a day on. */
  readonly migrate: readonly { readonly below: readonly number[]; readonly from: Day }[];
  /** By point type: luck below this means that there is a switch read. */
  readonly readBelow: readonly number[];
  readonly disputedBelow: number;
  /** Luck below this means that a D0205 lacks the incoming MOA. */
  readonly missingMoaBelow: number;
  /** Luck below this means that a smart meter is enrolled in the DCC. */
  readonly enrolledBelow: number;
  /** Working Days after the EFD after which a missing switch read is an exception. */
  readonly exceptionsAfter: { readonly legacy: number; readonly enrolled: number; readonly mhhs: number };
}

/** How works on meters go. */
export interface WorksRules {
  /** The second on which works are asked for on a day with hours, by luck. */
  readonly requestAt: (day: Day, u: number) => Seconds;
  /** Days from the request to the visit. */
  readonly visit: QuantileTable;
  /** The second of a visit on a day, or on the next one with hours, by luck. */
  readonly visitAt: (day: Day, u: number) => Seconds;
  /** By point type: the types that it may have after an exchange, and their cumulated shares on 32 random bits. */
  readonly becomes: readonly { readonly types: readonly number[]; readonly tops: readonly number[] }[];
  /** By supplier and point type: the day from which all of its agents for the type are qualified. */
  readonly agentsFrom: readonly (readonly Day[])[];
  /** Whether the clocks of NHH advanced meters are put to UTC. */
  readonly clocks: boolean;
}

/** How new metering points are registered. */
export interface ConnectionRules {
  /** First day on which points are born under MHHS: M10. */
  readonly from: Day;
  /** Whether points are registered on a day. */
  readonly works: (day: Day) => boolean;
  /** The second on which a point is registered on a day, by luck. */
  readonly registerAt: (day: Day, u: number) => Seconds;
  /** Days from the registration to its EFD. */
  readonly notice: QuantileTable;
  /** By supplier and point type: the first day on which it and its agents are qualified. */
  readonly supplierFrom: readonly (readonly Day[])[];
}

/** What an agent or an SMRA refuses at random, and why. */
export interface Refusals {
  readonly below: number;
  readonly reasons: readonly string[];
  /** Cumulated shares of the reasons, as thresholds on 32 random bits. */
  readonly tops: readonly number[];
}

/** The rules of the market that handlers go by. */
export interface Rules {
  readonly british: BritishTime;
  readonly first: Day;
  readonly last: Day;
  /** The n-th Working Day after a day. */
  readonly workingDay: (day: Day, n: number) => Day;
  readonly suppliers: readonly SupplierRules[];
  /** Null where nobody switches. */
  readonly switching: SwitchRules | null;
  /** Null where no meter is touched. */
  readonly works: WorksRules | null;
  /** Null where no points are connected. */
  readonly connections: ConnectionRules | null;
  /** Who reminds whom of what is overdue, and how often; null where nobody does. */
  readonly chasing: { readonly mtds: number; readonly appointments: number } | null;
  /** First day on which a metering service (by number) may serve a point. */
  readonly msFrom: readonly Day[];
  readonly dsFrom: readonly Day[];
  /** First day of migration by market segment: M11 for Advanced and Unmetered, M12 for Smart. */
  readonly segmentFrom: readonly Day[];
  /** M14: complex-metered points may migrate from here on. */
  readonly complexFrom: Day;
  /** Seconds of the day. */
  readonly batch: number;
  readonly gateClosure: number;
  readonly smraRefusals: Refusals;
  readonly msRefusals: readonly Refusals[];
  readonly dsRefusals: readonly Refusals[];
  /** By message number: luck below this means that an optional flow is sent. */
  readonly optionalBelow: readonly number[];
  /** Working Days after the EFD until a read is deemed where none has come. */
  readonly deemAfter: number;
  /** By step: where the parties of each space begin among those who may owe it. */
  readonly debtors: readonly Partial<Record<Space, number>>[];
}
