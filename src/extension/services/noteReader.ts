import * as vscode from 'vscode';
import type { Note } from '../../core/note/note';
import type { IndexedFiles } from './indexedFiles';
import type { LargeWorkspace } from './largeWorkspace';
import { type FileContent, isSkipped, readNoteFile } from './noteFiles';
import { type Log, logReading } from './noteLog';
import { isUnsaved, type OpenNotes } from './openNotes';
import type { Root, Roots } from './roots';
import { KeyedMutex } from './tools/keyedMutex';
import { noteLanguage } from './tools/vscodeTypes';
import { type DueTurn, forEachYielding } from './tools/yielding';

/** How long a program has, in milliseconds, that empties a file before it writes it. */
const writing = 100;

/** Takes what files and open documents say into the records of notes: what is being edited counts before the file. */
export class NoteReader {
  readonly #roots: Roots;
  readonly #openNotes: OpenNotes;
  readonly #records: IndexedFiles;
  readonly #log: Log;
  readonly #taking = new KeyedMutex();
  /** Which of the files are read, where not all are. */
  large: LargeWorkspace | undefined;

  constructor(roots: Roots, openNotes: OpenNotes, records: IndexedFiles, log: Log) {
    this.#roots = roots;
    this.#openNotes = openNotes;
    this.#records = records;
    this.#log = log;
  }

  /** Takes files, some at a time; `taken` is told of each. */
  readAll(uris: readonly vscode.Uri[], token?: vscode.CancellationToken, taken?: () => void): Promise<void> {
    const take = async (uri: vscode.Uri, turn: DueTurn): Promise<void> => {
      await this.#taking.run(uri.toString(), () => this.#takeFile(uri, turn));
      taken?.();
    };
    return forEachYielding(uris, take, token);
  }

  /** The notes that are to be read because the note at `uri` is open: those of its cases, where not all notes are read. */
  restOfCases(uri: vscode.Uri): readonly vscode.Uri[] {
    const record = this.#records.at(uri);
    if (this.large === undefined || record === undefined) return [];
    return this.large.want(record.root.key, this.#records.clientsOf(record));
  }

  /** Where the editor shows replacement characters, only the file tells whether they stand in it. */
  isDamaged(document: vscode.TextDocument): boolean {
    return !isUnsaved(document) && this.#openNotes.textOf(document).includes('\ufffd');
  }

  /** Takes the text of an open document; tells whether that concerned a note. */
  takeOpen(document: vscode.TextDocument): boolean {
    const open = this.#openNotes.noteOf(document);
    const known = this.#records.at(document.uri) !== undefined;
    if (open !== undefined) this.#records.keep(document.uri, open.root, open.note, 'editor');
    else if (known) this.#records.forget(document.uri);
    return known || open !== undefined;
  }

  /** Takes a file as it is on disk, or as its editor has it where that is not saved. */
  async #takeFile(uri: vscode.Uri, turn: DueTurn): Promise<void> {
    const root = this.#roots.rootOf(uri);
    const isInFolder = root.uri !== undefined && uri.scheme !== 'untitled';
    if (this.#takeEditor(uri, isInFolder)) return;
    if (!isInFolder) {
      // What lies in no folder of the workspace counts while it is open, and no longer.
      this.#records.forget(uri);
      return;
    }
    if (isSkipped(uri, () => root)) return;
    if (this.large !== undefined && !(await this.large.look(uri, root))) {
      this.#records.forget(uri);
      return;
    }
    const reading = await this.#readWritten(uri, root, turn);
    // Edited while it was read: the editor's text counts.
    if (this.#takeEditor(uri, true)) return;
    // Read by a configuration or protocols that are not those of now.
    if (this.#roots.rootOf(uri) !== root) return this.#takeFile(uri, turn);
    logReading(this.#log, uri, reading);
    if (reading.kind === 'note') this.#records.keep(uri, root, reading.note, 'file');
    else if (reading.kind === 'unreadable') this.#records.markUnreadable(uri, root, reading.reason);
    else if (reading.kind === 'linked') this.takeLinked(uri);
    else this.#records.forget(uri);
  }

  /** Reads a file; a note that became empty may be about to be written, and is read once more. */
  async #readWritten(uri: vscode.Uri, root: Root, turn: DueTurn): Promise<FileContent> {
    const reading = await readNoteFile(uri, root, this.#openNote(uri, root), turn);
    if (this.#records.at(uri) === undefined || !(await isEmptied(uri, reading))) return reading;
    await new Promise(resolve => setTimeout(resolve, writing));
    return readNoteFile(uri, root);
  }

  /** The note that an editor has of a file, as it is read in its root. */
  #openNote(uri: vscode.Uri, root: Root): Note | undefined {
    const document = documentAt(uri);
    const open = document && this.#openNotes.noteOf(document);
    return open?.root === root ? open.note : undefined;
  }

  /** What a symbolic link leads to counts while it is open, and no longer. */
  takeLinked(uri: vscode.Uri): void {
    if (!this.#takeEditor(uri, false)) this.#records.forget(uri);
  }

  /**
   * Takes the text of an open document in place of the file's. One without changes is as the file is, unless the file
   * is gone or cannot be decoded: then the file counts.
   */
  #takeEditor(uri: vscode.Uri, unsavedOnly: boolean): boolean {
    const document = documentAt(uri);
    if (document === undefined || document.isClosed || document.languageId !== noteLanguage) return false;
    if (unsavedOnly && !isUnsaved(document)) return false;
    this.takeOpen(document);
    return true;
  }
}

function documentAt(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find(open => open.uri.toString() === key);
}

/** Whether nothing stands in a file that was read as a note without text, or as no note. */
async function isEmptied(uri: vscode.Uri, reading: FileContent): Promise<boolean> {
  if (reading.kind === 'note') return reading.note.outline.text.length === 0;
  if (reading.kind !== 'other') return false;
  return vscode.workspace.fs.stat(uri).then(
    ({ size }) => size === 0,
    () => false,
  );
}
