/** Bad usage or bad input: shown as its message alone, exit code 2, nothing written. */
export class UsageError extends Error {}

/** Collects what is wrong with a command's arguments, so that the user hears of everything at once. */
export class Faults {
  private readonly messages: string[] = [];

  /** Whether anything is wrong so far. */
  get any(): boolean {
    return this.messages.length > 0;
  }

  /** One fault, as a readable sentence. */
  add(message: string): void {
    this.messages.push(message);
  }

  /** Reads one argument; undefined if it is missing or wrong. */
  read<T>(name: string, value: string | string[] | undefined, parse: (text: string) => T): T | undefined {
    if (Array.isArray(value)) this.add(`${name} is given ${value.length} times; once is enough`);
    if (value === undefined || Array.isArray(value)) return undefined;
    try {
      return parse(value);
    } catch (error) {
      this.add(`${name}: ${(error as Error).message}`);
      return undefined;
    }
  }

  /** Does the work; a RangeError in it is a fault of the argument named. @throws UsageError */
  guard<T>(name: string, work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.add(`${name}: ${error.message}`);
      throw this.error();
    }
  }

  /** All of it as one error to throw, a line for each fault. */
  error(): UsageError {
    return new UsageError(this.messages.join('\n'));
  }
}
