import * as vscode from 'vscode';
import { eventually } from '../host/eventually';
import { closeEditors } from './editors';
import { runningExtension } from './runningExtension';
import { restoreSettings } from './settings';

let created = 0;

/** A folder of a test's own inside the workspace. */
export class OwnFolder {
  readonly uri: vscode.Uri;
  /** A client that no other test has. */
  readonly client: string;

  private constructor(uri: vscode.Uri, client: string) {
    this.uri = uri;
    this.client = client;
  }

  /** Creates a folder in the workspace folder at `position`, once the extension is ready. */
  static async create(position = 0): Promise<OwnFolder> {
    await runningExtension();
    created++;
    const uri = vscode.Uri.joinPath(workspaceFolder(position), `test-${created}`);
    await vscode.workspace.fs.createDirectory(uri);
    return new OwnFolder(uri, `T-${String(created).padStart(3, '0')}`);
  }

  at(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.uri, path);
  }

  /** Writes a file as something outside the editor would. */
  async write(path: string, content: string | Uint8Array): Promise<vscode.Uri> {
    const uri = this.at(path);
    await vscode.workspace.fs.writeFile(
      uri,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    );
    return uri;
  }

  /**
   * Makes a folder in which VS Code sees every change from now on. (On Linux its watcher overlooks what is made
   * together with the folders above it.)
   */
  async makeWatched(path: string): Promise<void> {
    const segments = path.split('/');
    await this.#untilWatched('.');
    for (const [position] of segments.entries()) {
      const folder = segments.slice(0, position + 1).join('/');
      await vscode.workspace.fs.createDirectory(this.at(folder));
      await this.#untilWatched(folder);
    }
  }

  async #untilWatched(folder: string): Promise<void> {
    const seen = new Set<string>();
    const pattern = new vscode.RelativePattern(workspaceFolderOf(this.uri), '**');
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    watcher.onDidCreate(uri => seen.add(uri.toString()));
    const probes: string[] = [];
    await eventually(`events of ${folder}`, async () => {
      if (probes.some(probe => seen.has(this.at(probe).toString()))) return true;
      probes.push(`${folder}/probe-${probes.length}`);
      await this.write(`${folder}/probe-${probes.length - 1}`, '');
      return false;
    });
    watcher.dispose();
    for (const probe of probes) await this.delete(probe);
  }

  /** What is on disk, a byte order mark included. */
  async read(path: string): Promise<string> {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await vscode.workspace.fs.readFile(this.at(path)),
    );
  }

  async delete(path: string): Promise<void> {
    await vscode.workspace.fs.delete(this.at(path), { recursive: true });
  }

  /** Closes all editors without saving, takes back changed settings and removes the folder. */
  async remove(): Promise<void> {
    await closeEditors();
    await restoreSettings();
    await vscode.workspace.fs.delete(this.uri, { recursive: true });
  }
}

function workspaceFolderOf(uri: vscode.Uri): vscode.WorkspaceFolder {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder === undefined) throw new Error(`${uri.path} lies in no folder of the workspace.`);
  return folder;
}

/** The folder at `position` of the workspace. */
export function workspaceFolder(position: number): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[position];
  if (folder === undefined) throw new Error(`The workspace has no folder ${position}.`);
  return folder.uri;
}
