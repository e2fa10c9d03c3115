import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDigit, distributionArea, explain, isMpanCore, mpanCore } from '../../src/market/index.ts';

describe('checkDigit', () => {
  test.each([
    // 1×3+2×5+3×7+4×13+5×17+6×19+7×23+8×29+9×31+0×37+1×41+2×43 = 1084 = 98×11 + 6
    ['123456789012', '6'],
    // 2×3 + 1×43 = 49 = 4×11 + 5
    ['200000000001', '5'],
    // 1×3 + 1×7 = 10, and 10 modulo 10 is 0
    ['101000000000', '0'],
    ['000000000000', '0'],
    // 9 × 268 = 2412 = 219×11 + 3
    ['999999999999', '3'],
  ])('%s has the check digit %s', (first12, digit) => expect(checkDigit(first12)).toBe(digit));

  test.each(['', '12345678901', '1234567890123', '12345678901x'])('refuses %j', text =>
    expect(() => checkDigit(text)).toThrow('12 digits'),
  );
});

const distributor = fc.integer({ min: 10, max: 99 });
const unique = fc.integer({ min: 0, max: 9_999_999_999 });

describe('mpanCore', () => {
  test('puts distributor, number with leading noughts and check digit together', () => {
    expect(mpanCore(12, 3456789012)).toBe('1234567890126');
    expect(mpanCore('20', 1)).toBe('2000000000015');
  });

  test('what it makes is a core, and is none once any one digit is changed to one that changes the remainder', () => {
    fc.assert(
      fc.property(
        distributor,
        unique,
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (d, n, at, by) => {
          const core = mpanCore(d, n);
          expect(isMpanCore(core)).toBe(true);
          const changed = core.slice(0, at) + ((Number(core[at]) + by) % 10) + core.slice(at + 1);
          // Remainders 0 and 10 share the digit 0: the one error of a single digit that the rule cannot see.
          if (core[12] !== '0') expect(isMpanCore(changed)).toBe(false);
        },
      ),
    );
  });

  test.each([
    [9, 1],
    [100, 1],
    ['1x', 1],
    [10.5, 1],
    [10, -1],
    [10, 1e10],
    [10, 0.5],
    [10, Number.NaN],
  ])('refuses distributor %s with number %s', (d, n) => expect(() => mpanCore(d, n)).toThrow());
});

test.each(['', '123456789012', '12345678901260', '12 3456 7890 126', '0234567890126', '1234567890125'])(
  'isMpanCore says no to %j',
  text => expect(isMpanCore(text)).toBe(false),
);

test('distributionArea names the fourteen areas, and IDNOs from 24', () => {
  expect(distributionArea('1012345678901')).toBe('Eastern');
  expect(distributionArea('17')).toBe('North Scotland');
  expect(distributionArea('23')).toBe('Yorkshire');
  expect(distributionArea('24')).toBe('IDNO');
});

test('explain shows every product, the sum and both remainders', () => {
  expect(explain('200000000001')).toBe(
    '2×3 + 0×5 + 0×7 + 0×13 + 0×17 + 0×19 + 0×23 + 0×29 + 0×31 + 0×37 + 0×41 + 1×43 = 49; 49 mod 11 = 5; 5 mod 10 = 5',
  );
});
