import type { AgentRole, LegacyClass } from '../scenario/index.ts';

/** MHHS market segments. A point with mixed meters is Advanced as a whole. */
export const SEGMENTS = ['Smart', 'Advanced', 'Unmetered'] as const;
export type Segment = (typeof SEGMENTS)[number];

/** What a metering point is: its legacy class and meter, its MHHS segment, and the agents that it needs. */
export interface PointType {
  readonly name: 'NHH smart' | 'NHH traditional' | 'NHH advanced' | 'HH advanced' | 'HH smart' | 'UMS';
  readonly legacyClass: LegacyClass;
  /** As the scenario names it within its class. */
  readonly meter: 'smart' | 'traditional' | 'advanced' | 'unmetered';
  /** Position in {@link SEGMENTS}. */
  readonly segment: number;
  /** Legacy metering agent: the MOA, or for unmetered supplies the meter administrator. */
  readonly metering: AgentRole;
  readonly collector: AgentRole;
  /** Metering service under MHHS; null where the area's UMSO is it. */
  readonly service: AgentRole | null;
  readonly data: AgentRole;
}

/** All types, in the order of the procedure catalogue's meter types. Traditional meters have MSS and SDS. */
export const POINT_TYPES: readonly PointType[] = [
  type('NHH smart', 'NHH', 'smart', 0, 'MOA', 'NHHDC', 'MSS', 'SDS'),
  type('NHH traditional', 'NHH', 'traditional', 0, 'MOA', 'NHHDC', 'MSS', 'SDS'),
  type('NHH advanced', 'NHH', 'advanced', 1, 'MOA', 'NHHDC', 'MSA', 'ADS'),
  type('HH advanced', 'HH', 'advanced', 1, 'MOA', 'HHDC', 'MSA', 'ADS'),
  type('HH smart', 'HH', 'smart', 0, 'MOA', 'HHDC', 'MSS', 'SDS'),
  type('UMS', 'UMS', 'unmetered', 2, 'MA', 'HHDC', null, 'UMSDS'),
];

function type(
  name: PointType['name'],
  legacyClass: LegacyClass,
  meter: PointType['meter'],
  segment: number,
  metering: AgentRole,
  collector: AgentRole,
  service: AgentRole | null,
  data: AgentRole,
): PointType {
  return { name, legacyClass, meter, segment, metering, collector, service, data };
}
