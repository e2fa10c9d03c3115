/** Legacy settlement classes, as today's populations are counted. */
export const LEGACY_CLASSES = ['NHH', 'HH', 'UMS'] as const;
export type LegacyClass = (typeof LEGACY_CLASSES)[number];

/** Roles that a company takes on besides those tied to an area or to the market as a whole. */
export const AGENT_ROLES = ['MOA', 'NHHDC', 'HHDC', 'DA', 'MA', 'MSS', 'MSA', 'SDS', 'ADS', 'UMSDS'] as const;
export type AgentRole = (typeof AGENT_ROLES)[number];

/** Roles of the MHHS arrangements: only these must be qualified. */
export const MHHS_ROLES = ['MSS', 'MSA', 'SDS', 'ADS', 'UMSDS'] as const;

/** Kinds of work that take up capacity, by the role that does them. */
export const WORK = {
  SMRA: ['validation', 'response'],
  MSS: ['acceptance', 'mtd'],
  MSA: ['acceptance', 'mtd'],
  UMSO: ['acceptance', 'inventory'],
  SDS: ['acceptance'],
  ADS: ['acceptance'],
  UMSDS: ['acceptance'],
  MOA: ['mtd'],
  NHHDC: ['read'],
  HHDC: ['data'],
  Supplier: ['d0151', 'final-read', 'initial-read'],
} as const;
export type WorkRole = keyof typeof WORK;

export const NETWORKS = ['DIP', 'DTN', 'CSS', 'bilateral'] as const;
export type NetworkName = (typeof NETWORKS)[number];
