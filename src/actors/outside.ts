import type { Day } from '../time/index.ts';

/** What actors may tell of a registration to those who decide what happens next: plans, switches, works. */
export interface Outside {
  /** It is legacy and free: it goes on its supplier's list of points to migrate. */
  list(id: number): void;
  /** It has begun, or goes on after a switch fell: what happens to it next is drawn from today on. */
  begin(id: number, today: Day): void;
}
