import { parseArgs } from 'node:util';
import { type Message, message } from '../core/message';

/** Whether an option stands alone, takes a value, or takes one each time it is given. */
type OptionKind = 'flag' | 'value' | 'list';

/** The options of a command by name, without dashes. */
export type OptionTable = Readonly<Record<string, OptionKind>>;

/** What the user typed, understood. */
export interface CommandLine {
  /** The command's name as typed; undefined where none was. */
  readonly command: string | undefined;
  readonly paths: readonly string[];
  readonly flags: ReadonlySet<string>;
  /** The last value of each option. */
  readonly values: ReadonlyMap<string, string>;
  /** All values of each option, in the order given. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** The first thing that is wrong with the options, if anything is. */
  readonly fault: Message | undefined;
}

/** The options of every command. */
const commonOptions: OptionTable = { help: 'flag', version: 'flag', language: 'value' };

/** Further names of options, by which the same is meant. */
const otherNames: ReadonlyMap<string, string> = new Map([['note-format', 'protocol']]);

/**
 * Reads the arguments after the program's name. `optionsOf` gives the options of a command. Faults are returned and
 * not thrown, so that the language asked for beside them can still be obeyed.
 */
export function parseCommandLine(
  args: readonly string[],
  commands: Readonly<Record<string, OptionTable>>,
): CommandLine {
  const every: OptionTable = Object.assign({}, commonOptions, ...Object.values(commands));
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: parserOptions(every),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const [command, ...paths] = positionals;
  const known = { ...commonOptions, ...(command === undefined ? {} : commands[command]) };
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const lists = new Map<string, string[]>();
  let fault: Message | undefined;
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const name = otherNames.get(token.name) ?? token.name;
    fault ??= faultOf({ ...token, name }, known, command);
    if (token.value === undefined) {
      flags.add(name);
      continue;
    }
    values.set(name, token.value);
    lists.set(name, [...(lists.get(name) ?? []), token.value]);
  }
  return { command, paths, flags, values, lists, fault };
}

interface ParserOption {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
}

function parserOptions(every: OptionTable): Record<string, ParserOption> {
  const named = Object.entries(every).map(([name, kind]) => [name, parserOption(name, kind)]);
  const renamed = [...otherNames.keys()].map(name => [name, { type: 'string' }]);
  return Object.fromEntries([...named, ...renamed]);
}

function parserOption(name: string, kind: OptionKind): ParserOption {
  if (kind !== 'flag') return { type: 'string' };
  return name === 'help' ? { type: 'boolean', short: 'h' } : { type: 'boolean' };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function faultOf(token: OptionToken, known: OptionTable, command: string | undefined): Message | undefined {
  const option = token.rawName;
  const kind = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
  if (kind === undefined) {
    if (command === undefined) return message('cli.unknown-option', { option });
    return message('cli.unknown-option-of', { option, command });
  }
  if (kind === 'flag' && token.value !== undefined) return message('cli.option-takes-no-value', { option });
  if (kind !== 'flag' && !hasValue(token)) return message('cli.option-needs-value', { option });
  return undefined;
}

/**
 * An option in the place of the value means that the value was forgotten; `--name=-x` is a way to say it all the same. No
 * option begins with a digit.
 */
function hasValue({ value, inlineValue }: OptionToken): boolean {
  return value !== undefined && value !== '' && (inlineValue === true || !/^-\D/.test(value));
}
