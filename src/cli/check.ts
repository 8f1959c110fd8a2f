import { message } from '../core/message';
import { render } from '../l10n/catalogue';
import { type CheckOptions, checkOptions, readCheckOptions } from './checkOptions';
import type { CheckReport } from './checkReport';
import { CheckRun } from './checkRun';
import { type Command, type Fault, isFault } from './command';
import type { CommandLine } from './commandLine';
import { formats } from './formats/formats';
import { useConfiguredLanguage } from './language';
import { linesAbove } from './practiceAbove';
import { type CommandOutcome, paintFor, type Terminal } from './terminal';
import { Workspace } from './workspace';

/** `session-notes check`: what notes lack by their protocol. */
export const checkCommand: Command = {
  options: checkOptions,
  help: message('cli.help.check'),
  run: check,
};

function check(line: CommandLine, terminal: Terminal): CommandOutcome | Fault {
  const options = readCheckOptions(line);
  if (isFault(options)) return options;
  const workspace = Workspace.open(terminal.directory, line.paths);
  if (isFault(workspace)) return workspace;
  useConfiguredLanguage(line, workspace.roots);
  const fault = protocolFault(options, workspace);
  if (fault !== undefined) return fault;
  const { report, messages } = new CheckRun(options, workspace, terminal).run();
  const output = formats[options.format](report, paintFor(terminal));
  const above = linesAbove(workspace.practicesAbove, terminal.directory);
  return {
    exitCode: exitCodeOf(report),
    output,
    errors: [...above, ...messages, ...excess(report, options)],
  };
}

/** A mistyped `--protocol` would make every note wrong. */
function protocolFault({ protocol }: CheckOptions, { roots }: Workspace): Fault | undefined {
  if (protocol === undefined || roots.some(({ protocols }) => protocols.get(protocol) !== undefined))
    return undefined;
  const known = [...new Set(roots.flatMap(({ protocols }) => protocols.ids))].join(', ');
  return { fault: message('cli.unknown-protocol', { protocol, known }) };
}

function exitCodeOf({ errors, tooManyWarnings }: CheckReport): 0 | 1 {
  return errors > 0 || tooManyWarnings ? 1 : 0;
}

function excess(report: CheckReport, { maximumWarnings }: CheckOptions): readonly string[] {
  if (!report.tooManyWarnings || maximumWarnings === undefined) return [];
  const { warnings } = report;
  return [render(message('check.too-many-warnings', { warnings, allowed: maximumWarnings }))];
}
