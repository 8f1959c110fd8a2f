import * as vscode from 'vscode';
import { isTemporaryName } from '../../../core/config/temporaryFiles';
import { Debouncer } from '../tools/debouncer';
import { DisposableStore } from '../tools/disposableStore';
import { onDidCreateFile } from './createdFiles';

/** How long, in milliseconds, what VS Code and the extension do themselves is gathered. */
const gathering = 100;

/**
 * How long, in milliseconds, what others do is gathered: VS Code tells of the first file of a checkout at once, and of the
 * next ones half a second later.
 */
const gatheringOthers = 700;

/** So many changes at once are a checkout: VS Code tells of it in portions, and none is to be followed alone. */
const many = 100;

/** How long, in milliseconds, then is waited for the next portion; they come some 200 apart. */
const gatheringMany = 400;

/** What happened on disk since the last batch. A path may be a folder; the last event of a path stands. */
export interface DiskChanges {
  readonly changed: readonly vscode.Uri[];
  readonly deleted: readonly vscode.Uri[];
}

/** Watches the workspace's folders, one watcher each, and reports what happened in batches. */
export class FolderWatcher extends DisposableStore {
  readonly #batches = this.register(new vscode.EventEmitter<DiskChanges>());
  readonly onDidChange = this.#batches.event;
  readonly #pending = new Map<string, { readonly uri: vscode.Uri; readonly exists: boolean }>();
  readonly #settling = this.register(new Debouncer<'disk'>(gathering, () => this.#flush()));
  readonly #settlingOthers = this.register(new Debouncer<'disk'>(gatheringOthers, () => this.#flush()));
  readonly #flooding = this.register(new Debouncer<'disk'>(gatheringMany, () => this.#flush()));
  readonly #watchers = new Map<string, vscode.Disposable>();

  constructor() {
    super();
    this.register(vscode.workspace.onDidChangeWorkspaceFolders(() => this.#watchFolders()));
    this.register({ dispose: () => this.#unwatchAll() });
    this.#followEditor();
    this.#watchFolders();
  }

  /** What VS Code itself and the extension do is known from them: on Linux, a folder made together with those above it is not watched. */
  #followEditor(): void {
    const { workspace } = vscode;
    this.register(onDidCreateFile(uri => this.#noteOwn([uri], true)));
    this.register(workspace.onDidSaveTextDocument(({ uri }) => this.#noteOwn([uri], true)));
    this.register(workspace.onDidCreateFiles(({ files }) => this.#noteOwn(files, true)));
    this.register(workspace.onDidDeleteFiles(({ files }) => this.#noteOwn(files, false)));
    this.register(
      workspace.onDidRenameFiles(({ files }) => {
        this.#noteOwn(
          files.map(({ oldUri }) => oldUri),
          false,
        );
        this.#noteOwn(
          files.map(({ newUri }) => newUri),
          true,
        );
      }),
    );
  }

  #watchFolders(): void {
    this.#unwatchAll();
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      // All of the folder, not only Markdown: a folder that is moved or deleted may be reported alone.
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**'));
      const listeners = [
        watcher.onDidCreate(uri => this.#note(uri, true, this.#settlingOthers)),
        watcher.onDidChange(uri => this.#note(uri, true, this.#settlingOthers)),
        watcher.onDidDelete(uri => this.#note(uri, false, this.#settlingOthers)),
      ];
      this.#watchers.set(folder.uri.toString(), vscode.Disposable.from(watcher, ...listeners));
    }
  }

  #unwatchAll(): void {
    for (const watcher of this.#watchers.values()) watcher.dispose();
    this.#watchers.clear();
  }

  #noteOwn(uris: readonly vscode.Uri[], exists: boolean): void {
    for (const uri of uris) {
      if (vscode.workspace.getWorkspaceFolder(uri) !== undefined) this.#note(uri, exists, this.#settling);
    }
  }

  #note(uri: vscode.Uri, exists: boolean, settling: Debouncer<'disk'>): void {
    if (uri.path.includes('/node_modules/') || uri.path.includes('/.git/')) return;
    if (isTemporaryName(uri.path.slice(uri.path.lastIndexOf('/') + 1))) return;
    this.#pending.set(uri.toString(), { uri, exists });
    if (this.#pending.size < many) {
      settling.touch('disk');
      return;
    }
    this.#settling.cancel('disk');
    this.#settlingOthers.cancel('disk');
    this.#flooding.touch('disk');
  }

  #flush(): void {
    // What is followed sooner took along what was waiting.
    if (this.#pending.size === 0) return;
    const events = [...this.#pending.values()];
    this.#pending.clear();
    this.#batches.fire({
      changed: events.filter(event => event.exists).map(event => event.uri),
      deleted: events.filter(event => !event.exists).map(event => event.uri),
    });
  }
}
