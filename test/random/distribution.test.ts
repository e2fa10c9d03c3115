import { describe, expect, test } from 'vitest';
import { compile, type Distribution, distributionFaults } from '../../src/random/index.ts';

const possible: Distribution[] = [
  { fixed: '0 s' },
  { uniform: ['1 min', '1 min'] },
  { exponential: '0.5 h' },
  { lognormal: { median: '2 h', sigma: 2 } },
  { triangular: { min: '1 h', mode: '1 h', max: '1 h' } },
  { triangular: { min: '0 s', mode: '1 h', max: '1 h' } },
  { gamma: { shape: 0.1, mean: '1 d' } },
  {
    empirical: [
      ['0 s', 0.001],
      ['1 d', 1e9],
    ],
  },
];

test.each(possible)('%j is possible, and compiles', distribution => {
  expect(distributionFaults(distribution)).toEqual([]);
  expect(compile(distribution, 1).mean).toBeGreaterThanOrEqual(0);
});

describe('what cannot be is named with its path and what is allowed', () => {
  const one = 'a distribution is exactly one of fixed, uniform, exponential, lognormal, triangular, gamma, empirical';
  const duration = "must be a duration such as '90 s', '15 min', '2 h' or '3 d'";
  test.each<[unknown, Record<string, string>]>([
    ['5 min', { '': one }],
    [null, { '': one }],
    [{}, { '': one }],
    [{ normal: '5 min' }, { '': `${one}; this has normal` }],
    [{ fixed: '1 s', exponential: '1 s' }, { '': `${one}; this has fixed, exponential` }],
    [{ fixed: 5 }, { fixed: `${duration}, not 5` }],
    [{ fixed: '-5 s' }, { fixed: `${duration}, not '-5 s'` }],
    [{ uniform: ['1 h'] }, { uniform: 'must be two durations, [from, to]' }],
    [{ uniform: ['2 h', '1 h'] }, { 'uniform.1': "must not be less than '2 h', but is '1 h'" }],
    [{ exponential: '0 s' }, { exponential: "must be more than 0, not '0 s'" }],
    [{ exponential: '2 WD' }, { exponential: `${duration}, not '2 WD'` }],
    [
      { lognormal: { median: '0 s', sigma: 0 } },
      {
        'lognormal.median': "must be more than 0, not '0 s'",
        'lognormal.sigma': 'must be more than 0 and at most 2, not 0',
      },
    ],
    [
      { lognormal: { median: '1 s', sigma: Number.NaN } },
      { 'lognormal.sigma': 'must be more than 0 and at most 2, not NaN' },
    ],
    [{ lognormal: { mean: '1 s', sigma: 1 } }, { lognormal: 'must have exactly median, sigma' }],
    [{ triangular: { min: '3 h', mode: 'soon', max: '1 h' } }, { 'triangular.mode': `${duration}, not 'soon'` }],
    [
      { gamma: { shape: 0.01, mean: 'x' } },
      { 'gamma.shape': 'must be 0.1 to 10000, not 0.01', 'gamma.mean': `${duration}, not 'x'` },
    ],
    [{ empirical: [] }, { empirical: 'must be a list of at least one [value, weight]' }],
    [
      { empirical: [['1 s', 0], ['?', -1], '2 s'] },
      {
        'empirical.0.1': 'must be more than 0 and at most 1e12, not 0',
        'empirical.1.0': `${duration}, not '?'`,
        'empirical.1.1': 'must be more than 0 and at most 1e12, not -1',
        'empirical.2': 'must be a pair, [value, weight]',
      },
    ],
  ])('%j', (distribution, expected) => {
    const found = distributionFaults(distribution);
    expect(Object.fromEntries(found.map(({ path, message }) => [path, message]))).toEqual(expected);
  });
});
