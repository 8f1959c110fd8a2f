import * as vscode from 'vscode';
import type { Case } from '../../core/case/case';
import { settingKeys } from '../../core/config/config';
import {
  configurationFile,
  type LoadedPractice,
  loadPractice,
  type PracticeSource,
  practiceFileFault,
  practiceFolder,
  protocolsFolder,
} from '../../core/practice/loadPractice';
import type { Practice } from '../../core/practice/practice';
import { decode } from '../../core/text/decode';
import type { Problem } from '../../core/validate/problem';
import { findRoots, isConfigFile, isProtocolFile, listYaml } from './files/practiceFolders';
import { PracticesAbove } from './files/practicesAbove';
import { affects, configFromSettings } from './settings';
import { Debouncer } from './tools/debouncer';
import { DisposableStore } from './tools/disposableStore';

/** How long, in milliseconds, changes above the workspace are gathered. */
const gathering = 100;

/** The pause in typing, in milliseconds, after which a practice's own files are read again. */
const typingPause = 150;

/** A file of the practice's own folder in the workspace, and what is wrong with it. */
interface RootFile {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** A folder whose notes belong together: one configuration, one set of protocols, one set of cases. */
export interface Root extends Practice {
  /** `uri.toString()`; empty for what lies in no folder. */
  readonly key: string;
  readonly uri: vscode.Uri | undefined;
  /** The files of the practice's own protocols, by the id of the protocol. */
  readonly protocolFiles: ReadonlyMap<string, vscode.Uri>;
  readonly practiceFiles: readonly RootFile[];
}

/** A case and the root that it belongs to. */
export interface RootCase {
  readonly root: Root;
  readonly case: Case;
}

/** What of the roots is other than before. */
export type RootsChange =
  /** Roots came or went, or one has another configuration. */
  | { readonly kind: 'all' }
  /** Files of the practice's own say something else; the protocols with these ids, if any, are others now. */
  | { readonly kind: 'protocols'; readonly root: Root; readonly ids: ReadonlySet<string> };

/**
 * Finds and loads the roots of the workspace, and says what changed. Of protocols, text that is not saved yet counts
 * before the file; of a configuration only its problems are those of that text.
 */
export class Roots extends DisposableStore {
  readonly #changed = this.register(new vscode.EventEmitter<RootsChange>());
  readonly onDidChange = this.#changed.event;
  readonly #log: vscode.LogOutputChannel;
  #roots: readonly Root[] = [];
  #foreign: readonly vscode.Uri[] = [];
  #areKnown = false;
  #generation = 0;
  #loading: Promise<void> = Promise.resolve();
  /** What the loading under way is to do besides reading the files of the roots that are known. */
  #searches = false;
  #startsAnew = false;
  readonly #reloading = this.register(new Debouncer<'roots'>(gathering, () => void this.refresh()));
  readonly #typing = this.register(new Debouncer<'files'>(typingPause, () => void this.#load()));
  readonly #above = this.register(new PracticesAbove(() => this.#reloading.touch('roots')));
  /** The last text of each file being typed that made a protocol. */
  readonly #typed = new Map<string, string>();

  constructor(log: vscode.LogOutputChannel) {
    super();
    this.#log = log;
    const { workspace } = vscode;
    const typed = ({ uri }: vscode.TextDocument) => {
      if (isProtocolFile(uri) || isConfigFile(uri)) this.#typing.touch('files');
    };
    this.register(workspace.onDidChangeTextDocument(({ document }) => typed(document)));
    this.register(workspace.onDidCloseTextDocument(typed));
    this.register(
      workspace.onDidChangeConfiguration(event => {
        // Prompts follow it where nothing is said of them.
        const isHeard = event.affectsConfiguration('editor.accessibilitySupport');
        if (isHeard || affects(event, ...settingKeys)) void this.refresh();
      }),
    );
  }

  /** Whether they were read once: before that, nothing is known of a practice's own protocols and configuration. */
  get areKnown(): boolean {
    return this.#areKnown;
  }

  get all(): readonly Root[] {
    return this.#roots;
  }

  /** The practices' own folders above the workspace: those that count, and those that do not, being somebody else's. */
  get above(): { readonly counted: readonly vscode.Uri[]; readonly foreign: readonly vscode.Uri[] } {
    const counted = this.#roots
      .flatMap(({ uri }) => uri ?? [])
      .filter(uri => vscode.workspace.getWorkspaceFolder(uri) === undefined)
      .map(uri => vscode.Uri.joinPath(uri, practiceFolder));
    return { counted, foreign: this.#foreign };
  }

  /** The nearest root above `uri`; a root of its own, without a folder, where there is none. */
  rootOf(uri: vscode.Uri): Root {
    const above = this.#roots.filter(root => root.uri !== undefined && contains(root.uri, uri));
    return nearest(above) ?? this.#folderless(uri);
  }

  /** Looks for the roots and reads them anew, as if for the first time; settles when all is as it was then or later. */
  reload(): Promise<void> {
    this.#startsAnew = true;
    return this.refresh();
  }

  /** Looks for the roots and reads them again, and tells only what changed; settles as `reload` does. */
  refresh(): Promise<void> {
    this.#searches = true;
    return this.#load();
  }

  #load(): Promise<void> {
    this.#generation++;
    this.#loading = this.#loadAll(this.#generation);
    return this.#loading;
  }

