import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didYouMean, parseRate, parseServers } from '../../src/scenario/index.ts';
import { editDistance, listed, nearest } from '../../src/scenario/suggest.ts';

describe('rates and servers', () => {
  test('are read with and without "per million points"', () => {
    expect(parseRate('2000 per hour')).toEqual({ amount: 2000, perMillionPoints: false });
    expect(parseRate(' 0.5  per hour per million points ')).toEqual({ amount: 0.5, perMillionPoints: true });
    expect(parseServers(4)).toEqual({ amount: 4, perMillionPoints: false });
    expect(parseServers('3 per million points')).toEqual({ amount: 3, perMillionPoints: true });
  });

  test.each([
    '2000',
    '2000 per day',
    '2,000 per hour',
    'per hour',
    '-1 per hour',
    '1e3 per hour',
    '5 per hour per point',
  ])('"%s" is no rate', text =>
    expect(() => parseRate(text)).toThrow(`"${text}" is not a rate; allowed: "2000 per hour" or `),
  );

  test('none of either does no work', () => {
    expect(() => parseRate('0 per hour')).toThrow('"0 per hour" does no work');
    expect(() => parseServers(0)).toThrow('0 does no work');
    expect(() => parseServers(Number.NaN)).toThrow('does no work');
    expect(() => parseServers('four')).toThrow('"four" is not a number of servers');
  });
});

describe('what may have been meant', () => {
  test('is the nearest of the known words, and nothing where none is near', () => {
    expect(nearest('tresholds', ['thresholds', 'freezes'])).toBe('thresholds');
    expect(nearest('MAO', ['SMRA', 'MOA', 'MSA'])).toBe('MOA');
    expect(nearest('office', ['Office'])).toBe('Office');
    expect(nearest('colour', ['name', 'seed', 'plan'])).toBeUndefined();
    expect(nearest('_D', ['_A', '_B'])).toBeUndefined();
    expect(didYouMean('markt', ['market'])).toBe('; did you mean "market"?');
    expect(didYouMean('markt', [])).toBe('');
  });

  test('the distance is that of hand-counted changes', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('MAO', 'MOA')).toBe(1);
    expect(editDistance('', 'abc')).toBe(3);
  });

  test('the distance is nought for the same only, the same both ways, and at most the longer word', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  test('long lists are cut', () => {
    expect(listed(['a', 'b', 'c'], 2)).toBe('a, b and 1 more');
    expect(listed([])).toBe('none');
  });
});
