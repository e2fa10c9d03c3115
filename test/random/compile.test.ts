import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base, compile, type Distribution, draw, type QuantileTable, seedKeys } from '../../src/random/index.ts';

const DAY = 1 / 86_400;
const LAST_U = 2 ** 32 - 1;

/** Mean and variance over u: every 4,096th below 1023/1024, every 16th above. */
function moments(table: QuantileTable): { mean: number; variance: number } {
  const tail = 1023 * 2 ** 22;
  const near = table.mean;
  let sum = 0;
  let squares = 0;
  for (let u = 0, step = 0; u <= LAST_U; u += step) {
    step = u < tail ? 4096 : 16;
    const x = table.sample(u + step / 2) - near;
    sum += x * step;
    squares += x * x * step;
  }
  const shift = sum / 2 ** 32;
  return { mean: near + shift, variance: squares / 2 ** 32 - shift * shift };
}

const hour = 3600;
/** Distribution, its exact mean and variance in seconds. */
const families: [string, Distribution, number, number][] = [
  ['exponential', { exponential: '1 h' }, hour, hour ** 2],
  ...[0.1, 0.5, 1, 1.5].map(lognormal),
  ...[0.1, 0.25, 1, 4, 50, 10_000].map(gamma),
  [
    'triangular',
    { triangular: { min: '10 min', mode: '20 min', max: '1 h' } },
    (600 + 1200 + 3600) / 3,
    (600 ** 2 + 1200 ** 2 + 3600 ** 2 - 600 * 1200 - 600 * 3600 - 1200 * 3600) / 18,
  ],
  ['uniform', { uniform: ['10 min', '1 h'] }, 2100, (3001 ** 2 - 1) / 12],
];

function lognormal(sigma: number): [string, Distribution, number, number] {
  const mean = hour * Math.exp(sigma ** 2 / 2);
  return [`lognormal ${sigma}`, { lognormal: { median: '1 h', sigma } }, mean, mean ** 2 * Math.expm1(sigma ** 2)];
}

function gamma(shape: number): [string, Distribution, number, number] {
  return [`gamma ${shape}`, { gamma: { shape, mean: '1 h' } }, hour, hour ** 2 / shape];
}

describe('a table keeps its distribution', () => {
  test.each(families)('%s: mean within 0.001 %%, variance within 1 %%', (_, distribution, mean, variance) => {
    const table = compile(distribution, 1);
    expect(Math.abs(table.mean / mean - 1)).toBeLessThan(1e-5);
    const found = moments(table);
    expect(Math.abs(found.mean / table.mean - 1)).toBeLessThan(1e-5);
    // Rounding to whole seconds adds a twelfth.
    expect(Math.abs((found.variance - 1 / 12) / variance - 1)).toBeLessThan(0.01);
  });

  test('a lognormal as wide as is allowed keeps its mean', () => {
    expect(compile({ lognormal: { median: '1 h', sigma: 2 } }, 1).mean / (hour * Math.exp(2))).toBeCloseTo(1, 4);
  });

  test.each(families)('%s: never falls as u rises, never negative, whole', (_, distribution) => {
    const table = compile(distribution, 128);
    let before = 0;
    let falls = 0;
    for (let i = 0; i < 2 ** 17; i++) {
      // even steps, and then the last 2^16 of all
      const x = table.sample(i < 2 ** 16 ? i * 2 ** 16 : LAST_U + 1 - 2 ** 17 + i);
      if (!(x >= before && Number.isInteger(x))) falls++;
      before = x;
    }
    expect(falls).toBe(0);
  });

  test('exponential: its quantiles are −mean × ln(1 − u)', () => {
    const table = compile({ exponential: '1000 s' }, 1024);
    for (const p of [0.1, 0.5, 0.9, 0.99, 0.9999])
      expect(table.sample(Math.floor(p * 2 ** 32)) / 1024 / (-1000 * Math.log(1 - p))).toBeCloseTo(1, 3);
  });

  test('lognormal: half of it lies below the median, 97.5 % below exp(1.96 sigma) medians', () => {
    const table = compile({ lognormal: { median: '1000 s', sigma: 0.5 } }, 1);
    expect(table.sample(2 ** 31)).toBe(1000);
    expect(table.sample(0.975 * 2 ** 32) / (1000 * Math.exp(0.98))).toBeCloseTo(1, 2);
  });
});

