/** The two services of an appointment, each with a thread of messages of its own. */
export const MS: number = 0;
export const DS: number = 1;

/** No service is asked for more often than this: the branch has three bits for it. */
export const MOST_REQUESTS = 8;

const REJECTED = 16;
const WITH_SWITCH = 32;

/**
 * Branch of a service's messages: bit 0 the service, bits 1 to 3 which request for it, bit 4 a rejection, bit 5 an
 * appointment that is asked for together with a switch.
 */
export function branchOf(service: number, request: number, withSwitch = false): number {
  return service | (request << 1) | (withSwitch ? WITH_SWITCH : 0);
}

export function isWithSwitch(branch: number): boolean {
  return (branch & WITH_SWITCH) !== 0;
}

export function serviceOf(branch: number): number {
  return branch & 1;
}

export function requestOf(branch: number): number {
  return (branch >> 1) & 7;
}

/** The branch of a message that says no. */
export function rejecting(branch: number): number {
  return branch | REJECTED;
}

export function isRejection(branch: number): boolean {
  return (branch & REJECTED) !== 0;
}

/** Bit of what has come of a switch: its appointments fell at gate closure, and it goes the legacy way. */
export const FELL = 0x4000;
