/** A number of something that a party has: as it stands, or for every million points that it serves in the role. */
export interface Quantity {
  readonly amount: number;
  readonly perMillionPoints: boolean;
}

const RATE = /^(\d+(?:\.\d+)?) per hour( per million points)?$/;
const SERVERS = /^(\d+(?:\.\d+)?) per million points$/;
const RATES_ALLOWED = 'allowed: "2000 per hour" or "400 per hour per million points"';
const SERVERS_ALLOWED = 'allowed: a number such as 4, or "3 per million points"';

/**
 * Reads a rate of work, `2000 per hour` or `400 per hour per million points`.
 * @returns jobs per hour.
 * @throws Error saying what is wrong and what is allowed.
 */
export function parseRate(text: string): Quantity {
  const parts = RATE.exec(text.trim().replace(/\s+/g, ' '));
  if (!parts) throw new Error(`"${text}" is not a rate; ${RATES_ALLOWED}`);
  return positive(Number(parts[1]), parts[2] !== undefined, text, RATES_ALLOWED);
}

/**
 * Reads a number of servers: `4`, or `3 per million points`.
 * @throws Error saying what is wrong and what is allowed.
 */
export function parseServers(servers: number | string): Quantity {
  if (typeof servers === 'number') return positive(servers, false, servers, SERVERS_ALLOWED);
  const parts = SERVERS.exec(servers.trim().replace(/\s+/g, ' '));
  if (!parts) throw new Error(`"${servers}" is not a number of servers; ${SERVERS_ALLOWED}`);
  return positive(Number(parts[1]), true, servers, SERVERS_ALLOWED);
}

function positive(amount: number, perMillionPoints: boolean, given: string | number, allowed: string): Quantity {
  if (!(amount > 0)) throw new Error(`${JSON.stringify(given)} does no work; ${allowed}, more than 0`);
  return { amount, perMillionPoints };
}
