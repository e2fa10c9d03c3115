/** What was asked for cannot be run; nothing was written. */
export class RunRefused extends Error {}
