import * as vscode from 'vscode';
import type { Case } from '../../core/case/case';
import { clientKey } from '../../core/case/clientKey';
import { type Message, message } from '../../core/message';
import { prepareReading } from '../../core/practice/practice';
import type { InterfaceLanguage } from '../../l10n/catalogue';
import { unlinked } from './files/findFiles';
import type { DiskChanges, FolderWatcher } from './files/folderWatcher';
import { isPracticeFile } from './files/practiceFolders';
import { deletedNotes, movesRoot } from './folderChanges';
import { changesCase, changesNote, type IndexChange } from './indexChange';
import { IndexedFiles, type UnfinishedNote } from './indexedFiles';
import { LargeWorkspace } from './largeWorkspace';
import { findMarkdown, foldersAmong, isMarkdown } from './noteFiles';
import { type Log, logScan, logSkipped } from './noteLog';
import { NoteReader } from './noteReader';
import type { OpenNotes } from './openNotes';
import type { Root, RootCase, Roots, RootsChange } from './roots';
import { affects, counselorSetting, indexLimit } from './settings';
import { StaleNotes } from './staleNotes';
import { stoppable, type TellProgress } from './stoppable';
import { type IndexState, setContext } from './tools/contextKeys';
import { DisposableStore } from './tools/disposableStore';
import { everRarer } from './tools/everRarer';
import { forEachYielding, runYielding } from './tools/yielding';
import { traceFolded } from './trace';

/** How long it is read, in milliseconds, before what is known so far is shown. */
const firstGlimpse = 400;

/**
 * All notes of the workspace as cases, true to the files: text that is not saved yet counts before the one on disk,
 * and what happens on disk is followed. Of the notes only what the cases need is kept, never their text.
 */
