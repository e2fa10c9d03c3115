/** A metering point that was asked for and does not exist. */
export class UnknownPoint extends Error {
  constructor(mpans: string) {
    super(`no metering point of this market has the MPAN core ${mpans}`);
  }
}
