import type { Day, Seconds } from '../time/index.ts';

/** What actors may tell of a registration to those who decide what happens next: plans, switches, works. */
export interface Outside {
  /** It is legacy and free: it goes on its supplier's list of points to migrate. */
  list(id: number): void;
  /** It has begun: what happens to it is drawn from today on. */
  begin(id: number, today: Day): void;
  /** It has other agents under MHHS than before: what is linked with it may be given them. */
  appointed(id: number): void;
  /** It goes on after a switch fell: its next switch is drawn from today on. */
  resume(id: number, today: Day): void;
  /** D0312 and D0304 have come for it: the SMRA looks at them as the next day begins. */
  look(id: number, branch: number, at: Seconds, today: Day): void;
  /** Its meter is of another type, which the market knows from the next day on. */
  exchanged(id: number, type: number, today: Day): void;
}
