import { type Message, message } from '../core/message';
import type { Note } from '../core/note/note';
import { readNote } from '../core/practice/practice';
import type { DecodedText } from '../core/text/decode';
import { render } from '../l10n/catalogue';
import { readDiskNote } from './noteFile';
import { pathFrom } from './paths';
import { ProgressLine } from './progress';
import { type Terminal, visible } from './terminal';
import type { MarkdownFile, Workspace } from './workspace';

/** A note on the disk as it was read. */
export interface DiskNote {
  readonly file: MarkdownFile;
  /** Its path from the working directory. */
  readonly name: string;
  readonly note: Note;
  readonly content: DecodedText;
}

/** Reads the notes among the named files, one after another; gives a line for each file or folder that cannot be read. */
export function takeNotes(
  workspace: Workspace,
  terminal: Terminal,
  take: (read: DiskNote) => void,
): readonly string[] {
  const unread: string[] = [];
  const progress = new ProgressLine(terminal);
  for (const file of workspace.namedFiles()) {
    progress.step();
    const name = pathFrom(terminal.directory, file.file);
    const reading = readDiskNote(file);
    if (reading.kind === 'unreadable') unread.push(unreadLine(name, reading.reason));
    if (reading.kind !== 'note') continue;
    const { content } = reading;
    take({ file, name, note: readNote(file.root, file.path, content.text), content });
  }
  progress.end();
  for (const { file, problems } of workspace.unreadableFolders) {
    const name = pathFrom(terminal.directory, file);
    for (const problem of problems) unread.push(unreadLine(name, problem.message));
  }
  return unread;
}

/** Says of a file or folder, by its path from the working directory, why it could not be read. */
export function unreadLine(file: string, reason: Message): string {
  return visible(render(message('cli.not-read', { file, reason: render(reason) })));
}
