import type { Message } from '../core/message';
import type { CommandLine, OptionTable } from './commandLine';
import type { CommandOutcome, Terminal } from './terminal';

/** Why a command could not run. */
export interface Fault {
  readonly fault: Message;
}

/** One command of the program. */
export interface Command {
  readonly options: OptionTable;
  readonly help: Message;
  run(line: CommandLine, terminal: Terminal): CommandOutcome | Fault;
}

/** Whether something could not be done. */
export function isFault(result: unknown): result is Fault {
  return typeof result === 'object' && result !== null && 'fault' in result;
}
