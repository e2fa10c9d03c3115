import type { Numbers } from './memory.ts';

/** What something keeps outside the run's {@link Memory}, as plain arrays by name: its part of a checkpoint. */
export type State = Readonly<Record<string, Numbers>>;

/** Something with a state of its own, which a checkpoint holds and a resumed run takes up again. */
export interface Stateful {
  save(): State;
  /** Takes up a state that {@link save} gave, right after it was built. */
  restore(state: State): void;
}
