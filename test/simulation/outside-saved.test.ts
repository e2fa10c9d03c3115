import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outside } from '../../src/actors/index.ts';
import { Controller, Roll } from '../../src/control/index.ts';
import { Memory, type State } from '../../src/engine/index.ts';
import { seedKeys } from '../../src/random/index.ts';
import { digestOfTables } from '../../src/results/index.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import { build, type Market } from '../../src/simulation/build.ts';
import { live } from '../../src/simulation/live.ts';
import { OutsideMail, OutsideWorld } from '../../src/simulation/outside/index.ts';
import { controlSpec } from '../../src/simulation/plans.ts';
import { outcomeOf } from '../../src/simulation/simulate.ts';
import { busyMarket, type RandomMarket } from './random-market.ts';

const RUNS = Math.ceil(Number(process.env.MHHSIM_RUNS ?? 20) / 4);
const SEED = 20_261_122;

/** What decides as a day begins. */
type Leaders = Pick<Market, 'roll' | 'outside' | 'controller'>;

describe('what decides as a day begins', () => {
  test('can be saved on any midnight and taken up by a new one: the run ends to the last byte as if nothing had been', () => {
    fc.assert(
      fc.property(busyMarket, fc.double({ min: 0, max: 1, noNaN: true }), (market, when) => {
        const { scenario, scale } = market;
        const whole = build(scenario, { scale, trace: 5 });
        live(whole);
        const split = build(scenario, { scale, trace: 5 });
        const { first, last } = split.calendar;
        const on = first + Math.floor(when * (last - first));
        const after = liveWith(split, (day, now) => (day === on ? takenUp(market, split, now) : now));
        expect(digestOf(split)).toBe(digestOf(whole));
        expect(plain(after.roll.save())).toEqual(plain(whole.roll.save()));
        expect(plain(after.outside.save())).toEqual(plain(whole.outside.save()));
        expect(plain(after.controller.save())).toEqual(plain(whole.controller.save()));
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  }, 600_000);

  test('gives what it was given, in a busy market on any midnight', () => {
    const market = busy();
    const one = build(market.scenario, { scale: market.scale });
    let kept = 0;
    liveWith(one, (_, now) => {
      const again = leadersOf(market, one);
      again.outside.restore(now.outside.save());
      again.roll.restore(now.roll.save());
      expect(plain(again.outside.save())).toEqual(plain(now.outside.save()));
      expect(plain(again.roll.save())).toEqual(plain(now.roll.save()));
      kept += now.outside.save()['switching.numbers']!.length;
      return now;
    });
    expect(kept).toBeGreaterThan(1000);
  });

  test('names a section that the one has and the other has not', () => {
    const market = busy();
    const saved = build(market.scenario, { scale: market.scale }).outside.save();
    for (const section of ['switching', 'works', 'connections', 'links'] as const) {
      const { [section]: _, ...without } = market.scenario;
      const other = build(without as Scenario, { scale: market.scale }).outside;
      expect(() => other.restore(saved)).toThrow(`what was saved has "${section}", the scenario has not`);
      const own = build(market.scenario, { scale: market.scale }).outside;
      expect(() => own.restore(other.save())).toThrow(`the scenario has "${section}", what was saved has not`);
    }
  });

  test('does not take up what was saved for another number of days', () => {
    const { scenario, scale } = busy();
    const saved = build(scenario, { scale }).outside.save();
    const shorter = { ...scenario, period: { ...scenario.period, to: scenario.period.from } };
    expect(() => build(shorter, { scale }).outside.restore(saved)).toThrow(/the lists that were saved are \d+, not 1/);
  });
});

describe('what actors tell of registrations', () => {
  test('has the same effect from whichever threads it comes, in whatever order', () => {
    fc.assert(
      fc.property(busyMarket, fc.infiniteStream(fc.nat()), ({ scenario, scale }, luck) => {
        const plainRun = build(scenario, { scale, trace: 5 });
        live(plainRun);
        const mixed = build(scenario, { scale, trace: 5 });
        const { points, links } = mixed.world;
        const memory = new Memory(3);
        const boxes = [new OutsideMail(memory, points, links)];
        for (const thread of [1, 2]) {
          boxes.push(new OutsideMail(Memory.of(memory.contents(), thread, 3), points, links));
        }
        const next = () => luck.next().value!;
        const told: ((to: Outside) => void)[] = [];
        (mixed.act as { outside: Outside }).outside = {
          list: id => told.push(to => to.list(id)),
          begin: (id, today) => {
            links.succeed(id);
            told.push(to => to.begin(id, today));
          },
          appointed: id => told.push(to => to.appointed(id)),
          resume: (id, today) => told.push(to => to.resume(id, today)),
          look: (id, branch, at, today) => told.push(to => to.look(id, branch, at, today)),
          exchanged: (id, type, today) => told.push(to => to.exchanged(id, type, today)),
        };
        let letters = 0;
        liveWith(mixed, (_, now) => {
          letters += told.length;
          while (told.length > 0) told.splice(next() % told.length, 1)[0]!(boxes[next() % 3]!);
          boxes[0]!.deliver(now.outside);
          return now;
        });
        expect(letters).toBeGreaterThan(0);
        expect(digestOf(mixed)).toBe(digestOf(plainRun));
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  }, 600_000);

  test('is heard once, as it was told', () => {
    const { world } = build(busy().scenario, { scale: busy().scale });
    const mail = new OutsideMail(new Memory(), world.points, world.links);
    const linked = world.links.all[0]!;
    const largest = 2 ** 26 - 1;
    mail.list(largest);
    mail.look(7, 63, 2_000_000_000, 20_500);
    mail.appointed(linked);
    mail.resume(3, 20_500);
    mail.exchanged(largest, 5, 20_501);
    mail.begin(0, 20_500);
    const heard: unknown[] = [];
    const note =
      (what: string) =>
      (...told: unknown[]) =>
        heard.push([what, ...told]);
    const reader = {
      list: note('list'),
      begun: note('begun'),
      appointed: note('appointed'),
      resume: note('resume'),
      look: note('look'),
      exchanged: note('exchanged'),
    };
    mail.deliver(reader);
    mail.deliver(reader);
    expect(heard).toEqual([
      ['list', largest],
      ['look', 7, 63, 2_000_000_000, 20_500],
      ['appointed', linked],
      ['resume', 3, 20_500],
      ['exchanged', largest, 5, 20_501],
      ['begun', 0, 20_500],
    ]);
  });

  test('says so when there is more of it than room', () => {
    const { world } = build(busy().scenario, { scale: busy().scale });
    const mail = new OutsideMail(new Memory(), world.points, world.links);
    expect(() => {
      for (let i = 0; i < 2 ** 18; i++) mail.list(i);
    }).toThrow('thread 0 has more to tell of a day than there is room for: 262145 words');
  });
});

/** Runs a market whose leaders may be others from some day on. @returns the last ones */
function liveWith(market: Market, turn: (day: number, now: Leaders) => Leaders): Leaders {
  let now: Leaders = market;
  const of = {
    outside: {
      open(day: number) {
        now = turn(day, now);
        now.outside.open(day);
      },
    },
    controller: {
      startsOn: (day: number) => now.controller.startsOn(day),
      waiting: (supplier: number) => now.controller.waiting(supplier),
    },
    roll: {
      take: (group: number, count: number, start: (id: number) => void) => now.roll.take(group, count, start),
    },
  };
  live({ ...market, ...of } as unknown as Market);
  return now;
}

/** New leaders of a market, as they are as it begins. */
function leadersOf({ scenario, scale }: RandomMarket, market: Market): Leaders {
  const { calendar, groups, parties, world, act } = market;
  const { points, links, rules } = world;
  const roll = new Roll(groups, points, rules.suppliers.length, links);
  const outside = new OutsideWorld(points, links, roll, world.outside);
  outside.prepare(scenario, calendar, seedKeys(scenario.seed), groups, act);
  const controller = new Controller(controlSpec(scenario, calendar, rules, parties, groups, roll, scale));
  return { roll, outside, controller };
}

/** As a checkpoint does it: what has been told is heard before anything is saved. */
function takenUp(of: RandomMarket, market: Market, now: Leaders): Leaders {
  now.outside.hear();
  const anew = leadersOf(of, market);
  anew.roll.restore(now.roll.save());
  anew.outside.restore(now.outside.save());
  anew.controller.restore(now.controller.save());
  return anew;
}

function busy(): RandomMarket {
  return fc.sample(busyMarket, { numRuns: 1, seed: SEED })[0]!;
}

function digestOf(market: Market): string {
  return digestOfTables([...outcomeOf(market).tables]).digest;
}

function plain(state: State): Record<string, number[]> {
  return Object.fromEntries(Object.entries(state).map(([name, numbers]) => [name, [...numbers]]));
}
