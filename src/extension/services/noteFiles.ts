import * as vscode from 'vscode';
import { type Message, type MessageKey, message } from '../../core/message';
import type { Note } from '../../core/note/note';
import type { NoteOwners } from '../../core/note/readFrontMatter';
import { isNote, readNote, readOwnersOf } from '../../core/practice/practice';
import { mapInSteps } from '../../core/steps';
import { decode, decodeHead, maximumBytes } from '../../core/text/decode';
import { isMarkdownPath, markdownEndings } from '../../core/text/markdownPath';
import { type FileBytes, readWanted } from './files/fileBytes';
import { findFiles, isOnDisk, type WantedFiles } from './files/findFiles';
import { LocalFiles } from './files/localFiles';
import { outermostFolders } from './files/outermostFolders';
import { isDirectory } from './files/practiceFolders';
import { isNotFound, pathIn, type Root } from './roots';
import { type DueTurn, forEachYielding, runYielding } from './tools/yielding';

const localFiles = new LocalFiles();

/** How many bytes of a file that is no valid text are looked at to tell whether it is meant as a note. */
const headBytes = 4096;

/** What a file on disk turned out to be. */
export type FileContent =
  | { readonly kind: 'note'; readonly note: Note }
  /** Not a session note; nothing of it is kept. */
  | { readonly kind: 'other' }
  | { readonly kind: 'gone' }
  /** A symbolic link, which is not followed. */
  | { readonly kind: 'linked' }
  /** It could not be read this time; what is known of it stays. */
  | { readonly kind: 'unreadable'; readonly reason: Message };

/** Whether a path ends as Markdown files do. */
export function isMarkdown(uri: vscode.Uri): boolean {
  return isMarkdownPath(uri.path);
}

/** The folders among what changed, without those that are skipped and those that lie in others of them. */
export async function foldersAmong(
  uris: readonly vscode.Uri[],
  rootOf: (uri: vscode.Uri) => Root,
): Promise<readonly vscode.Uri[]> {
  const others = uris.filter(uri => !isMarkdown(uri) && !isSkipped(uri, rootOf));
  const folders: vscode.Uri[] = [];
  await forEachYielding(outermostFolders(others), async uri => {
    if (await isDirectory(uri)) folders.push(uri);
  });
  return folders;
}

const markdownFiles: WantedFiles = {
  glob: `**/*.{${markdownEndings.join()}}`,
  fits: isMarkdownPath,
  // What is in dot folders is passed over, which the log tells of each file.
  enters: () => true,
};

/** The Markdown files of the workspace or of `folder`, without those that are skipped, which are told; each once. */
export async function findMarkdown(
  folder: vscode.Uri | undefined,
  rootOf: (uri: vscode.Uri) => Root,
  token?: vscode.CancellationToken,
  tellSkipped?: (uri: vscode.Uri) => void,
): Promise<readonly vscode.Uri[]> {
  const folders = folder === undefined ? (vscode.workspace.workspaceFolders ?? []) : [{ uri: folder }];
  const found = new Map<string, vscode.Uri>();
  const sort = (uri: vscode.Uri): void => {
    if (isSkipped(uri, rootOf)) tellSkipped?.(uri);
    else found.set(uri.toString(), uri);
  };
  for (const { uri } of folders)
    await runYielding(mapInSteps(await findFiles(uri, markdownFiles, token), sort), token);
  return [...found.values()];
}

/** Whether a file or folder of a root is one that is passed over. */
export function isSkipped(uri: vscode.Uri, rootOf: (uri: vscode.Uri) => Root): boolean {
  const root = rootOf(uri);
  return root.paths.isSkipped(pathIn(root, uri));
}

/**
 * Reads a file as a note of `root`: as `known`, a note there, where it has that text. Waits for a `turn` that is due between its
 * bytes and their meaning. Never throws.
 */
export async function readNoteFile(
  uri: vscode.Uri,
  root: Root,
  known?: Note,
  turn?: DueTurn,
): Promise<FileContent> {
  const path = pathIn(root, uri);
  const named = root.paths.isNote(path);
  if (!named && isVirtual(uri)) return { kind: 'other' };
  try {
    const read = await readBytes(uri, head => isNote(root, path, decodeHead(head)));
    if (read.kind === 'linked') return read;
    if (read.kind === 'too-large') return named ? unreadable('file.too-large') : { kind: 'other' };
    if (read.kind === 'unwanted') return { kind: 'other' };
    for (let due = turn?.(); due !== undefined; due = turn?.()) await due;
    return contentOf(read.bytes, root, path, known);
  } catch (error) {
    if (isNotFound(error)) return { kind: 'gone' };
    const isForbidden = error instanceof vscode.FileSystemError && error.code === 'NoPermissions';
    return unreadable(isForbidden ? 'file.no-permission' : 'file.cannot-read');
  }
}

/** Whose note a file is, by its beginning alone; undefined where it is none, or cannot be read. */
export async function readOwnersOfFile(uri: vscode.Uri, root: Root): Promise<NoteOwners | undefined> {
  const path = pathIn(root, uri);
  if (isVirtual(uri) && !root.paths.isNote(path)) return undefined;
  let head = '';
  const isWanted = (bytes: Uint8Array): boolean => {
    head = decodeHead(bytes);
    return false;
  };
  try {
    const read = await readBytes(uri, isWanted);
    if (read.kind === 'whole') isWanted(read.bytes);
  } catch {
    // Gone, or refused: it is nobody's until it can be read.
    return undefined;
  }
  return isNote(root, path, head) ? readOwnersOf(root, path, head) : undefined;
}

type ReadBytes =
  | Exclude<FileBytes, { readonly kind: 'unusual' }>
  | { readonly kind: 'linked' }
  | { readonly kind: 'too-large' };

/** The bytes of a file. Throws what VS Code's file system says. */
async function readBytes(uri: vscode.Uri, isWanted: (head: Uint8Array) => boolean): Promise<ReadBytes> {
  const files = localFiles.for(uri);
  const read = files && (await readWanted(uri.fsPath, files, maximumBytes, isWanted));
  if (read !== undefined && read.kind !== 'unusual') return read;
  const { size, type } = await vscode.workspace.fs.stat(uri);
  if ((type & vscode.FileType.SymbolicLink) !== 0) return { kind: 'linked' };
  if (size > maximumBytes) return { kind: 'too-large' };
  return { kind: 'whole', bytes: await vscode.workspace.fs.readFile(uri) };
}

function contentOf(bytes: Uint8Array, root: Root, path: string, known: Note | undefined): FileContent {
  const decoded = decode(bytes);
  if (decoded.kind === 'fault') {
    const isMeantAsNote = isNote(root, path, decodeHead(bytes.subarray(0, headBytes)));
    return isMeantAsNote ? { kind: 'unreadable', reason: decoded.reason } : { kind: 'other' };
  }
  if (!isNote(root, path, decoded.text)) return { kind: 'other' };
  const isKnown = known?.outline.text === decoded.text;
  return { kind: 'note', note: isKnown ? known : readNote(root, path, decoded.text) };
}

/** Whether reading `uri` may fetch it from elsewhere, so that only what is certainly a note is read. As VS Code has it. */
export function isVirtual(uri: vscode.Uri): boolean {
  return !isOnDisk(uri);
}

function unreadable(reason: MessageKey): FileContent {
  return { kind: 'unreadable', reason: message(reason) };
}
