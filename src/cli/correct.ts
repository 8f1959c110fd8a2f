import { correctLike } from '../core/change/correctWords';
import { type Message, message } from '../core/message';
import { applyEdits } from '../core/text/textEdit';
import { parseTranscript } from '../core/transcript/parseTranscript';
import type { Transcript } from '../core/transcript/transcript';
import { render } from '../l10n/catalogue';
import { type Command, type Fault, isFault } from './command';
import type { CommandLine } from './commandLine';
import { FileWriter } from './fileWriter';
import { useConfiguredLanguage } from './language';
import { dateToday } from './newNoteOptions';
import { linesAbove } from './practiceAbove';
import { type DiskNote, takeNotes } from './takeNotes';
import { type CommandOutcome, type Terminal, visible } from './terminal';
import { Workspace } from './workspace';

/** `session-notes correct`: gives copies of a transcript the words of another. */
export const correctCommand: Command = {
  options: { like: 'value' },
  help: message('cli.help.correct'),
  run: correct,
};

/** What became of the copies. */
interface Outcome {
  readonly written: string[];
  readonly refused: string[];
}

function correct(line: CommandLine, terminal: Terminal): CommandOutcome | Fault {
  const like = line.values.get('like');
  if (like === undefined || line.paths.length === 0) return { fault: message('cli.correct.needs-files') };
  const source = readSource(like, terminal);
  if (isFault(source)) return source;
  const workspace = Workspace.open(terminal.directory, line.paths);
  if (isFault(workspace)) return workspace;
  useConfiguredLanguage(line, workspace.roots);
  const { written, refused }: Outcome = { written: [], refused: [] };
  const writer = new FileWriter();
  const unread = takeNotes(workspace, terminal, read => {
    if (read.file.file === source.file) return;
    const outcome = correctFile(read, source.transcript, writer);
    if ('reason' in outcome) refused.push(said(read.name, outcome.reason));
    else
      written.push(visible(render(message('cli.correct.done', { file: read.name, count: outcome.turns }))));
  });
  if (written.length + refused.length + unread.length === 0)
    return { fault: message('cli.correct.no-transcripts') };
  return {
    exitCode: refused.length + unread.length === 0 ? 0 : 1,
    output: written.map(each => `${each}\n`).join(''),
    errors: [...linesAbove(workspace.practicesAbove, terminal.directory), ...unread, ...refused],
  };
}

interface Source {
  /** Absolute. */
  readonly file: string;
  readonly transcript: Transcript;
}

function readSource(path: string, terminal: Terminal): Source | Fault {
  const workspace = Workspace.open(terminal.directory, [path]);
  if (isFault(workspace)) return workspace;
  const sources: Source[] = [];
  takeNotes(workspace, terminal, ({ file, note }) => {
    if (note.frontMatter.kind === 'transcript')
      sources.push({ file: file.file, transcript: parseTranscript(note) });
  });
  const [only, second] = sources;
  return only === undefined || second !== undefined
    ? { fault: message('cli.correct.no-source', { path }) }
    : only;
}

function correctFile(
  { file, note, content }: DiskNote,
  source: Transcript,
  writer: FileWriter,
): { readonly turns: number } | { readonly reason: Message } {
  if (note.frontMatter.kind !== 'transcript') return { reason: message('correct.no-transcript') };
  const { change, turns } = correctLike(note, source, dateToday());
  if (change.kind === 'refused') return change;
  if (change.edits.length === 0) return { turns };
  const reason = writer.rewrite(file.file, content, applyEdits(content.text, change.edits));
  return reason === undefined ? { turns } : { reason };
}

function said(file: string, reason: Message): string {
  return visible(`${file}: ${render(reason)}`);
}
