/** Settlement arrangements of a metering point. */
export const STATES = ['legacy', 'forward', 'mhhs', 'reverse'] as const;
export const LEGACY = 0;
export const FORWARD = 1;
export const MHHS = 2;
export const REVERSE = 3;

/** Where the request for one service (MS or DS) stands; 0 where it was never asked for. First: IF-031 sent. */
export const REQUESTED = 1;
/** Validated; the agent is asked. */
export const PENDING = 2;
export const ACCEPTED = 3;
/** Passed gate closure on the eve of its EFD. */
export const CONFIRMED = 4;
export const EFFECTIVE = 5;
/** Rejected or expired; may be asked for again. */
export const FALLEN = 6;
/** Asked for as often as the supplier will. */
export const GIVEN_UP = 7;

/** What is out of the ordinary about a registration: bits of `flags`. */
export const FLAG = {
  /** Complex-metered: may not migrate before M14. */
  complex: 1,
  /** A switch away is pending. */
  leaving: 2,
  /** The registration has ended. */
  gone: 4,
  /** An appointment that is not effective yet will fall at its gate closure: a switch has overtaken it. */
  overtaken: 8,
  /** Objected to or withdrawn: never became a registration. */
  dead: 16,
  /** Not the MSID's registration yet. */
  pending: 32,
  /** Related to other MSIDs, or one of an import/export pair: see the links. */
  linked: 64,
  /** Will be objected to or withdrawn. */
  doomed: 128,
} as const;
