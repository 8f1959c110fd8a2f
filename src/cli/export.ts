import { basename, resolve } from 'node:path';
import { version } from '../../package.json';
import {
  type ExportedTranscript,
  type ExportedVersion,
  exportedTranscripts,
  exportedVersion,
} from '../core/exchange/exporters/exportedTranscript';
import {
  type ExportFormat,
  exportFormats,
  exportTranscripts,
} from '../core/exchange/exporters/exportTranscripts';
import { leftOutOf } from '../core/exchange/exporters/leftOut';
import { message } from '../core/message';
import type { Protocol } from '../core/protocol/schema';
import { interfaceLanguage, render } from '../l10n/catalogue';
import { excelCsv } from '../l10n/excelCsv';
import { exportLabels } from '../l10n/exportLabels';
import { type Command, type Fault, isFault } from './command';
import type { CommandLine } from './commandLine';
import { FileWriter } from './fileWriter';
import { givesWords } from './givingWords';
import { useConfiguredLanguage } from './language';
import { choiceOption, isForExcel } from './options';
import { pathFrom } from './paths';
import { linesAbove } from './practiceAbove';
import { takeNotes } from './takeNotes';
import { type CommandOutcome, type Terminal, visible } from './terminal';
import { Workspace } from './workspace';

/** The formats that are nothing without the words of transcripts. */
const wordy: readonly ExportFormat[] = ['qdpx', 'vtt'];

/** `session-notes export`: coded transcripts for other programs. */
export const exportCommand: Command = {
  options: {
    to: 'value',
    out: 'value',
    for: 'value',
    offsets: 'value',
    protocol: 'value',
    wide: 'flag',
    quote: 'flag',
  },
  help: message('cli.help.export'),
  run: exportPaths,
};

function exportPaths(line: CommandLine, terminal: Terminal): CommandOutcome | Fault {
  if (!line.values.has('to'))
    return { fault: message('cli.export.needs-to', { formats: exportFormats.join(', ') }) };
  const format = choiceOption<ExportFormat>(line, 'to', exportFormats);
  if (isFault(format)) return format;
  const positions = choiceOption(line, 'offsets', ['codepoint', 'utf16']);
  if (isFault(positions)) return positions;
  const forExcel = isForExcel(line);
  if (isFault(forExcel)) return forExcel;
  const out = line.values.get('out');
  if (format === 'qdpx' && out === undefined) return { fault: message('cli.export.needs-out') };
  const words = givesWords(line, terminal);
  if (!words && wordy.includes(format))
    return { fault: message('cli.ci-needs-quote', { option: `--to ${format}` }) };
  const workspace = Workspace.open(terminal.directory, line.paths);
  if (isFault(workspace)) return workspace;
  useConfiguredLanguage(line, workspace.roots);
  const protocols = protocolsMeant(line, workspace, format);
  if (isFault(protocols)) return protocols;
  const read =
    protocols.length > 0
      ? { transcripts: [], remarks: [], unread: [] }
      : readTranscripts(workspace, terminal);
  if (isFault(read)) return read;
  const language = interfaceLanguage();
  const exported = exportTranscripts(read.transcripts, {
    format,
    positions,
    protocols,
    name: out === undefined ? 'Session Notes' : basename(out).replace(/\.[^.]*$/, ''),
    now: new Date(),
    origin: `Session Notes ${version}`,
    words: exportLabels(language),
    bare: !words,
    isWide: line.flags.has('wide'),
    csv: forExcel ? excelCsv() : {},
  });
  if (isFault(exported)) return exported;
  return deliver(
    exported.content,
    out,
    [...linesAbove(workspace.practicesAbove, terminal.directory), ...read.unread, ...read.remarks],
    read.unread.length > 0,
    terminal,
  );
}

/** The protocols whose codebook was asked for; none where it is that of the transcripts. */
function protocolsMeant(
  line: CommandLine,
  { roots }: Workspace,
  format: ExportFormat,
): readonly Protocol[] | Fault {
  if (format !== 'qdc') return [];
  const id =
    line.values.get('protocol') ?? (line.paths.length === 0 ? roots[0]?.config.defaultProtocol : undefined);
  if (id === undefined) return [];
  const found = roots.map(root => root.protocols.get(id)).find(protocol => protocol !== undefined);
  if (found !== undefined) return [found.protocol];
  const known = roots.flatMap(root => root.protocols.ids).join(', ');
  return { fault: message('cli.unknown-protocol', { protocol: id, known }) };
}

interface ReadTranscripts {
  readonly transcripts: readonly ExportedTranscript[];
  /** What is lost, one line each. */
  readonly remarks: readonly string[];
  /** One line for each file or folder that could not be read, and each transcript that is left out. */
  readonly unread: readonly string[];
}

function readTranscripts(workspace: Workspace, terminal: Terminal): ReadTranscripts | Fault {
  const versions: ExportedVersion[] = [];
  const unread = takeNotes(workspace, terminal, ({ note, name }) => {
    const read = exportedVersion(note, name);
    if (read !== undefined) versions.push(read);
  });
  const exported = exportedTranscripts(versions);
  if ('reason' in exported) return { fault: exported.reason };
  const { transcripts, doubled } = exported;
  const [first] = doubled;
  if (transcripts.length === 0 && first !== undefined) return { fault: first.reason };
  return {
    transcripts,
    remarks: versions.flatMap(remarksOn),
    unread: [...unread, ...doubled.map(({ reason }) => visible(render(reason)))],
  };
}

/** What a transcript holds that cannot be exported. */
function remarksOn({ version: { file, transcript } }: ExportedVersion): readonly string[] {
  const count = leftOutOf(transcript);
  if (count === 0) return [];
  return [visible(render(message('export.left-out-turns', { file, count })))];
}

function deliver(
  content: string | Uint8Array,
  out: string | undefined,
  errors: readonly string[],
  isPartial: boolean,
  { directory, output }: Terminal,
): CommandOutcome | Fault {
  const exitCode = isPartial ? 1 : 0;
  if (out === undefined) {
    const text = typeof content === 'string' ? content : '';
    // Into a file or another program words go as they are; a terminal would obey control characters.
    return { exitCode, output: output.isTerminal ? text.split('\n').map(visible).join('\n') : text, errors };
  }
  const file = resolve(directory, out);
  try {
    if (!new FileWriter().create(file, content))
      return { fault: message('cli.export.exists', { path: out }) };
  } catch {
    return { fault: message('cli.new.cannot-write', { path: out }) };
  }
  return { exitCode, output: `${visible(pathFrom(directory, file))}\n`, errors };
}