export class NoteIndex extends DisposableStore {
  readonly #changed = this.register(new vscode.EventEmitter<IndexChange>());
  readonly onDidChange = this.#changed.event;
  readonly #someRead = this.register(new vscode.EventEmitter<void>());
  /** Fires now and then while all notes are read: lists can show what is known so far. */
  readonly onDidReadSome = this.#someRead.event;
  readonly #roots: Roots;
  readonly #openNotes: OpenNotes;
  readonly #log: Log;
  readonly #rootOf = (uri: vscode.Uri): Root => this.#roots.rootOf(uri);
  readonly #records = new IndexedFiles(() => traceFolded(this.#log));
  readonly #reader: NoteReader;
  readonly #stale = this.register(
    new StaleNotes(
      (uris, token) => this.#reader.readAll(uris, token),
      () => void this.#foldAndTell(),
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
    this.#reader = new NoteReader(roots, openNotes, this.#records, log);
    this.register({ dispose: () => this.#scan?.cancel() });
    this.register(roots.onDidChange(change => this.#rootsChanged(change)));
    this.register(watcher.onDidChange(changes => void this.#follow(changes)));
    this.register(vscode.workspace.onDidChangeWorkspaceFolders(() => void roots.reload()));
    this.register(
      vscode.workspace.onDidChangeConfiguration(event => {
        const isOther = affects(event, 'index.limit') || (this.large && affects(event, 'counselor'));
        if (isOther) this.#scanning = this.#readWorkspace();
      }),
    );
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

  /** Why not all notes are read, where that is so. */
  get large(): Pick<LargeWorkspace, 'why' | 'files' | 'counselor'> | undefined {
    return this.#reader.large;
  }

  /** The clients of a root whose notes are not read because the workspace is too large. */
  clientsNotRead(root: Root): readonly string[] {
    return this.#reader.large?.otherClients(root.key) ?? [];
  }

  /** The case of a client, which is read first where it was not so far. */
  async readCase(root: Root, client: string): Promise<Case | undefined> {
    const key = clientKey(client);
    await this.#reread(this.#reader.large?.want(root.key, [key]) ?? []);
    return this.#records.caseIn(root, key);
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
      .filter(document => stale.has(document.uri.toString()) && !this.#reader.isDamaged(document));
    for (const document of open) this.#reader.takeOpen(document);
    void this.#foldAndTell();
    void this.#stale.add(uris);
  }

  /** Reads the whole workspace; a later scan overtakes an earlier one. Where it takes long, the user may stop it. */
  async #readWorkspace(): Promise<void> {
    this.#scan?.cancel();
    const scan = new vscode.CancellationTokenSource();
    this.#scan = scan;
    this.#setState('indexing');
    this.#reader.large = undefined;
    const isStopped = await stoppable(message('index.reading'), scan.token, (token, tell) =>
      this.#readFiles(token, tell),
    );
    if (isStopped && !scan.token.isCancellationRequested)
      await this.#readFiles(scan.token, () => undefined, 'stopped');
    await runYielding(this.#records.foldChanged(), scan.token);
    if (scan.token.isCancellationRequested || this.isDisposed) return;
    this.#setState(this.#settledState());
    this.#records.takeChanges();
    this.#changed.fire({ kind: 'all' });
  }

  /** Reads all files, or of a workspace that is too large those whose cases are wanted. */
  async #readFiles(token: vscode.CancellationToken, tell: TellProgress, why?: 'stopped'): Promise<void> {
    this.#records.clear();
    const open = this.#openNotes.all();
    for (const { document } of open) this.#reader.takeOpen(document);
    const found = await findMarkdown(undefined, this.#rootOf, token, uri => logSkipped(this.#log, uri));
    // A document may stay open for a while after its file is gone.
    const gone = new Map(open.map(({ document: { uri } }) => [uri.toString(), uri]));
    for (const uri of found) gone.delete(uri.toString());
    const uris = [...found, ...gone.values()];
    if (token.isCancellationRequested) return;
    const isAll = why === undefined && uris.length <= indexLimit();
    const wanted = isAll ? uris : await this.#wantedAmong(uris, why ?? 'limit', token);
    if (wanted.length > 0) for (const root of this.#roots.all) await runYielding(prepareReading(root), token);
    let done = 0;
    const showSome = everRarer(firstGlimpse, () => void this.#foldAndShow(token));
    await this.#reader.readAll(wanted, token, () => {
      tell(++done, wanted.length);
      showSome();
    });
    if (!token.isCancellationRequested) logScan(this.#log, uris.length, this.#records.size);
  }

  /** The files that are read of a workspace that is too large: those of the cases of open notes and of the counselor. */
  async #wantedAmong(
    uris: readonly vscode.Uri[],
    why: 'limit' | 'stopped',
    token: vscode.CancellationToken,
  ): Promise<readonly vscode.Uri[]> {
    const large = new LargeWorkspace(why, uris.length, counselorSetting());
    this.#reader.large = large;
    await forEachYielding(uris, async uri => void (await large.look(uri, this.#rootOf(uri))), token);
    for (const { document } of this.#openNotes.all()) this.#reader.restOfCases(document.uri);
    return large.wanted();
  }

  /** Compares the workspace with what is on disk now, for changes that no event told of. */
  async reconcile(): Promise<void> {
    const uris = await findMarkdown(undefined, this.#rootOf);
    const onDisk = new Set(uris.map(uri => uri.toString()));
    const gone = this.noteUris().filter(uri => uri.scheme !== 'untitled' && !onDisk.has(uri.toString()));
    await this.#reread([...uris, ...gone]);
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
    for (const folder of folders) for (const uri of await findMarkdown(folder, this.#rootOf)) uris.push(uri);
    await this.#reread(uris);
  }

  async #reread(uris: readonly vscode.Uri[]): Promise<void> {
    if (uris.length === 0) return;
    const followed = new Set(await unlinked(uris));
    for (const uri of uris) if (!followed.has(uri)) this.#reader.takeLinked(uri);
    await this.#reader.readAll([...followed]);
    await this.#foldAndTell();
  }

  /** Shows what is known so far, while the rest is read. */
  async #foldAndShow(token: vscode.CancellationToken): Promise<void> {
    await runYielding(this.#records.foldChanged(), token);
    if (!token.isCancellationRequested && !this.isDisposed) this.#someRead.fire();
  }

  /** Tells what changed, where that may be many cases. */
  async #foldAndTell(): Promise<void> {
    await runYielding(this.#records.foldChanged());
    if (!this.isDisposed) this.#afterChange();
  }

  #takeDocument(document: vscode.TextDocument): void {
    if (this.#reader.isDamaged(document)) void this.#reread([document.uri]);
    else if (this.#reader.takeOpen(document)) {
      this.#afterChange();
      void this.#reread(this.#reader.restOfCases(document.uri));
    }
  }

  #looseRoots(): readonly Root[] {
    const known = new Set(this.#roots.all.map(root => root.key));
    return this.#records.roots.filter(({ key }) => !known.has(key));
  }

  #afterChange(): void {
    if (this.#state !== 'indexing') this.#setState(this.#settledState());
    // What a file is that is no note may still be of a client whose notes are not read.
    if (this.#records.hasChanges || this.large !== undefined)
      this.#changed.fire({ kind: 'some', ...this.#records.takeChanges() });
  }

  #settledState(): IndexState {
    if (this.#records.size > 0 || this.#reader.large !== undefined) return 'ready';
    return (vscode.workspace.workspaceFolders?.length ?? 0) === 0 ? 'no-folder' : 'no-notes';
  }

  #setState(state: IndexState): void {
    this.#state = state;
    setContext('sessionNotes.state', state);
    if (state === 'ready') setContext('sessionNotes.holds', this.#records.holds);
  }
}
