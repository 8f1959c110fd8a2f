import * as vscode from 'vscode';
import type { Case } from '../../core/case/case';
import type { Message } from '../../core/message';
import type { InterfaceLanguage } from '../../l10n/catalogue';
import { unlinked } from './files/findFiles';
import type { DiskChanges, FolderWatcher } from './files/folderWatcher';
import { isPracticeFile } from './files/practiceFolders';
import { deletedNotes, movesRoot } from './folderChanges';
import { changesCase, changesNote, type IndexChange } from './indexChange';
import { IndexedFiles, type UnfinishedNote } from './indexedFiles';
import { findMarkdown, foldersAmong, isMarkdown, isSkipped, readNoteFile } from './noteFiles';
import { type Log, logReading, logScan, logSkipped } from './noteLog';
import { isUnsaved, type OpenNotes } from './openNotes';
import type { Root, RootCase, Roots, RootsChange } from './roots';
import { StaleNotes } from './staleNotes';
import { type IndexState, setContext } from './tools/contextKeys';
import { DisposableStore } from './tools/disposableStore';
import { KeyedMutex } from './tools/keyedMutex';
import { noteLanguage } from './tools/vscodeTypes';
import { forEachYielding, runYielding } from './tools/yielding';
import { traceFolded } from './trace';

/** What the views have to show. */

/**
 * All notes of the workspace as cases, true to the files: text that is not saved yet counts before the one on disk,
 * and what happens on disk is followed. Of the notes only what the cases need is kept, never their text.
 */
