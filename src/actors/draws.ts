import { OWN_PURPOSES } from '../engine/index.ts';

/** Purposes of the actors' own draws. */
export const DRAW = {
  lead: OWN_PURPOSES,
  sendAt: OWN_PURPOSES + 1,
  refuse: OWN_PURPOSES + 2,
  reason: OWN_PURPOSES + 3,
  readAtHand: OWN_PURPOSES + 4,
  again: OWN_PURPOSES + 5,
  againDay: OWN_PURPOSES + 6,
  agentRefuse: OWN_PURPOSES + 7,
  agentReason: OWN_PURPOSES + 8,
  switchTo: OWN_PURPOSES + 320,
  switchAt: OWN_PURPOSES + 322,
  notice: OWN_PURPOSES + 323,
  objection: OWN_PURPOSES + 324,
  withdrawal: OWN_PURPOSES + 325,
  withdrawalDay: OWN_PURPOSES + 326,
  migrate: OWN_PURPOSES + 327,
  switchRead: OWN_PURPOSES + 328,
  disputed: OWN_PURPOSES + 329,
  missingMoa: OWN_PURPOSES + 330,
  enrolled: OWN_PURPOSES + 331,
  /** Days until the next switch, and until the next works. */
  nextSwitch: OWN_PURPOSES + 336,
  nextWorks: OWN_PURPOSES + 337,
  worksKind: OWN_PURPOSES + 344,
  worksAt: OWN_PURPOSES + 345,
  visitDays: OWN_PURPOSES + 346,
  visitAt: OWN_PURPOSES + 347,
  becomes: OWN_PURPOSES + 348,
  segmentLead: OWN_PURPOSES + 349,
  connectTo: OWN_PURPOSES + 352,
  connectMeter: OWN_PURPOSES + 353,
  connectAt: OWN_PURPOSES + 354,
  connectNotice: OWN_PURPOSES + 355,
  /** Days until the next change of a point's links, and when it is asked for. */
  nextChange: OWN_PURPOSES + 356,
  changeAt: OWN_PURPOSES + 357,
  optional: OWN_PURPOSES + 16,
  /** One for each node: the delay between a finished job and its act. */
  delay: OWN_PURPOSES + 512,
} as const;
