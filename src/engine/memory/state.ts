import type { Numbers } from './memory.ts';

/** What something keeps outside the run's {@link Memory}, as plain arrays by name: its part of a checkpoint. */
export type State = Readonly<Record<string, Numbers>>;

/** Something with a state of its own, which a checkpoint holds and a resumed run takes up again. */
export interface Stateful {
  save(): State;
  /** Takes up a state that {@link save} gave, right after it was built. */
  restore(state: State): void;
}

/** As {@link Stateful}, where every thread has a part: that of the entities that belong to it. */
export interface Divided {
  save(): State;
  /**
   * Adds a part that some thread's {@link save} gave to what is there.
   *
   * @param mine whether an entity belongs to this thread; what is kept of others is left out
   */
  add(state: State, mine: (id: number) => boolean): void;
}