  async #loadAll(generation: number): Promise<void> {
    const known = { uris: this.#roots.flatMap(({ uri }) => uri ?? []), foreign: this.#foreign };
    const found = this.#searches ? await findRoots() : known;
    const roots = await Promise.all(found.uris.map(uri => this.#loadRoot(uri)));
    if (this.isDisposed) return;
    // Overtaken by a later call, which sees what there is now.
    if (generation !== this.#generation) return this.#loading;
    const before = this.#roots;
    const isNew = this.#startsAnew || !haveSameNotes(before, roots);
    this.#searches = false;
    this.#startsAnew = false;
    this.#roots = roots;
    this.#foreign = found.foreign;
    this.#areKnown = true;
    this.#above.watch(roots.flatMap(({ uri }) => uri ?? []));
    if (isNew) this.#changed.fire({ kind: 'all' });
    else for (const [at, root] of roots.entries()) this.#tellProtocols(before[at] ?? root, root);
  }

  #tellProtocols(before: Root, root: Root): void {
    const known = [...before.protocolFiles.keys(), ...root.protocolFiles.keys()];
    const textOf = ({ protocols, protocolFiles }: Root, id: string): string =>
      JSON.stringify([protocolFiles.get(id)?.toString(), protocols.get(id)?.protocol]);
    const ids = new Set(known.filter(id => textOf(before, id) !== textOf(root, id)));
    this.#changed.fire({ kind: 'protocols', root, ids });
  }

  #folderless(uri: vscode.Uri): Root {
    const first = this.#roots[0];
    // A new note that is not saved yet belongs to the folder that is open.
    if (uri.scheme === 'untitled' && first !== undefined) return first;
    return rootAt(undefined, loadPractice(undefined, [], configFromSettings(uri)));
  }

  async #loadRoot(uri: vscode.Uri): Promise<Root> {
    const folder = vscode.Uri.joinPath(uri, practiceFolder);
    const [config, protocols] = await Promise.all([
      this.#read(vscode.Uri.joinPath(folder, configurationFile)),
      this.#readProtocols(vscode.Uri.joinPath(folder, protocolsFolder)),
    ]);
    const practice = loadPractice(config && this.#asTyped(config), protocols, configFromSettings(uri));
    for (const { path, text, before } of protocols) {
      if (before === undefined) this.#typed.delete(path);
      else if (practice.whole.has(path)) this.#typed.set(path, text);
    }
    return rootAt(uri, practice);
  }

  async #readProtocols(folder: vscode.Uri): Promise<readonly PracticeSource[]> {
    const names = await listYaml(folder);
    const files = await Promise.all(names.map(name => this.#read(vscode.Uri.joinPath(folder, name))));
    return files.filter(file => file !== undefined).map(file => this.#asTyped(file));
  }

  /** The file as its editor has it, where that is not saved yet. */
  #asTyped(file: PracticeSource): PracticeSource {
    const { path } = file;
    const document = vscode.workspace.textDocuments.find(each => each.isDirty && `${each.uri}` === path);
    if (document === undefined) return file;
    return { path, text: document.getText(), before: this.#typed.get(path) ?? file.text };
  }

  async #read(uri: vscode.Uri): Promise<PracticeSource | undefined> {
    const path = uri.toString();
    try {
      const { type, size } = await vscode.workspace.fs.stat(uri);
      const reason = practiceFileFault({ isFile: (type & vscode.FileType.File) !== 0, size });
      if (reason !== undefined) return { path, text: '', unreadable: reason };
      const decoded = decode(await vscode.workspace.fs.readFile(uri));
      if (decoded.kind === 'text') return { path, text: decoded.text };
      return { path, text: '', unreadable: decoded.reason };
    } catch (error) {
      if (!isNotFound(error)) this.#log.warn(`cannot read ${path}: ${String(error)}`);
      return undefined;
    }
  }
}

/** Whether the same files are notes, and are looked at by the same configuration. */
function haveSameNotes(before: readonly Root[], roots: readonly Root[]): boolean {
  const textOf = ({ key, config }: Root): string => JSON.stringify([key, config]);
  return before.map(textOf).join() === roots.map(textOf).join();
}

function rootAt(uri: vscode.Uri | undefined, loaded: LoadedPractice): Root {
  const { config, paths, protocols, saysDefault, protocolPaths, files } = loaded;
  return {
    key: uri?.toString() ?? '',
    uri,
    config,
    paths,
    protocols,
    saysDefault,
    protocolFiles: new Map([...protocolPaths].map(([id, path]) => [id, vscode.Uri.parse(path)])),
    practiceFiles: files.map(({ path, text, problems }) => ({ uri: vscode.Uri.parse(path), text, problems })),
  };
}

/** Whether an error of the file system says that the file is not there. */
export function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

/** Whether `uri` is `folder` or lies below it. */
export function contains(folder: vscode.Uri, uri: vscode.Uri): boolean {
  if (folder.scheme !== uri.scheme || folder.authority !== uri.authority) return false;
  const path = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return uri.path === folder.path || uri.path.startsWith(path);
}

/** The path of `uri` in `root`, with `/`; the whole path where it lies outside. */
export function pathIn(root: Root, uri: vscode.Uri): string {
  if (root.uri === undefined || !contains(root.uri, uri)) return uri.path;
  return uri.path.slice(root.uri.path.length).replace(/^\//, '');
}

function nearest(roots: readonly Root[]): Root | undefined {
  return roots.reduce<Root | undefined>(
    (best, root) => ((best?.uri?.path.length ?? -1) >= (root.uri?.path.length ?? 0) ? best : root),
    undefined,
  );
}
