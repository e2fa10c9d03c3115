import { describe, expect, test } from 'vitest';
import { Ledger } from '../../src/actors/index.ts';
import { Memory } from '../../src/engine/index.ts';
import { BritishTime, parseDate } from '../../src/time/index.ts';

const FIRST = parseDate('2026-03-02');
const british = new BritishTime(FIRST, FIRST + 9);
const noon = (day: number) => british.at(FIRST + day, 43_200);
const ledger = () => new Ledger(new Memory(), british, FIRST, 10, 3, 2);
/** Exceptions as [day from 0, kind, supplier, count]. */
const told = (of: Ledger) => of.allExceptions().map(e => [e.day - FIRST, e.kind, e.supplier, e.count]);

describe('the exceptions of a Ledger', () => {
  test('are counted by local day, kind and supplier, and told in that order', () => {
    const own = ledger();
    own.except(noon(4), 'late', 2);
    own.except(noon(1), 'refused: no such agent', 0);
    own.except(noon(1), 'late', 2);
    own.except(noon(1), 'late', 1);
    own.except(british.midnight(FIRST + 2) - 1, 'late', 2);
    own.except(british.midnight(FIRST + 2), 'late', 2);
    expect(told(own)).toEqual([
      [1, 'late', 1, 1],
      [1, 'late', 2, 2],
      [1, 'refused: no such agent', 0, 1],
      [2, 'late', 2, 1],
      [4, 'late', 2, 1],
    ]);
  });

  test('are taken up by another ledger, added to its own, whatever kinds either has met before', () => {
    const one = ledger();
    one.except(noon(0), 'late', 0);
    one.except(noon(3), 'lost – whatever that is', 2);
    const other = ledger();
    other.except(noon(3), 'refused', 1);
    other.except(noon(0), 'late', 0);
    other.except(noon(0), 'late', 0);
    one.restore(other.save());
    expect(told(one)).toEqual([
      [0, 'late', 0, 3],
      [3, 'lost – whatever that is', 2, 1],
      [3, 'refused', 1, 1],
    ]);
    const resumed = ledger();
    resumed.restore(one.save());
    expect(told(resumed)).toEqual(told(one));
    resumed.restore(ledger().save());
    expect(told(resumed)).toEqual(told(one));
  });
});
