import { message } from '../core/message';
import { type Fault, isFault } from './command';
import type { CommandLine } from './commandLine';

/** The value of an option that has a fixed choice of them; the first is the default. */
export function choiceOption<const Choice extends string>(
  line: CommandLine,
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Choice | Fault {
  const given = line.values.get(name);
  const value = given === undefined ? choices[0] : choices.find(choice => choice === given);
  if (value !== undefined) return value;
  const allowed = choices.join(', ');
  return { fault: message('cli.bad-value', { option: `--${name}`, value: given ?? '', allowed }) };
}

/** Whether CSV is wanted as Excel reads it, by the option `--for`. */
export function isForExcel(line: CommandLine): boolean | Fault {
  const program = choiceOption(line, 'for', ['any', 'excel']);
  return isFault(program) ? program : program === 'excel';
}

/** The value of an option that is a whole number from 0 up. */
export function countOption(line: CommandLine, name: string): number | undefined | Fault {
  const given = line.values.get(name);
  if (given === undefined) return undefined;
  const count = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (Number.isSafeInteger(count)) return count;
  return { fault: message('cli.not-a-count', { option: `--${name}`, value: given }) };
}
