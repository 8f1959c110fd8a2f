import * as vscode from 'vscode';
import { type Config, defaultConfig } from '../core/config/config';
import { loadConfig } from '../core/config/loadConfig';
import { mergeConfig } from '../core/config/mergeConfig';
import { besideBuiltins } from '../core/protocol/besideBuiltins';
import type { WorkspaceProtocols } from '../core/protocol/loadWorkspaceProtocols';
import { type ProtocolSet, protocolSet } from '../core/protocol/protocolSet';
import { decode } from '../core/text/decode';
import { configurationProblems, protocolProblems, unreadableFile } from '../core/validate/fileProblems';
import { atConfiguredLevels } from '../core/validate/levels';
import type { Problem } from '../core/validate/problem';
import { findFiles, type Wanted } from './findFiles';
import { Owner } from './owner';
import { affects, configFromSettings } from './settings';
import { Settling } from './settling';

/** The folder of a practice's own protocols and configuration. */
export const practiceFolder = '.session-notes';

/** How long, in milliseconds, changes above the workspace are gathered. */
const gathering = 100;

/** A file of the practice's own folder and what is wrong with it. */
export interface PracticeFile {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** A folder whose notes belong together: one configuration, one set of protocols, one set of cases. */
export interface Root {
  /** `uri.toString()`; empty for what lies in no folder. */
  readonly key: string;
  readonly uri: vscode.Uri | undefined;
  readonly config: Config;
  readonly protocols: ProtocolSet;
  /** The files of the practice's own protocols, by the id of the protocol. */
  readonly protocolFiles: ReadonlyMap<string, vscode.Uri>;
  readonly practiceFiles: readonly PracticeFile[];
}

/** Finds and loads the roots of the workspace, and says when one changed. */
export class Roots extends Owner {
  readonly #changed = this.own(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;
  readonly #log: vscode.LogOutputChannel;
  #roots: readonly Root[] = [];
  #generation = 0;
  #loading: Promise<void> = Promise.resolve();
  readonly #reloading = this.own(new Settling<'roots'>(gathering, () => void this.reload()));
  readonly #watchedAbove = new Set<string>();

  constructor(log: vscode.LogOutputChannel) {
    super();
    this.#log = log;
    this.own(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (affects(event, 'files', 'exclude', 'defaultProtocol', 'protocols', 'rules', 'fileName'))
          void this.reload();
      }),
    );
  }

  get all(): readonly Root[] {
    return this.#roots;
  }

  /** The nearest root above `uri`; a root of its own, without a folder, where there is none. */
  rootOf(uri: vscode.Uri): Root {
    const above = this.#roots.filter(root => root.uri !== undefined && contains(root.uri, uri));
    return nearest(above) ?? this.#folderless(uri);
  }

  /** Reads all roots anew; settles when they are as they were at the time of the call or later. */
  reload(): Promise<void> {
    this.#generation++;
    this.#loading = this.#loadAll(this.#generation);
    return this.#loading;
  }

  async #loadAll(generation: number): Promise<void> {
    const uris = await rootUris();
    const roots = await Promise.all(uris.map(uri => this.#load(uri)));
    if (this.isDisposed) return;
    // Overtaken by a later call, which sees what there is now.
    if (generation !== this.#generation) return this.#loading;
    this.#roots = roots;
    this.#watchAbove();
    this.#changed.fire();
  }

  /** The watchers of the workspace's folders do not see the practice's own folder where that lies above them. */
  #watchAbove(): void {
    for (const { uri, key } of this.#roots) {
      if (uri === undefined || this.#watchedAbove.has(key)) continue;
      if (vscode.workspace.getWorkspaceFolder(uri) !== undefined) continue;
      this.#watchedAbove.add(key);
      const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(uri, practiceFolder), '**');
      const watcher = this.own(vscode.workspace.createFileSystemWatcher(pattern));
      for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete])
        this.own(event(() => this.#reloading.touch('roots')));
    }
  }

  #folderless(uri: vscode.Uri): Root {
    const first = this.#roots[0];
    // A new note that is not saved yet belongs to the folder that is open.
    if (uri.scheme === 'untitled' && first !== undefined) return first;
    return assemble(undefined, undefined, [], noneOwn, configFromSettings(uri));
  }

  async #load(uri: vscode.Uri): Promise<Root> {
    const folder = vscode.Uri.joinPath(uri, practiceFolder);
    const [config, protocols] = await Promise.all([
      this.#read(vscode.Uri.joinPath(folder, 'config.yaml')),
      this.#readProtocols(vscode.Uri.joinPath(folder, 'protocols')),
    ]);
    return assemble(uri, config, protocols, await loaded(protocols), configFromSettings(uri));
  }

  async #readProtocols(folder: vscode.Uri): Promise<readonly ReadFile[]> {
    const names = await listYaml(folder);
    const files = await Promise.all(names.map(name => this.#read(vscode.Uri.joinPath(folder, name))));
    return files.filter(file => file !== undefined);
  }

  async #read(uri: vscode.Uri): Promise<ReadFile | undefined> {
    try {
      const decoded = decode(await vscode.workspace.fs.readFile(uri));
      if (decoded.kind === 'text') return { uri, text: decoded.text, fault: [] };
      return { uri, text: '', fault: [unreadableFile(decoded.reason)] };
    } catch (error) {
      if (!isNotFound(error)) this.#log.warn(`cannot read ${uri.toString()}: ${String(error)}`);
      return undefined;
    }
  }
}

