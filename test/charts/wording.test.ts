import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaleText } from '../../src/charts/run-context.ts';
import { counted, countText, cut, dateText, roundCountText, shareText, spanText } from '../../src/charts/wording.ts';

test('counts have thousands separators', () => {
  expect([0, 999, 1000, 30_380_000].map(countText)).toEqual(['0', '999', '1,000', '30,380,000']);
});

test('every count reads back as itself', () => {
  fc.assert(fc.property(fc.nat(), count => Number(countText(count).replaceAll(',', '')) === count));
});

test('large counts are rounded to millions and billions', () => {
  expect([31_204, 4_210_000, 812_345_678, 1_398_520_760].map(roundCountText)).toEqual([
    '31,204',
    '4.2 million',
    '812 million',
    '1.4 billion',
  ]);
});

test('a share is 100 % or 0 % only where it is exactly so', () => {
  expect([0.972, 1, 0.99999, 0, 0.00001, 0.5, null].map(shareText)).toEqual([
    '97.2 %',
    '100 %',
    '99.9 %',
    '0 %',
    '<0.1 %',
    '50.0 %',
    '–',
  ]);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), share => (shareText(share) === '100 %') === (share === 1)),
  );
});

test('dates are written the British way', () => {
  expect(dateText('2027-05-07')).toBe('7 May 2027');
});

test('spans of time are in their largest sensible unit', () => {
  expect([3, 75.5, 210, 3024].map(spanText)).toEqual(['3 min', '76 min', '3.5 h', '2.1 days']);
});

test('a count agrees with its noun, and long names are cut with an ellipsis', () => {
  expect([counted(1, 'party', 'parties'), counted(2000, 'party', 'parties')]).toEqual(['1 party', '2,000 parties']);
  expect([cut('abcdef', 6), cut('abc defg', 5)]).toEqual(['abcdef', 'abc…']);
});

test('a scale says by how much to multiply', () => {
  expect(scaleText(1)).toBe('whole market');
  expect(scaleText(0.01)).toBe('1 in 100 of the market: multiply counts by 100');
  expect(scaleText(0.3)).toBe('1 in 3.33 of the market: multiply counts by 3.33');
});