describe('fixed', () => {
  test('gives its value and nothing else, for every u, in every unit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 24 * 3600 * 20 }),
        fc.constantFrom(1, 1024),
        fc.integer({ min: 0, max: LAST_U }),
        (seconds, unit, u) => {
          const table = compile({ fixed: `${seconds} s` }, unit);
          expect(table.sample(u)).toBe(seconds * unit);
          expect(table.mean).toBe(seconds * unit);
        },
      ),
    );
    expect(compile({ fixed: '3 d' }, DAY).sample(LAST_U)).toBe(3);
  });
});

describe('uniform', () => {
  test('of days gives every whole day, both ends included, exactly as often as any other', () => {
    const table = compile({ uniform: ['14 d', '28 d'] }, DAY);
    expect(table.mean).toBeCloseTo(21, 8);
    for (let day = 14; day <= 28; day++) {
      // The first u that gives this day is where its fifteenth begins.
      const from = Math.ceil(((day - 14) * 2 ** 32) / 15);
      expect(table.sample(from)).toBe(day);
      if (from > 0) expect(table.sample(from - 1)).toBe(day - 1);
    }
    expect(table.sample(LAST_U)).toBe(28);
  });

  test('from 0 reaches 0 and is never negative', () => {
    const table = compile({ uniform: ['0 s', '9 s'] }, 1);
    expect([table.sample(0), table.sample(LAST_U)]).toEqual([0, 9]);
    expect(table.mean).toBeCloseTo(4.5, 8);
  });
});

describe('empirical', () => {
  test('gives its values in the proportions of their weights, however small', () => {
    const table = compile({ empirical: [['1 h', 1], ['60 s', 1_000_000], ['2 h', 3]] }, 1); // biome-ignore format: a table
    const share = 2 ** 32 / 1_000_004;
    const hours = Math.round(1_000_000 * share);
    const twoHours = Math.round(1_000_001 * share);
    expect([0, hours - 1, hours, twoHours - 1, twoHours, LAST_U].map(u => table.sample(u))).toEqual([
      60, 60, 3600, 3600, 7200, 7200,
    ]);
    expect(table.mean).toBeCloseTo((60_000_000 + 3600 + 3 * 7200) / 1_000_004, 5);
  });

  test('a single value is a fixed one', () => {
    const table = compile({ empirical: [['90 s', 0.01]] }, 1);
    expect([table.sample(0), table.sample(LAST_U), table.mean]).toEqual([90, 90, 90]);
  });

  test('many values: each of 5,000 comes where its weight puts it', () => {
    const table = compile({ empirical: Array.from({ length: 5000 }, (_, i) => [`${i} s`, 1]) }, 1);
    for (let i = 0; i < 5000; i++) expect(table.sample(Math.floor(((i + 0.5) * 2 ** 32) / 5000))).toBe(i);
    expect(table.mean).toBeCloseTo(2499.5, 5);
  });
});

describe('mean', () => {
  test('is the exact mean of all 2^32 values: a table of few units, counted where each value begins', () => {
    const table = compile({ exponential: '3 s' }, 1);
    // The sum of the probabilities of reaching 1, 2, 3 …, each found by halving.
    let reached = 0;
    for (let value = 1; value <= table.sample(LAST_U); value++) {
      let below = -1;
      let at = LAST_U;
      while (at - below > 1) {
        const middle = Math.floor((at + below) / 2);
        if (table.sample(middle) >= value) at = middle;
        else below = middle;
      }
      reached += 2 ** 32 - at;
    }
    expect(table.mean).toBe(reached / 2 ** 32);
  });

  test('is what keyed draws give, within four standard errors', () => {
    const table = compile({ gamma: { shape: 2, mean: '1 h' } }, 1);
    const keys = seedKeys('mean');
    let sum = 0;
    for (let id = 0; id < 200_000; id++) sum += table.sample(draw(keys, base(keys, id), 1, 0));
    expect(Math.abs(sum / 200_000 - 3600)).toBeLessThan((4 * 3600) / Math.sqrt(2 * 200_000));
  });
});

