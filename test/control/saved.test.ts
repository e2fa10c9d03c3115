import { describe, expect, test } from 'vitest';
import { Controller, type ControlSpec } from '../../src/control/index.ts';
import { Parts, type State } from '../../src/engine/index.ts';
import { afresh, counts, every, spec, startOn } from './control-spec.ts';

/** A part that keeps one number. */
function one(n: number) {
  return {
    n,
    save: (): State => ({ 'a.b': Int32Array.of(n) }),
    restore(state: State) {
      this.n = state['a.b']![0]!;
    },
  };
}

/** Starts of the days from 0 to 19 by group, of a controller that is replaced by a new one, over a plan of its own, on a day. */
function countsTakenUp(control: ControlSpec, on: number, then: ControlSpec['plans']): number[][] {
  let controller = new Controller(control);
  return Array.from({ length: 20 }, (_, day) => {
    if (day === on) {
      const anew = new Controller({ ...control, plans: then });
      anew.restore(controller.save());
      controller = anew;
    }
    return startOn(control, controller, day).map(ids => ids.length);
  });
}

const control = () =>
  spec(
    [
      { supplier: 0, count: 70 },
      { supplier: 0, count: 11 },
      { supplier: 1, count: 40 },
    ],
    [every(9, 9), every(8, 5)],
    { weekends: true, areas: [12] },
  );

describe('the controller, saved and taken up by a new one', () => {
  test('goes on as it would have, from any day on', () => {
    const whole = counts(control(), 20);
    for (let on = 0; on < 20; on++) {
      const own = afresh(control());
      expect(countsTakenUp(own, on, own.plans)).toEqual(whole);
    }
  });

  test('goes by the plans that there are now: what they have up to then is planned, less what was started', () => {
    const own = spec([{ supplier: 0, count: 30 }], [every(2, 15)], { weekends: true });
    // Ten were started on the days 0 to 4; by the new plan 25 were to be, and 5 more are on day 5.
    const then = [
      new Map([
        [3, 25],
        [5, 5],
      ]),
    ];
    expect(countsTakenUp(own, 5, then).flat()).toEqual([2, 2, 2, 2, 2, 20, ...Array.from({ length: 14 }, () => 0)]);
  });

  test('is not taken up in a market of other groups or suppliers', () => {
    const saved = new Controller(control()).save();
    const other = spec([{ supplier: 0, count: 70 }], [every(9, 9), every(8, 5)]);
    expect(() => new Controller(other).restore(saved)).toThrow('of other suppliers or groups of points');
    expect(() => other.roll.restore(control().roll.save())).toThrow('of other suppliers or groups of points');
  });
});

describe('Parts', () => {
  test('keep each its own, by their names', () => {
    const saved = new Parts({ x: one(1), y: new Parts({ z: one(2) }) }).save();
    expect(saved).toEqual({ 'x.a.b': Int32Array.of(1), 'y.z.a.b': Int32Array.of(2) });
    const [x, z] = [one(0), one(0)];
    new Parts({ y: new Parts({ z }), x }).restore(saved);
    expect([x.n, z.n]).toEqual([1, 2]);
  });

  test('name what is missing on either side', () => {
    const saved = new Parts({ x: one(1) }).save();
    expect(() => new Parts({}).restore(saved)).toThrow('what was saved has "x", the scenario has not');
    expect(() => new Parts({ x: one(0), y: one(0) }).restore(saved)).toThrow(
      'the scenario has "y", what was saved has not',
    );
  });
});
