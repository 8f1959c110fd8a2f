import { version } from '../../package.json';
import { languageTags } from '../core/language/languages';
import { type Message, message } from '../core/message';
import { type InterfaceLanguage, render, setInterfaceLanguage, supportedLanguage } from '../l10n/catalogue';
import { agreeCommand } from './agree';
import { blindCommand } from './blind';
import { checkCommand } from './check';
import { type Command, isFault } from './command';
import { type CommandLine, parseCommandLine } from './commandLine';
import { correctCommand } from './correct';
import { exportCommand } from './export';
import { goalsCommand } from './goals';
import { importCommand } from './import';
import { newCommand } from './newNote';
import { passagesCommand } from './passages';
import { protocolsCommand } from './protocols';
import { type CommandOutcome, type ExitCode, type Terminal, visible } from './terminal';

const commands: Readonly<Record<string, Command>> = {
  agree: agreeCommand,
  blind: blindCommand,
  check: checkCommand,
  correct: correctCommand,
  export: exportCommand,
  goals: goalsCommand,
  import: importCommand,
  new: newCommand,
  passages: passagesCommand,
  protocols: protocolsCommand,
};

/**
 * Runs the program with `args`, the arguments after its name, and tells how it ended. Nothing is written to standard
 * output before the end, so that there is nothing on it when the command could not run.
 */
export function run(args: readonly string[], terminal: Terminal): ExitCode {
  const outcome = outcomeOf(args, terminal);
  if (outcome.exitCode !== 2) put(outcome.output, terminal);
  for (const line of outcome.errors) terminal.errors.write(`${line}\n`);
  return outcome.exitCode;
}

function put(output: CommandOutcome['output'], terminal: Terminal): void {
  // A text is a sequence, too, of its characters.
  for (const piece of typeof output === 'string' ? [output] : output) terminal.output.write(piece);
}

function outcomeOf(args: readonly string[], terminal: Terminal): CommandOutcome {
  const options = Object.entries(commands).map(([name, command]) => [name, command.options] as const);
  const line = parseCommandLine(args, Object.fromEntries(options));
  const asked = line.values.get('language');
  setInterfaceLanguage(languageOf(asked, terminal));
  if (asked !== undefined && supportedLanguage([asked]) === undefined) {
    const allowed = languageTags.join(', ');
    return cannotRun(message('cli.bad-value', { option: '--language', value: asked, allowed }));
  }
  return dispatch(line, terminal);
}

function dispatch(line: CommandLine, terminal: Terminal): CommandOutcome {
  const command = line.command === undefined ? undefined : commandNamed(line.command);
  if (line.command !== undefined && command === undefined) {
    return cannotRun(message('cli.unknown-command', { command: line.command }));
  }
  if (line.fault !== undefined) return cannotRun(line.fault);
  if (line.flags.has('help')) return said(helpOf(command));
  if (line.flags.has('version')) return said(version);
  if (command === undefined) return { exitCode: 2, output: '', errors: [helpOf(undefined)] };
  return attempt(command, line, terminal);
}

function helpOf(command: Command | undefined): string {
  const { key } = command?.help ?? message('cli.help');
  return render(message(key, { languages: languageTags.join('|') }));
}

function commandNamed(name: string): Command | undefined {
  return Object.hasOwn(commands, name) ? commands[name] : undefined;
}

function attempt(command: Command, line: CommandLine, terminal: Terminal): CommandOutcome {
  try {
    const outcome = command.run(line, terminal);
    return isFault(outcome) ? cannotRun(outcome.fault) : outcome;
  } catch (error) {
    return { exitCode: 2, output: '', errors: [render(message('cli.unexpected')), ...placeOf(error)] };
  }
}

/** Where an unexpected error arose, for a report of it; not its message, which may quote a note. */
function placeOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return [visible(error.name), ...frames.map(visible)];
}

function cannotRun(reason: Message): CommandOutcome {
  return { exitCode: 2, output: '', errors: [visible(render(reason))] };
}

function said(text: string): CommandOutcome {
  return { exitCode: 0, output: `${text}\n`, errors: [] };
}

/** `--language`, else the locale of the environment (the first of its variables that is set decides), else English. */
function languageOf(asked: string | undefined, { environment }: Terminal): InterfaceLanguage {
  const variables = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map(name => environment[name] ?? '');
  const locale = variables.find(value => value !== '');
  return supportedLanguage([asked]) ?? supportedLanguage([locale]) ?? 'en';
}