describe('scaled', () => {
  test.each(families)('%s: mean × factor', (_, distribution, mean) => {
    for (const factor of [0.25, 3, 20]) {
      const ratio = compile(distribution, 1).scaled(factor).mean / (mean * factor);
      expect(Math.abs(ratio - 1)).toBeLessThan(1e-4);
    }
  });

  test('fixed and empirical values are multiplied one by one; uniform stays uniform', () => {
    expect(compile({ fixed: '90 s' }, 1).scaled(0.1).sample(7)).toBe(9);
    const empirical = compile({ empirical: [['10 s', 1], ['30 s', 1]] }, 1).scaled(2.5); // biome-ignore format: a table
    expect([empirical.sample(0), empirical.sample(LAST_U)]).toEqual([25, 75]);
    const uniform = compile({ uniform: ['0 s', '10 s'] }, 1).scaled(10);
    expect([uniform.sample(0), uniform.sample(LAST_U)]).toEqual([0, 100]);
    expect(uniform.mean).toBeCloseTo(50, 6);
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('not by %d', factor =>
    expect(() => compile({ fixed: '1 s' }, 1).scaled(factor)).toThrow('must be more than 0'),
  );
});

test('quantiles never change: golden values of every family', () => {
  const us = [0, 1, 2 ** 20, 2 ** 30, 2 ** 31, 3 * 2 ** 30, 4_290_000_000, 4_294_000_000, LAST_U];
  const seen = Object.fromEntries(
    families.map(([name, distribution]) => [name, us.map(u => compile(distribution, 1).sample(u))]),
  );
  expect(seen).toMatchInlineSnapshot(`
    {
      "exponential": [
        0,
        0,
        1,
        1036,
        2495,
        4991,
        24359,
        30234,
        57105,
      ],
      "gamma 0.1": [
        0,
        0,
        0,
        0,
        21,
        1271,
        116944,
        166125,
        408663,
      ],
      "gamma 0.25": [
        0,
        0,
        0,
        38,
        629,
        3753,
        61249,
        82028,
        181709,
      ],
      "gamma 1": [
        0,
        0,
        1,
        1036,
        2495,
        4991,
        24359,
        30234,
        57105,
      ],
      "gamma 10000": [
        3470,
        3470,
        3475,
        3576,
        3600,
        3624,
        3711,
        3728,
        3789,
      ],
      "gamma 4": [
        221,
        221,
        262,
        2282,
        3305,
        4598,
        11594,
        13430,
        21327,
      ],
      "gamma 50": [
        2029,
        2029,
        2079,
        3245,
        3576,
        3929,
        5352,
        5662,
        6861,
      ],
      "lognormal 0.1": [
        2499,
        2499,
        2535,
        3365,
        3600,
        3851,
        4883,
        5113,
        6026,
      ],
      "lognormal 0.5": [
        578,
        578,
        625,
        2569,
        3600,
        5044,
        16527,
        20806,
        47319,
      ],
      "lognormal 1": [
        91,
        91,
        109,
        1834,
        3600,
        7067,
        75901,
        120248,
        623279,
      ],
      "lognormal 1.5": [
        14,
        14,
        19,
        1309,
        3600,
        9901,
        348700,
        694970,
        8255435,
      ],
      "triangular": [
        600,
        600,
        610,
        1276,
        1703,
        2258,
        3510,
        3560,
        3600,
      ],
      "uniform": [
        600,
        600,
        600,
        1350,
        2100,
        2850,
        3597,
        3600,
        3600,
      ],
    }
  `);
});

test('an impossible distribution is refused with every fault', () => {
  expect(() => compile({ triangular: { min: '3 h', mode: '2 h', max: '1 h' } }, 1)).toThrow(
    "triangular.mode must not be less than '3 h', but is '2 h'; triangular.max must not be less than '2 h', but is '1 h'",
  );
});

test('a distribution too long for its unit is refused, not wrapped round', () => {
  const limit = 'the longest time that can be held is 24.3 d';
  expect(() => compile({ fixed: '30 d' }, 1024)).toThrow(`fixed reaches 30 d; ${limit}`);
  expect(() => compile({ empirical: [['30 d', 1]] }, 1024)).toThrow(`empirical reaches 30 d; ${limit}`);
  expect(() => compile({ lognormal: { median: '1 h', sigma: 2 } }, 1024)).toThrow(limit);
  expect(compile({ fixed: '24 d' }, 1024).sample(LAST_U)).toBe(24 * 86_400 * 1024);
});
