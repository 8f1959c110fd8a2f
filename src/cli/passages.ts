import { type ExportedVersion, exportedVersion } from '../core/exchange/exporters/exportedTranscript';
import { findPassages } from '../core/exchange/exporters/passages';
import { passagesCsv } from '../core/exchange/exporters/passagesCsv';
import { passagesMarkdown } from '../core/exchange/exporters/passagesMarkdown';
import { message } from '../core/message';
import { renderer } from '../l10n/catalogue';
import { excelCsv } from '../l10n/excelCsv';
import { type Command, type Fault, isFault } from './command';
import type { CommandLine } from './commandLine';
import { givesWords } from './givingWords';
import { useConfiguredLanguage } from './language';
import { choiceOption, countOption, isForExcel } from './options';
import { linesAbove } from './practiceAbove';
import { takeNotes } from './takeNotes';
import { type CommandOutcome, type Terminal, visible } from './terminal';
import { Workspace } from './workspace';

const formats = ['md', 'csv'] as const;

/** `session-notes passages`: what was coded with a code, with what was said around it. */
export const passagesCommand: Command = {
  options: { code: 'list', context: 'value', format: 'value', for: 'value', quote: 'flag' },
  help: message('cli.help.passages'),
  run: listPassages,
};

function listPassages(line: CommandLine, terminal: Terminal): CommandOutcome | Fault {
  const codes = codesNamed(line);
  if (codes.length === 0) return { fault: message('cli.passages.needs-code') };
  const format = choiceOption(line, 'format', formats);
  if (isFault(format)) return format;
  const forExcel = isForExcel(line);
  if (isFault(forExcel)) return forExcel;
  const context = countOption(line, 'context');
  if (isFault(context)) return context;
  const workspace = Workspace.open(terminal.directory, line.paths);
  if (isFault(workspace)) return workspace;
  useConfiguredLanguage(line, workspace.roots);
  const versions: ExportedVersion[] = [];
  const unread = takeNotes(workspace, terminal, ({ note, name }) => {
    const read = exportedVersion(note, name);
    if (read !== undefined) versions.push(read);
  });
  const found = findPassages(versions, codes, context ?? 1);
  const unknown = codes.find(code => !found.some(each => each.code === code) && !isKnown(code, workspace));
  if (unknown !== undefined) return { fault: message('cli.passages.unknown-code', { code: unknown }) };
  const bare = !givesWords(line, terminal);
  const text =
    format === 'csv'
      ? passagesCsv(found, bare, forExcel ? excelCsv() : {})
      : passagesMarkdown(found, { codes, bare }, renderer()).text;
  return {
    exitCode: unread.length === 0 ? 0 : 1,
    // Into a file or another program words go as they are; a terminal would obey control characters.
    output: terminal.output.isTerminal ? text.split('\n').map(visible).join('\n') : text,
    errors: [...linesAbove(workspace.practicesAbove, terminal.directory), ...unread],
  };
}

function codesNamed({ lists }: CommandLine): readonly string[] {
  const named = (lists.get('code') ?? []).flatMap(each => each.split(','));
  return [...new Set(named.map(code => code.trim().replace(/^#/, '')).filter(code => code !== ''))];
}

/** A code that no note format has and no transcript is coded with is a slip of the pen. */
function isKnown(code: string, { roots }: Workspace): boolean {
  return roots.some(({ protocols }) =>
    protocols.ids.some(id => {
      const protocol = protocols.get(id);
      return protocol?.codebook.get(code) !== undefined;
    }),
  );
}
