import { DISPUTED_READ_NODES } from './disputed-read/nodes.ts';
import { FORWARD_COS_NODES } from './forward-cos/nodes.ts';
import { LEGACY_COS_NODES } from './legacy-cos/nodes.ts';
import { LINK_NODES } from './links/nodes.ts';
import { METER_WORKS_NODES } from './meter-works/nodes.ts';
import { MHHS_COS_NODES } from './mhhs-cos/nodes.ts';
import { MISSING_NODES } from './missing/nodes.ts';
import { NEW_CONNECTION_NODES } from './new-connection/nodes.ts';
import { READ_EXCEPTION_NODES } from './read-exceptions/nodes.ts';
import { REVERSE_COS_NODES } from './reverse-cos/nodes.ts';
import { SWITCHING_NODES } from './switching/nodes.ts';

/** The appointment of agents under MHHS, and what it sets off. */
const APPOINTMENT_NODES = [
  'start',
  'request',
  'again',
  'retry',
  'IF-031 at SMRA',
  'validation',
  'validated',
  'IF-032 at supplier',
  'IF-033 at MS',
  'MS acceptance',
  'MS answer',
  'IF-033 at DS',
  'DS acceptance',
  'DS answer',
  'IF-034 at SMRA',
  'response',
  'responded',
  'earlier appointment',
  'gate closure',
  'IF-035 at supplier',
  'overnight batch',
  'D0170 at MOA',
  'MOA mtd',
  'MTDs sent',
  'MTDs at MS',
  'MS mtd',
  'MTDs passed on',
  'D0170 at DC',
  'HH data due',
  'HH data',
  'HH data sent',
  'D0151',
  'D0151 sent',
  'EFD',
  'IF-036 at supplier',
  'IF-036 at UMSO',
  'inventory',
  'inventory sent',
  'final read',
  'final read sent',
  'final read at DC',
  'no read',
  'DC read',
  'read settled',
  'read at supplier',
  'initial read',
  'initial read sent',
  'validated in turn',
  'D0170 at DC in turn',
  'batch on the eve',
  'acceptance at old supplier',
  'CSS00200 at CSS',
] as const;

/** Every place where an actor takes something up, by name; a stage's number is its position here. */
const NAMES = [
  ...APPOINTMENT_NODES,
  ...SWITCHING_NODES,
  ...FORWARD_COS_NODES,
  ...LEGACY_COS_NODES,
  ...MHHS_COS_NODES,
  ...MISSING_NODES,
  ...REVERSE_COS_NODES,
  ...DISPUTED_READ_NODES,
  ...METER_WORKS_NODES,
  ...READ_EXCEPTION_NODES,
  ...LINK_NODES,
  ...NEW_CONNECTION_NODES,
] as const;

export type NodeName = (typeof NAMES)[number];
export const NODE_NAMES: readonly NodeName[] = NAMES;

/** A stage's number by its name. */
export const NODE = Object.fromEntries(NAMES.map((name, i) => [name, i])) as Record<NodeName, number>;
