import { parseDuration } from '../time/index.ts';

/**
 * A distribution of times as a scenario gives it. Durations are texts with a unit: `90 s`, `15 min`, `2 h`, `3 d`.
 * `uniform`: from … to, both included. `exponential`: its mean. `empirical`: values with weights of any sum.
 */
export type Distribution =
  | { fixed: string }
  | { uniform: [string, string] }
  | { exponential: string }
  | { lognormal: { median: string; sigma: number } }
  | { triangular: { min: string; mode: string; max: string } }
  | { gamma: { shape: number; mean: string } }
  | { empirical: [string, number][] };

/** What is wrong with a distribution; `path` is dotted from the distribution (`empirical.0.1`), '' for the whole. */
export interface DistributionFault {
  path: string;
  message: string;
}

/** Beyond this a lognormal lies so far out in its tail that a quantile table loses its variance (6 % at 2, 29 % at 2.5). */
const WIDEST_SIGMA = 2;
/** Between these a quantile table is known to hold a gamma's mean and variance. */
const GAMMA_SHAPES = [0.1, 10_000] as const;

const FAMILIES = ['fixed', 'uniform', 'exponential', 'lognormal', 'triangular', 'gamma', 'empirical'] as const;

/**
 * Every fault of a distribution that cannot be; none for one that `compile` takes. Whatever a file may hold can be
 * given, not only what already has the type's form.
 */
export function distributionFaults(distribution: unknown): DistributionFault[] {
  const faults: DistributionFault[] = [];
  const names = isRecord(distribution) ? Object.keys(distribution) : [];
  const family = FAMILIES.find(name => name === names[0]);
  if (!isRecord(distribution) || names.length !== 1 || family === undefined) {
    const message = `a distribution is exactly one of ${FAMILIES.join(', ')}`;
    return [{ path: '', message: names.length > 0 ? `${message}; this has ${names.join(', ')}` : message }];
  }
  check[family](distribution[family], new Faults(family, faults));
  return faults;
}

type Family = (typeof FAMILIES)[number];

const check: Record<Family, (value: unknown, at: Faults) => void> = {
  fixed: (value, at) => at.duration('', value),
  uniform(value, at) {
    if (!Array.isArray(value) || value.length !== 2) return at.add('', 'must be two durations, [from, to]');
    at.rising(['0', value[0]], ['1', value[1]]);
  },
  exponential: (value, at) => at.positiveDuration('', value),
  lognormal(value, at) {
    if (!at.fields(value, ['median', 'sigma'])) return;
    at.positiveDuration('median', value.median);
    at.number('sigma', value.sigma, n => n > 0 && n <= WIDEST_SIGMA, `more than 0 and at most ${WIDEST_SIGMA}`);
  },
  triangular(value, at) {
    if (!at.fields(value, ['min', 'mode', 'max'])) return;
    at.rising(['min', value.min], ['mode', value.mode], ['max', value.max]);
  },
  gamma(value, at) {
    if (!at.fields(value, ['shape', 'mean'])) return;
    const [least, most] = GAMMA_SHAPES;
    at.number('shape', value.shape, n => n >= least && n <= most, `${least} to ${most}`);
    at.positiveDuration('mean', value.mean);
  },
  empirical(value, at) {
    if (!Array.isArray(value) || value.length === 0)
      return at.add('', 'must be a list of at least one [value, weight]');
    for (const [i, pair] of value.entries()) {
      if (Array.isArray(pair) && pair.length === 2) {
        at.duration(`${i}.0`, pair[0]);
        at.number(`${i}.1`, pair[1], n => n > 0 && n <= 1e12, 'more than 0 and at most 1e12');
      } else at.add(`${i}`, 'must be a pair, [value, weight]');
    }
  },
};

/** Gathers the faults of one distribution. */
class Faults {
  private readonly family: string;
  private readonly found: DistributionFault[];

  constructor(family: string, found: DistributionFault[]) {
    this.family = family;
    this.found = found;
  }

  add(path: string, message: string): void {
    this.found.push({ path: path === '' ? this.family : `${this.family}.${path}`, message });
  }

  fields(value: unknown, names: string[]): value is Record<string, unknown> {
    if (isRecord(value) && Object.keys(value).sort().join() === [...names].sort().join()) return true;
    this.add('', `must have exactly ${names.join(', ')}`);
    return false;
  }

  number(path: string, value: unknown, fits: (n: number) => boolean, allowed: string): void {
    if (typeof value !== 'number' || !fits(value)) this.add(path, `must be ${allowed}, not ${shown(value)}`);
  }

  /** A duration of nought or more; NaN comes back where it is not one. */
  duration(path: string, value: unknown): number {
    const seconds = secondsOf(value);
    if (seconds >= 0) return seconds;
    const fault = Number.isNaN(seconds)
      ? `must be a duration such as '90 s', '15 min', '2 h' or '3 d'`
      : 'must not be negative';
    this.add(path, `${fault}, not ${shown(value)}`);
    return Number.NaN;
  }

  positiveDuration(path: string, value: unknown): void {
    if (this.duration(path, value) === 0) this.add(path, `must be more than 0, not ${shown(value)}`);
  }

  /** Durations of which none is less than the one before it. */
  rising(...named: [string, unknown][]): void {
    const seconds = named.map(([path, value]) => this.duration(path, value));
    for (let i = 1; i < named.length; i++)
      if (seconds[i]! < seconds[i - 1]!)
        this.add(named[i]![0], `must not be less than ${shown(named[i - 1]![1])}, but is ${shown(named[i]![1])}`);
  }
}

function secondsOf(value: unknown): number {
  if (typeof value !== 'string') return Number.NaN;
  try {
    return parseDuration(value);
  } catch {
    return Number.NaN;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : typeof value === 'number' ? String(value) : JSON.stringify(value);
}
