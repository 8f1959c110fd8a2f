import { message } from '../core/message';
import { render } from '../l10n/catalogue';
import type { Command } from './command';
import { type Fault, isFault } from './command';
import type { CommandLine } from './commandLine';
import { formats } from './formats/formats';
import type { ListedProtocol } from './formats/protocolsJson';
import { formatProtocolsJson } from './formats/protocolsJson';
import { formatProtocolsText } from './formats/protocolsText';
import { useConfiguredLanguage } from './language';
import { choiceOption } from './options';
import { pathFrom } from './paths';
import { linesAbove } from './practiceAbove';
import { checkProtocol } from './protocolCheck';
import type { DiskRoot } from './roots';
import { type CommandOutcome, paintFor, type Terminal, visible } from './terminal';
import { Workspace } from './workspace';

/** `session-notes protocols`: the protocols and what each needs; with `--check`, what is wrong in one. */
export const protocolsCommand: Command = {
  options: { format: 'value', check: 'value' },
  help: message('cli.help.protocols'),
  run: runProtocols,
};

function runProtocols(line: CommandLine, terminal: Terminal): CommandOutcome | Fault {
  const format = choiceOption(line, 'format', ['text', 'json']);
  if (isFault(format)) return format;
  const file = line.values.get('check');
  if (file !== undefined) {
    const checked = checkProtocol(file, terminal.directory);
    if (isFault(checked)) return checked;
    const isSound = format === 'text' && checked.problems.length === 0;
    const output = isSound
      ? `${visible(render(message('cli.sound-protocol', { file })))}\n`
      : formats[format](checked, paintFor(terminal));
    return { exitCode: checked.errors > 0 ? 1 : 0, output, errors: [] };
  }
  const workspace = Workspace.open(terminal.directory, line.paths);
  if (isFault(workspace)) return workspace;
  useConfiguredLanguage(line, workspace.roots);
  const listed = workspace.roots.flatMap(root => protocolsOf(root, terminal.directory));
  const distinct = [...new Map(listed.map(each => [`${each.file} ${each.protocol.id}`, each])).values()];
  const output =
    format === 'json' ? formatProtocolsJson(distinct) : formatProtocolsText(distinct, paintFor(terminal));
  return { exitCode: 0, output, errors: linesAbove(workspace.practicesAbove, terminal.directory) };
}

function protocolsOf({ protocols, protocolFiles }: DiskRoot, directory: string): readonly ListedProtocol[] {
  return protocols.ids.flatMap(id => {
    const protocol = protocols.get(id)?.protocol;
    const file = protocolFiles.get(id);
    return protocol === undefined ? [] : [{ protocol, file: file && pathFrom(directory, file) }];
  });
}
