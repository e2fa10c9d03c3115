import type { State, Stateful } from './state.ts';

/** Several things that have a state, as one: the names of what a part keeps begin with the part's. */
export class Parts implements Stateful {
  private readonly parts: Readonly<Record<string, Stateful>>;

  /** @param parts by names without a dot */
  constructor(parts: Readonly<Record<string, Stateful>>) {
    this.parts = parts;
  }

  save(): State {
    const all: Record<string, State[string]> = {};
    for (const [part, of] of Object.entries(this.parts)) {
      for (const [name, numbers] of Object.entries(of.save())) all[`${part}.${name}`] = numbers;
    }
    return all;
  }

  /** @throws Error naming a part that was saved and is not here, or is here and was not saved */
  restore(state: State): void {
    const saved = new Map<string, Record<string, State[string]>>();
    for (const [name, numbers] of Object.entries(state)) {
      const dot = name.indexOf('.');
      const part = name.slice(0, dot);
      const own = saved.get(part) ?? {};
      own[name.slice(dot + 1)] = numbers;
      saved.set(part, own);
    }
    for (const part of saved.keys())
      if (!this.parts[part]) throw new Error(`what was saved has "${part}", the scenario has not`);
    for (const part of Object.keys(this.parts))
      if (!saved.has(part)) throw new Error(`the scenario has "${part}", what was saved has not`);
    for (const [part, own] of saved) this.parts[part]!.restore(own);
  }
}
