import type { Scenario } from '../schema.ts';
import type { Path } from '../tree.ts';

/** Notes a fault: where, what is wrong, what is allowed (unless the message says so); `key` if the name is wrong. */
export type Say = (path: Path, message: string, allowed?: string, to?: 'key') => void;

/** What must hold between parts of a scenario, beyond the form of each. */
export interface Check {
  /**
   * The parts that it reads, dotted, `*` for any name, `!` where it reads no more than the names. It is left out for a scenario in which one of these is not
   * in form, so that `run` may rely on the types; what else it reads it must ask to be `sound`.
   */
  readonly needs: readonly string[];
  run(scenario: Scenario, say: Say, sound: Sound, context: CheckContext): void;
}

/** What a check may know besides the scenario. */
export interface CheckContext {
  /** The steps of the catalogue by reference, with what may be set for each; steps are not checked without. */
  readonly steps?: KnownSteps | undefined;
}

/** Whether a part of the scenario is in form, so that its type can be relied on. */
export type Sound = (path: Path) => boolean;

export type KnownSteps = ReadonlyMap<string, { readonly due: boolean; readonly optional: boolean }>;

/** Whether a fault at `path` touches a part that a check needs. */
export function touches(path: Path, need: string): boolean {
  const parts = need.replace('!', '').split('.');
  if (need.endsWith('!') && path.length > parts.length) return false;
  return path.every((step, i) => i >= parts.length || parts[i] === '*' || parts[i] === String(step));
}

/** The entries of a record that are mappings; none of what is no record. For parts that may be out of form. */
export function mappings<T extends object>(record: Partial<Record<string, T>> | undefined): [string, T][] {
  return isMapping(record) ? Object.entries(record).filter((entry): entry is [string, T] => isMapping(entry[1])) : [];
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
