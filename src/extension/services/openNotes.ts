import * as vscode from 'vscode';
import type { Note } from '../../core/note/note';
import { isNote, readNote } from '../../core/practice/practice';
import { contains, pathIn, type Root, type Roots, type RootsChange } from './roots';
import { Debouncer } from './tools/debouncer';
import { DisposableStore } from './tools/disposableStore';
import { DocumentTexts } from './tools/documentTexts';
import { noteLanguage } from './tools/vscodeTypes';

/** The pause in typing, in milliseconds, after which what depends on a document is brought up to date. */
const typingPause = 150;

/** A document that is a session note, read at one version of its text. */
export interface OpenNote {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly root: Root;
  /** In its root. */
  readonly path: string;
  readonly note: Note;
}

/** The session notes among the open documents; each is parsed once per version. */
export class OpenNotes extends DisposableStore {
  readonly #roots: Roots;
  readonly #texts = this.register(new DocumentTexts());
  readonly #parsed = new Map<string, OpenNote>();
  readonly #settled = this.register(new vscode.EventEmitter<vscode.TextDocument>());
  readonly #closed = this.register(new vscode.EventEmitter<vscode.TextDocument>());
  readonly #settling = this.register(
    new Debouncer<vscode.TextDocument>(typingPause, document => this.#settle(document)),
  );

  /** Fires when a document was opened, and when typing in it has paused. */
  readonly onDidSettle = this.#settled.event;
  readonly onDidClose = this.#closed.event;

  constructor(roots: Roots) {
    super();
    this.#roots = roots;
    this.register(roots.onDidChange(change => this.#rootsChanged(change)));
    this.register(vscode.workspace.onDidOpenTextDocument(document => this.#settle(document)));
    this.register(vscode.workspace.onDidChangeTextDocument(event => this.#edited(event)));
    this.register(vscode.workspace.onDidCloseTextDocument(document => this.#close(document)));
  }

  /** All open documents that are notes. */
  all(): readonly OpenNote[] {
    return vscode.workspace.textDocuments.flatMap(document => this.noteOf(document) ?? []);
  }

  /** The document as a note of its current version; undefined when it is none. */
  noteOf(document: vscode.TextDocument): OpenNote | undefined {
    if (document.isClosed || !isEditable(document)) return undefined;
    const key = document.uri.toString();
    const known = this.#parsed.get(key);
    if (known?.version === document.version && known.document === document) return known;
    const root = this.#roots.rootOf(document.uri);
    const path = pathIn(root, document.uri);
    const text = this.#texts.of(document);
    if (isSkipped(document.uri, root) || !isNote(root, path, text)) {
      this.#parsed.delete(key);
      return undefined;
    }
    const note = readNote(root, path, text, known?.note);
    const open = { document, version: document.version, root, path, note };
    this.#parsed.set(key, open);
    return open;
  }

  #rootsChanged(change: RootsChange): void {
    if (change.kind === 'all' || change.ids.size > 0) this.#parsed.clear();
  }

  /** The text of an open document. */
  textOf(document: vscode.TextDocument): string {
    return this.#texts.of(document);
  }

  #edited(event: vscode.TextDocumentChangeEvent): void {
    if (event.contentChanges.length > 0) this.#settling.touch(event.document);
  }

  #settle(document: vscode.TextDocument): void {
    if (!document.isClosed && isEditable(document)) this.#settled.fire(document);
  }

  #close(document: vscode.TextDocument): void {
    this.#settling.cancel(document);
    this.#parsed.delete(document.uri.toString());
    if (isEditable(document)) this.#closed.fire(document);
  }
}

const bufferSchemes = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs']);

/** Whether a document is the user's own text: never a git version, a diff's other side or an output. */
function isEditable(document: vscode.TextDocument): boolean {
  if (document.languageId !== noteLanguage) return false;
  const { scheme } = document.uri;
  return bufferSchemes.has(scheme) || isFolderScheme(scheme);
}

/** Whether a file of a folder is one that its configuration leaves out. */
function isSkipped(uri: vscode.Uri, root: Root): boolean {
  return root.uri !== undefined && contains(root.uri, uri) && root.paths.isSkipped(pathIn(root, uri));
}

function isFolderScheme(scheme: string): boolean {
  return vscode.workspace.workspaceFolders?.some(folder => folder.uri.scheme === scheme) ?? false;
}

/** More lines than these, as long transcripts have, take too long to read between two keys. */
const manyLines = 5000;

/** Whether a document is read at each key, and not only once typing in it has paused. */
export function isReadAtOnce(document: vscode.TextDocument): boolean {
  return document.lineCount <= manyLines;
}

/** Whether a note is a transcript. */
export function isTranscript({ note }: OpenNote): boolean {
  return note.frontMatter.kind === 'transcript';
}

/** Whether the text of a document is not on disk. */
export function isUnsaved(document: vscode.TextDocument): boolean {
  return document.isDirty || document.isUntitled;
}
