import * as vscode from 'vscode';
import {
  configurationFile,
  isProtocolFileName,
  practiceFolder,
  protocolsFolder,
} from '../../../core/practice/loadPractice';
import { findFiles, type WantedFiles } from './findFiles';
import { isOwnFolder } from './ownership';

/** Whether `uri` is the practice's own folder or lies in it. */
export function isPracticeFile(uri: vscode.Uri): boolean {
  return uri.path.includes(`/${practiceFolder}/`) || uri.path.endsWith(`/${practiceFolder}`);
}

/** Whether `uri` is a file in the folder of a practice's own protocols. */
export function isProtocolFile(uri: vscode.Uri): boolean {
  return uri.path.includes(`/${practiceFolder}/${protocolsFolder}/`) && isProtocolFileName(uri.path);
}

/** Whether `uri` is a practice's own configuration. */
export function isConfigFile(uri: vscode.Uri): boolean {
  return uri.path.endsWith(`/${practiceFolder}/${configurationFile}`);
}

/** Where the roots of the workspace are. */
interface FoundRoots {
  /** Its folders, or those above and below them that have a practice's own folder. */
  readonly uris: readonly vscode.Uri[];
  /** The practices' own folders above the workspace that do not count, being somebody else's. */
  readonly foreign: readonly vscode.Uri[];
}

/** Looks for the roots of the workspace. Above it, only what is the user's own counts. */
export async function findRoots(): Promise<FoundRoots> {
  const found = new Map<string, vscode.Uri>();
  const foreign = new Map<string, vscode.Uri>();
  for (const { uri: folder } of vscode.workspace.workspaceFolders ?? []) {
    const root = (await hasPractice(folder)) ? folder : await practiceAbove(folder, foreign);
    for (const uri of [root ?? folder, ...(await practicesBelow(folder))]) found.set(uri.toString(), uri);
  }
  return { uris: [...found.values()], foreign: [...foreign.values()] };
}

/** The nearest folder above `folder` that has a practice's own folder, where that is the user's; others are added to `foreign`. */
async function practiceAbove(
  folder: vscode.Uri,
  foreign: Map<string, vscode.Uri>,
): Promise<vscode.Uri | undefined> {
  for (const at of foldersAbove(folder)) {
    if (!(await hasPractice(at))) continue;
    const own = vscode.Uri.joinPath(at, practiceFolder);
    // Of files that are elsewhere, nobody can say here whose they are.
    if (own.scheme === 'file' && (await isOwnFolder(own.fsPath))) return at;
    foreign.set(own.toString(), own);
  }
  return undefined;
}

function hasPractice(folder: vscode.Uri): Promise<boolean> {
  return isDirectory(vscode.Uri.joinPath(folder, practiceFolder));
}

/** The folders that `folder` lies in, upwards. */
function foldersAbove(folder: vscode.Uri): readonly vscode.Uri[] {
  const above: vscode.Uri[] = [];
  for (let at = folder; ; ) {
    const parent = vscode.Uri.joinPath(at, '..');
    if (parent.path === at.path) return above;
    above.push(parent);
    at = parent;
  }
}

const practiceYaml: WantedFiles = {
  glob: `**/${practiceFolder}/**/*.{yaml,yml}`,
  fits: path => path.includes(`/${practiceFolder}/`) && isProtocolFileName(path),
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

/** The names of the YAML files in `folder`, by name. */
export async function listYaml(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    const names = entries.filter(([name, type]) => type === vscode.FileType.File && isProtocolFileName(name));
    return names.map(([name]) => name).sort();
  } catch {
    // No protocols of its own.
    return [];
  }
}
