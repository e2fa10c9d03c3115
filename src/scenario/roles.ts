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
  SMRA: ['validation', 'response', 'registration', 'works'],
  MSS: ['acceptance', 'mtd', 'outgoing-mtd', 'works'],
  MSA: ['acceptance', 'mtd', 'outgoing-mtd', 'works'],
  UMSO: ['acceptance', 'inventory', 'outgoing-inventory'],
  SDS: ['acceptance', 'read'],
  ADS: ['acceptance', 'read'],
  UMSDS: ['acceptance', 'read'],
  MOA: ['mtd', 'appointment', 'introduction', 'meter-details', 'works'],
  MA: ['appointment'],
  NHHDC: ['read', 'appointment', 'opening-read', 'closing-read'],
  HHDC: ['data', 'appointment', 'opening-read'],
  DA: ['appointment'],
  Supplier: [
    'd0151',
    'final-read',
    'initial-read',
    'decision',
    'switch',
    'd0205',
    'switch-read',
    'final-switch-read',
    'dispute',
    'd0367',
  ],
} as const;
export type WorkRole = keyof typeof WORK;

export const NETWORKS = ['DIP', 'DTN', 'CSS', 'bilateral'] as const;
export type NetworkName = (typeof NETWORKS)[number];
