import type { CommandModule } from 'yargs';
import { checkDigit, distributionArea, explain } from '../../market/index.ts';
import { UsageError } from '../faults.ts';

interface Arguments {
  numbers: string[];
  json: boolean;
}

/** What is said of one number. `core` is the right one, whatever was given. */
interface Answer {
  given: string;
  valid: boolean;
  core: string;
  checkDigit: string;
  distributor: string;
  area: string;
}

/** `mhhsim mpan NUMBER…`: 12 digits get their check digit; 13 are checked, and a wrong one makes the exit code 1. */
export const mpan: CommandModule<object, Arguments> = {
  command: 'mpan <numbers..>',
  describe: 'Make or check the check digit of MPAN cores',
  builder: yargs =>
    yargs
      .positional('numbers', {
        type: 'string',
        array: true,
        demandOption: true,
        describe:
          '12 digits (distributor and number) to complete, or a core of 13 to check; spaces as on a bill will do',
      })
      .option('json', { type: 'boolean', default: false, describe: 'Print JSON' })
      .example('$0 mpan 123456789012', 'prints 1234567890126')
      .example('$0 mpan 12 3456 7890 126', 'checks it'),
  handler({ numbers, json }) {
    const given = asPrinted(numbers);
    const faults = given.flatMap(faultOf);
    if (faults.length > 0) throw new UsageError(faults.join('\n'));
    const answers = given.map(answerTo);
    console.log(json ? JSON.stringify(answers, null, 2) : answers.map(inWords).join('\n'));
    if (answers.some(answer => !answer.valid)) process.exitCode = 1;
  },
};

/** Numbers without their spaces. Arguments that make one number only when put together are one number. */
function asPrinted(numbers: string[]): string[] {
  const given = numbers.map(number => number.replace(/\s/g, ''));
  const together = given.join('');
  return /^\d{12,13}$/.test(together) ? [together] : given;
}

function faultOf(number: string): string[] {
  if (!/^\d*$/.test(number)) return [`'${number}' is no MPAN: it must be 12 or 13 digits and nothing else but spaces.`];
  if (number.length !== 12 && number.length !== 13)
    return [`'${number}' has ${number.length} digits: give 12 to get the check digit, or 13 to have it checked.`];
  if (number < '10') return [`'${number}' begins with ${number.slice(0, 2)}: a distributor's id is 10 to 99.`];
  return [];
}

function answerTo(given: string): Answer {
  const first12 = given.slice(0, 12);
  const digit = checkDigit(first12);
  const core = first12 + digit;
  return {
    given,
    valid: given.length === 12 || given === core,
    core,
    checkDigit: digit,
    distributor: given.slice(0, 2),
    area: distributionArea(given),
  };
}

function inWords({ given, valid, core, checkDigit, distributor, area }: Answer): string {
  const where = `distributor ${distributor}, ${area}`;
  if (given.length === 12) return `${core}  (${where})`;
  if (valid) return `${given} is valid  (${where})`;
  return `${given} is not valid: the check digit must be ${checkDigit}, not ${given[12]}  (${where})\n  ${explain(given.slice(0, 12))}`;
}