interface ReadFile {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly fault: readonly Problem[];
}

/** What a practice without protocols of its own has. */
const noneOwn: WorkspaceProtocols = {
  set: besideBuiltins(protocolSet([])),
  faults: new Map(),
  files: new Map(),
};

/** Most practices have no protocols of their own, and need not wait for what reads them. */
async function loaded(files: readonly ReadFile[]): Promise<WorkspaceProtocols> {
  if (files.length === 0) return noneOwn;
  const { loadWorkspaceProtocols } = await import('../core/protocol/loadWorkspaceProtocols');
  return loadWorkspaceProtocols(files.map(file => ({ path: file.uri.toString(), text: file.text })));
}

function assemble(
  uri: vscode.Uri | undefined,
  configFile: ReadFile | undefined,
  protocolFiles: readonly ReadFile[],
  loaded: WorkspaceProtocols,
  settings: Partial<Config>,
): Root {
  const read = loadConfig(configFile?.text ?? '');
  const practiceFiles = protocolFiles.map(({ uri: at, text, fault }) => ({
    uri: at,
    text,
    problems: [...fault, ...protocolProblems(loaded.faults.get(at.toString()) ?? [])],
  }));
  if (configFile !== undefined) {
    const problems = [...configFile.fault, ...configurationProblems(read.faults)];
    practiceFiles.push({ uri: configFile.uri, text: configFile.text, problems });
  }
  const config = mergeConfig(defaultConfig, settings, read.config);
  return {
    key: uri?.toString() ?? '',
    uri,
    config,
    protocols: loaded.set,
    protocolFiles: new Map([...loaded.files].map(([id, path]) => [id, vscode.Uri.parse(path)])),
    practiceFiles: practiceFiles.map(file => ({
      ...file,
      problems: atConfiguredLevels(file.problems, config),
    })),
  };
}

async function rootUris(): Promise<readonly vscode.Uri[]> {
  const found = new Map<string, vscode.Uri>();
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const above = await practiceAbove(folder.uri);
    for (const uri of [above ?? folder.uri, ...(await practicesBelow(folder.uri))])
      found.set(uri.toString(), uri);
  }
  return [...found.values()];
}

/** The nearest folder from `folder` upwards that has a practice's own folder. */
async function practiceAbove(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  let at = folder;
  for (;;) {
    if (await isDirectory(vscode.Uri.joinPath(at, practiceFolder))) return at;
    const parent = vscode.Uri.joinPath(at, '..');
    if (parent.path === at.path) return undefined;
    at = parent;
  }
}

const practiceYaml: Wanted = {
  glob: `**/${practiceFolder}/**/*.{yaml,yml}`,
  fits: uri => uri.path.includes(`/${practiceFolder}/`) && /\.ya?ml$/.test(uri.path),
  enters: name => !name.startsWith('.') || name === practiceFolder,
};

/** The folders in `folder`, at any depth, that have a practice's own folder. */
export async function practicesBelow(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const files = await findFiles(folder, practiceYaml);
  const marker = `/${practiceFolder}/`;
  return files.map(file => file.with({ path: file.path.slice(0, file.path.lastIndexOf(marker)) }));
}

/** Whether there is a folder at `uri`, as far as that can be seen. */
export async function isDirectory(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type === vscode.FileType.Directory;
  } catch {
    // Absent or not to be looked at: either way there is nothing to load there.
    return false;
  }
}

async function listYaml(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    const names = entries.filter(([name, type]) => type === vscode.FileType.File && /\.ya?ml$/.test(name));
    return names.map(([name]) => name).sort();
  } catch {
    // No protocols of its own.
    return [];
  }
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
