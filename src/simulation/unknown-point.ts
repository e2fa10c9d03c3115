/** A metering point that was asked for and does not exist, or is not of the kind that is needed. */
export class UnknownPoint extends Error {
  /** @param what what it should be */
  constructor(mpans: string, what = 'metering point') {
    super(`no ${what} of this market has the MPAN core ${mpans}`);
  }
}