export class NoteIndex extends DisposableStore {
  readonly #changed = this.register(new vscode.EventEmitter<IndexChange>());
  readonly onDidChange = this.#changed.event;
  readonly #roots: Roots;
  readonly #openNotes: OpenNotes;
  readonly #log: Log;
  readonly #rootOf = (uri: vscode.Uri): Root => this.#roots.rootOf(uri);
  readonly #records = new IndexedFiles(() => traceFolded(this.#log));
  readonly #taking = new KeyedMutex();
  readonly #stale = this.register(
    new StaleNotes(
      (uris, token) => this.#readAll(uris, token),
      uris => void this.#foldAndTell(uris),
    ),
  );
  #state: IndexState = 'indexing';
  #scan: vscode.CancellationTokenSource | undefined;
  #scanning: Promise<void> | undefined;
  #starting: Promise<void> = Promise.resolve();

  constructor(roots: Roots, openNotes: OpenNotes, watcher: FolderWatcher, log: Log) {
    super();
    this.#roots = roots;
    this.#openNotes = openNotes;
    this.#log = log;
    this.register({ dispose: () => this.#scan?.cancel() });
    this.register(roots.onDidChange(change => this.#rootsChanged(change)));
    this.register(watcher.onDidChange(changes => void this.#follow(changes)));
    this.register(vscode.workspace.onDidChangeWorkspaceFolders(() => void roots.reload()));
    this.register(openNotes.onDidSettle(document => this.#takeDocument(document)));
    this.register(openNotes.onDidClose(document => void this.#reread([document.uri])));
  }

  get state(): IndexState {
    return this.#state;
  }

  /** All cases of the workspace, by root, then client. */
  cases(): readonly RootCase[] {
    return this.#roots.all
      .concat(this.#looseRoots())
      .flatMap(root => this.#records.casesIn(root).map(found => ({ root, case: found })));
  }

  /** The case with this key (see `clientKey`) in the root with that key. */
  caseAt(rootKey: string, client: string): RootCase | undefined {
    const root = this.#roots.all.concat(this.#looseRoots()).find(({ key }) => key === rootKey);
    const found = root && this.#records.caseIn(root, client);
    return root === undefined || found === undefined ? undefined : { root, case: found };
  }

  /** The cases that the note at `uri` belongs to. */
  casesOf(uri: vscode.Uri): readonly Case[] {
    const record = this.#records.at(uri);
    return record === undefined ? [] : this.#records.casesOf(record);
  }

  /** Whether a change may concern the file at `uri`, or a case that it belongs to. */
  isConcerned(uri: vscode.Uri, change: IndexChange): boolean {
    if (changesNote(change, uri)) return true;
    const record = this.#records.at(uri);
    return record !== undefined && changesCase(change, record.root.key, this.#records.clientsOf(record));
  }

  /** The notes that are drafts or lack required stages or sections; transcripts and process notes aside. */
  unfinishedNotes(): readonly UnfinishedNote[] {
    return this.#records.unfinished();
  }

  /** Where the note at `path` of `root` is. */
  uriOf(root: Root, path: string): vscode.Uri | undefined {
    const inFolder = root.uri === undefined ? undefined : vscode.Uri.joinPath(root.uri, path);
    if (inFolder !== undefined && this.knows(inFolder)) return inFolder;
    // Not saved yet, or in no folder: few enough to look through.
    return this.#records.all().find(record => record.root.key === root.key && record.path === path)?.uri;
  }

  /** Whether the file at `uri` is a note. */
  knows(uri: vscode.Uri): boolean {
    return this.#records.at(uri) !== undefined;
  }

  /** Whether the file at `uri` is a transcript. */
  isTranscript(uri: vscode.Uri): boolean {
    const record = this.#records.at(uri);
    return record !== undefined && this.#records.noteOf(record)?.kind === 'transcript';
  }

  /** Every note that is known. */
  noteUris(): readonly vscode.Uri[] {
    return this.#records.all().map(record => record.uri);
  }

  /** The date of the note at `uri`, if it has one. */
  dateOf(uri: vscode.Uri): string | undefined {
    return this.#records.at(uri)?.date;
  }

  /** The language, of those the interface has, that most notes are written in. */
  commonestLanguage(): InterfaceLanguage | undefined {
    return this.#records.commonestLanguage();
  }

  /** The notes that could not be read. */
  unreadableUris(): readonly vscode.Uri[] {
    return this.#records.all().flatMap(record => (record.unreadable === undefined ? [] : [record.uri]));
  }

  /** Why the note at `uri` could not be read, if it could not. */
  unreadableReason(uri: vscode.Uri): Message | undefined {
    return this.#records.at(uri)?.unreadable;
  }

  /** Loads the roots and reads the workspace for the first time. */
  start(): Promise<void> {
    this.#starting = this.#roots.reload();
    return this.whenRead();
  }

  /** Settles when no reading of the whole workspace goes on: what is asked before may miss notes. */
  async whenRead(): Promise<void> {
    await this.#starting;
    // A scan may be overtaken by another one.
    for (let scan: Promise<void> | undefined; scan !== this.#scanning; ) {
      scan = this.#scanning;
      await scan;
    }
  }

  #rootsChanged(change: RootsChange): void {
    if (change.kind === 'all') this.#scanning = this.#readWorkspace();
    else if (change.ids.size > 0) this.#protocolsChanged(this.#records.renew(change.root, change.ids));
  }

  /** Open notes follow at once, the others as they are read. */
  #protocolsChanged(uris: readonly vscode.Uri[]): void {
    const stale = new Set(uris.map(uri => uri.toString()));
    const open = this.#openNotes
      .all()
      .map(({ document }) => document)
      .filter(document => stale.has(document.uri.toString()) && !this.#isDamaged(document));
    for (const document of open) this.#takeOpen(document);
    void this.#foldAndTell(open.map(({ uri }) => uri));
    void this.#stale.add(uris);
  }

  /** Reads the whole workspace; a later scan overtakes an earlier one. */
  async #readWorkspace(): Promise<void> {
    this.#scan?.cancel();
    const scan = new vscode.CancellationTokenSource();
    this.#scan = scan;
    this.#setState('indexing');
    this.#records.clear();
    const open = this.#openNotes.all();
    for (const { document } of open) this.#takeOpen(document);
    const found = await findMarkdown(undefined, this.#rootOf, scan.token, uri => logSkipped(this.#log, uri));
    // A document may stay open for a while after its file is gone.
    const uris = new Map([...found, ...open.map(({ document }) => document.uri)].map(uri => [`${uri}`, uri]));
    await this.#readAll([...uris.values()], scan.token);
    await runYielding(this.#records.foldChanged(), scan.token);
    if (scan.token.isCancellationRequested || this.isDisposed) return;
    logScan(this.#log, uris.size, this.#records.size);
    this.#setState(this.#settledState());
    this.#records.takeChanges();
    this.#changed.fire({ kind: 'all' });
  }

  /** Compares the workspace with what is on disk now, for changes that no event told of. */
  async reconcile(): Promise<void> {
    const uris = await findMarkdown(undefined, this.#rootOf);
    const onDisk = new Set(uris.map(uri => uri.toString()));
    const gone = this.noteUris().filter(uri => uri.scheme !== 'untitled' && !onDisk.has(uri.toString()));
    await this.#reread([...uris, ...gone]);
  }

  #readAll(uris: readonly vscode.Uri[], token?: vscode.CancellationToken): Promise<void> {
    return forEachYielding(uris, uri => this.#taking.run(uri.toString(), () => this.#takeFile(uri)), token);
  }

  async #follow({ changed, deleted }: DiskChanges): Promise<void> {
    const folders = await foldersAmong(changed, this.#rootOf);
    if (await movesRoot(this.#roots, folders, deleted)) {
      await this.#roots.reload();
      return;
    }
    if ([...changed, ...deleted].some(isPracticeFile)) await this.#roots.refresh();
    const uris = [...changed.filter(isMarkdown), ...deletedNotes(deleted, () => this.noteUris())];
    // One search at a time: a checkout may make very many folders.
    for (const folder of folders) uris.push(...(await findMarkdown(folder, this.#rootOf)));
    await this.#reread(uris);
  }

  async #reread(uris: readonly vscode.Uri[]): Promise<void> {
    if (uris.length === 0) return;
    const followed = new Set(await unlinked(uris));
    for (const uri of uris) if (!followed.has(uri)) this.#takeLinked(uri);
    await this.#readAll([...followed]);
    await this.#foldAndTell(uris);
  }

  /** Tells what changed, where that may be many cases. */
  async #foldAndTell(uris: readonly vscode.Uri[]): Promise<void> {
    await runYielding(this.#records.foldChanged());
    if (!this.isDisposed) this.#afterChange(uris);
  }

  #takeDocument(document: vscode.TextDocument): void {
    if (this.#isDamaged(document)) void this.#reread([document.uri]);
    else if (this.#takeOpen(document)) this.#afterChange([document.uri]);
  }

  /** Where the editor shows replacement characters, only the file tells whether they stand in it. */
  #isDamaged(document: vscode.TextDocument): boolean {
    return !isUnsaved(document) && this.#openNotes.textOf(document).includes('\ufffd');
  }

  /** Takes the text of an open document; tells whether that concerned a note. */
  #takeOpen(document: vscode.TextDocument): boolean {
    const open = this.#openNotes.noteOf(document);
    const known = this.knows(document.uri);
    if (open !== undefined) this.#records.keep(document.uri, open.root, open.note);
    else if (known) this.#records.forget(document.uri);
    return known || open !== undefined;
  }

  /** Takes a file as it is on disk, or as its editor has it where that is not saved. */
  async #takeFile(uri: vscode.Uri): Promise<void> {
    const root = this.#roots.rootOf(uri);
    const isInFolder = root.uri !== undefined && uri.scheme !== 'untitled';
    if (this.#takeEditor(uri, isInFolder)) return;
    if (!isInFolder) {
      // What lies in no folder of the workspace counts while it is open, and no longer.
      this.#records.forget(uri);
      return;
    }
    if (isSkipped(uri, () => root)) return;
    const reading = await readNoteFile(uri, root);
    // Edited while it was read: the editor's text counts.
    if (this.#takeEditor(uri, true)) return;
    // Read by a configuration or protocols that are not those of now.
    if (this.#roots.rootOf(uri) !== root) return this.#takeFile(uri);
    logReading(this.#log, uri, reading);
    if (reading.kind === 'note') this.#records.keep(uri, root, reading.note);
    else if (reading.kind === 'unreadable') this.#records.markUnreadable(uri, root, reading.reason);
    else if (reading.kind === 'linked') this.#takeLinked(uri);
    else this.#records.forget(uri);
  }

  /** What a symbolic link leads to counts while it is open, and no longer. */
  #takeLinked(uri: vscode.Uri): void {
    if (!this.#takeEditor(uri, false)) this.#records.forget(uri);
  }

  /**
   * Takes the text of an open document in place of the file's. One without changes is as the file is, unless the file
   * is gone or cannot be decoded: then the file counts.
   */
  #takeEditor(uri: vscode.Uri, unsavedOnly: boolean): boolean {
    const key = uri.toString();
    const document = vscode.workspace.textDocuments.find(open => open.uri.toString() === key);
    if (document === undefined || document.isClosed || document.languageId !== noteLanguage) return false;
    if (unsavedOnly && !isUnsaved(document)) return false;
    this.#takeOpen(document);
    return true;
  }

  #looseRoots(): readonly Root[] {
    const known = new Set(this.#roots.all.map(root => root.key));
    const loose = new Map<string, Root>();
    for (const { root } of this.#records.all()) if (!known.has(root.key)) loose.set(root.key, root);
    return [...loose.values()];
  }

  #afterChange(uris: readonly vscode.Uri[]): void {
    if (this.#state !== 'indexing') this.#setState(this.#settledState());
    this.#changed.fire({ kind: 'some', uris, ...this.#records.takeChanges() });
  }

  #settledState(): IndexState {
    if (this.#records.size > 0) return 'ready';
    return (vscode.workspace.workspaceFolders?.length ?? 0) === 0 ? 'no-folder' : 'no-notes';
  }

  #setState(state: IndexState): void {
    this.#state = state;
    setContext('sessionNotes.state', state);
  }
}
