// The scenario: what a file may say, how it is read, inherited and overridden, and what is wrong with it.
export type { CheckContext, KnownSteps } from './checks/check.ts';
export { type Fault, ScenarioFaults } from './faults.ts';
export type { CapacitySpec } from './fields.ts';
export { type LoadedScenario, type LoadOptions, loadScenario } from './files.ts';
export { scenarioJsonSchema } from './json-schema.ts';
export { parseRate, parseServers, type Quantity } from './quantities.ts';
export { resolveScenario } from './resolve.ts';
export {
  AGENT_ROLES,
  type AgentRole,
  LEGACY_CLASSES,
  type LegacyClass,
  MHHS_ROLES,
  type NetworkName,
  WORK,
  type WorkRole,
} from './roles.ts';
export type { Chasing, Connections, Links, Scenario, Switching, Works } from './schema.ts';
export { SUPPLIER_SIZES } from './sections/switching.ts';
export { didYouMean } from './suggest.ts';
