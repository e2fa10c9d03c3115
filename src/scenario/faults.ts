import type { Place } from './tree.ts';

/** One thing that is wrong in a scenario, at the place where it can be put right. */
export interface Fault extends Place {
  /** As in `suppliers.ALDRE.plan.to`; empty for the file as a whole. */
  readonly path: string;
  /** What is wrong. */
  readonly message: string;
  /** What is allowed, where the message does not say so already. */
  readonly allowed?: string;
}

/** Every fault of a scenario. Its message has one line for each, sorted by file and place. */
export class ScenarioFaults extends Error {
  readonly faults: readonly Fault[];

  /** @param files in the order in which their faults are listed; files not among them come last. */
  constructor(faults: readonly Fault[], files: readonly string[] = []) {
    const sorted = sortFaults(faults, files);
    super(sorted.map(formatFault).join('\n'));
    this.name = 'ScenarioFaults';
    this.faults = sorted;
  }
}

/** `file:line:column: path: what is wrong; allowed: what is allowed`. */
function formatFault(fault: Fault): string {
  const where = `${fault.file}:${fault.line}:${fault.column}`;
  const what = fault.allowed === undefined ? fault.message : `${fault.message}; allowed: ${fault.allowed}`;
  return `${where}: ${fault.path === '' ? '(file)' : fault.path}: ${what}`;
}

function sortFaults(faults: readonly Fault[], files: readonly string[]): Fault[] {
  const rank = (file: string) => (files.includes(file) ? files.indexOf(file) : files.length);
  return faults.toSorted(
    (a, b) =>
      rank(a.file) - rank(b.file) ||
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column,
  );
}
