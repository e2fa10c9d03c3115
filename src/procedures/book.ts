import type { Message, Part, Procedure, Step } from './catalogue.ts';
import { dataRetriever } from './data-retriever.ts';
import { forwardCoa } from './forward-coa.ts';
import { forwardCos } from './forward-cos.ts';
import { legacyCos } from './legacy-cos.ts';
import { links } from './links.ts';
import { meterWorks } from './meter-works.ts';
import { mhhsCos } from './mhhs-cos.ts';
import { missing } from './missing.ts';
import { newConnection } from './new-connection.ts';
import { readExceptions } from './read-exceptions.ts';
import { reverseCos } from './reverse-cos.ts';
import { switching } from './switching.ts';

/** Every procedure of the simulated market, in the order in which tables list them. */
export const PROCEDURES: readonly Procedure[] = [
  forwardCoa,
  forwardCos,
  reverseCos,
  switching,
  dataRetriever,
  legacyCos,
  mhhsCos,
  missing,
  meterWorks,
  newConnection,
  links,
  readExceptions,
];

/** A message of the catalogue with its step: what an actor sends, by number. */
export interface Row extends Message {
  /** Position in {@link ROWS}. */
  readonly index: number;
  readonly procedure: Procedure;
  readonly step: Step;
}

/** All messages of all procedures, numbered in the order of the catalogue. */
export const ROWS: readonly Row[] = PROCEDURES.flatMap(procedure =>
  procedure.steps.flatMap(step => step.messages.map(message => ({ ...message, procedure, step }))),
).map((row, index) => ({ ...row, index }));

/** All steps of all procedures, numbered in the order of the catalogue. */
export const STEPS: readonly Step[] = PROCEDURES.flatMap(procedure => procedure.steps);

/**
 * The number of a message in {@link ROWS}. An actor can only send what the catalogue lists.
 *
 * @throws Error if the catalogue has no such message.
 */
export function row(ref: string, flow: string, from: Part, to: Part): number {
  const found = ROWS.find(r => r.step.ref === ref && r.flow === flow && r.from === from && r.to === to);
  if (!found) throw new Error(`the catalogue has no ${flow} from ${from} to ${to} in step ${ref}`);
  return found.index;
}

/**
 * The number of a step in {@link STEPS}.
 *
 * @throws Error if the catalogue has no such step.
 */
export function step(ref: string): number {
  const found = STEPS.findIndex(s => s.ref === ref);
  if (found < 0) throw new Error(`the catalogue has no step ${ref}`);
  return found;
}

/** The steps that a scenario may set, with what may be set: a deadline (`within`), a share of optional flows (`also`). */
export function knownSteps(): Map<string, { due: boolean; optional: boolean }> {
  return new Map(
    STEPS.map(s => [
      s.ref,
      { due: s.due !== null && typeof s.due.within === 'string', optional: s.messages.some(m => m.optional) },
    ]),
  );
}
