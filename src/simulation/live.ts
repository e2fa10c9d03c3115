import { NODE } from '../actors/index.ts';
import { type Daily, run } from '../engine/index.ts';
import type { Day } from '../time/index.ts';
import type { Market } from './build.ts';

/** How far a run has come. */
export interface Progress {
  readonly day: Day;
  readonly first: Day;
  readonly last: Day;
  readonly messages: number;
}

/** How a market is to be lived through. */
export interface LiveOptions {
  /** Called after each simulated day, in the first thread. */
  readonly onDay?: (progress: Progress) => void;
  /** The day on which it is taken up again; the first one if left out. */
  readonly from?: Day;
  /** Called between days, in every thread, when `day` is over; returns whether to go on. */
  readonly rest?: (day: Day) => boolean;
}

/** Runs a market that has been built through all its days; what has become of it is in the market. */
export function live(market: Market, { onDay, from, rest }: LiveOptions = {}): void {
  const { machinery, act, controller, roll, starts, outside, calendar, world, parties } = market;
  const suppliers = parties.in('Supplier').length;
  const daily: Daily = {
    begin(day) {
      outside.open(day);
      starts.open();
      for (const { group, count } of controller.startsOn(day)) roll.take(group, count, starts.push);
      for (let s = 0; s < suppliers; s++) {
        const planned = market.plans[s]!.get(day) ?? 0;
        const waiting = controller.waiting(s);
        if (planned > 0) world.ledger.countOn(day, s, 'planned', planned);
        if (waiting > 0) world.ledger.countOn(day, s, 'waiting', waiting);
      }
    },
    start(day) {
      const midnight = calendar.british.midnight(day);
      const { all } = starts;
      // By number: before V8 has optimised it, iterating makes garbage with each step.
      for (let i = 0; i < all.length; i++) {
        const id = all[i]!;
        if (machinery.ownerOf(id) !== machinery.memory.thread) continue;
        act.place(id, 0, midnight, midnight);
        const at = act.startTime(day);
        act.reach(NODE.start, at);
        for (const other of world.links.secondariesOf(id)) {
          act.place(other, 0, midnight, midnight);
          act.reach(NODE['related start'], at);
        }
      }
    },
    end(day) {
      onDay?.({ day, first: calendar.first, last: calendar.last, messages: machinery.messages.total });
    },
    ...(rest ? { rest } : {}),
  };
  run(machinery, act, daily, from);
}
