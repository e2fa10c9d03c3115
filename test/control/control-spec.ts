import { Controller, type ControlSpec, type Thresholds } from '../../src/control/index.ts';
import type { Group } from '../../src/market/index.ts';
import { rollOf } from './points-of.ts';

type Kind = { readonly supplier: number; readonly count: number; readonly area?: number; readonly opens?: number };

/** Groups of points numbered one after another. */
function groupsOf(kinds: readonly Kind[]): Group[] {
  let first = 0;
  return kinds.map(({ supplier, count, area = 0 }) => {
    const group = { area, supplier, type: 0, complex: false, first, count };
    first += count;
    return group;
  });
}

/** What is controlled, with nothing in the way but what is given. Day 0 is a Monday. */
export function spec(
  kinds: readonly Kind[],
  plans: readonly (readonly [number, number])[][],
  own: Partial<Thresholds> & { supplierFrom?: number[]; weekends?: boolean } = {},
): ControlSpec {
  const unlimited = (n: number) => Array.from({ length: n }, () => Number.POSITIVE_INFINITY);
  const { market = Number.POSITIVE_INFINITY, areas = unlimited(4), suppliers = unlimited(plans.length) } = own;
  const groups = groupsOf(kinds);
  return {
    groups,
    roll: rollOf(groups, plans.length).roll,
    openFrom: kinds.map(k => k.opens ?? 0),
    plans: plans.map(p => new Map(p)),
    supplierFrom: own.supplierFrom ?? plans.map(() => 0),
    thresholds: { market, areas, suppliers },
    isMigrationDay: day => own.weekends === true || day % 7 < 5,
  };
}

/** The points that start on a day, by group, in their order: they come off the roll. */
export function startOn(control: ControlSpec, controller: Controller, day: number): number[][] {
  const ids: number[][] = control.groups.map(() => []);
  for (const { group, count } of controller.startsOn(day)) control.roll.take(group, count, id => ids[group]!.push(id));
  return ids;
}

/** Starts of the days from 0, by group. */
export function counts(control: ControlSpec, days: number): number[][] {
  const controller = new Controller(control);
  return Array.from({ length: days }, (_, day) => startOn(control, controller, day).map(ids => ids.length));
}

/** The same market as it was before its first day. */
export function afresh(control: ControlSpec): ControlSpec {
  return { ...control, roll: rollOf(control.groups, control.plans.length).roll };
}

/** So many starts on each of so many days. */
export const every = (n: number, days: number): [number, number][] => Array.from({ length: days }, (_, d) => [d, n]);

/** What a list adds up to. */
export const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
