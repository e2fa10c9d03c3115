// The MPAN core, the number of a metering point: 2 digits of the distributor, 10 of its own, 1 check digit.

const WEIGHTS = [3, 5, 7, 13, 17, 19, 23, 29, 31, 37, 41, 43] as const;

/** Names of the fourteen distribution services areas, by distributor id. */
const AREAS: Readonly<Record<string, string>> = {
  10: 'Eastern',
  11: 'East Midlands',
  12: 'London',
  13: 'Merseyside and North Wales',
  14: 'West Midlands',
  15: 'North East',
  16: 'North West',
  17: 'North Scotland',
  18: 'South Scotland',
  19: 'South East',
  20: 'Southern',
  21: 'South Wales',
  22: 'South West',
  23: 'Yorkshire',
};

/**
 * The check digit of an MPAN core's first 12 digits: their products with the primes 3, 5, 7, 13 … 43 (11 is left out),
 * added up, modulo 11, modulo 10.
 * @throws Error when it is not given exactly 12 digits.
 */
export function checkDigit(first12: string): string {
  return String((weightedSum(first12) % 11) % 10);
}

/**
 * The 13 digits of a metering point's MPAN core.
 * @param distributor 10 to 99
 * @param unique the distributor's own number, 0 to 9,999,999,999
 * @throws Error when either is out of range.
 */
export function mpanCore(distributor: number | string, unique: number): string {
  const prefix = String(distributor);
  if (!/^[1-9]\d$/.test(prefix)) throw new Error(`A distributor's id is a number from 10 to 99, not ${distributor}.`);
  if (!Number.isInteger(unique) || unique < 0 || unique >= 1e10)
    throw new Error(`A metering point's own number has at most ten digits; ${unique} cannot be one.`);
  const first12 = prefix + String(unique).padStart(10, '0');
  return first12 + checkDigit(first12);
}

/** Whether a text is 13 digits with a distributor's prefix (10 to 99) and the right check digit. No spaces. */
export function isMpanCore(text: string): boolean {
  return /^[1-9]\d{12}$/.test(text) && checkDigit(text.slice(0, 12)) === text[12];
}

/** The distribution area of an MPAN, by its first two digits; `IDNO` for independent distribution networks. */
export function distributionArea(mpan: string): string {
  return AREAS[mpan.slice(0, 2)] ?? 'IDNO';
}

/** The check digit's arithmetic in one line: `1×3 + 2×5 + … = 1084; 1084 mod 11 = 6; 6 mod 10 = 6`. */
export function explain(first12: string): string {
  const sum = weightedSum(first12);
  const products = WEIGHTS.map((weight, i) => `${first12[i]}×${weight}`).join(' + ');
  return `${products} = ${sum}; ${sum} mod 11 = ${sum % 11}; ${sum % 11} mod 10 = ${(sum % 11) % 10}`;
}

function weightedSum(first12: string): number {
  if (!/^\d{12}$/.test(first12)) throw new Error(`A check digit is worked out from 12 digits, not from '${first12}'.`);
  return WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(first12[i]), 0);
}
