import * as vscode from 'vscode';
import type { Root } from '../services/roots';

/** The scheme of documents that show a protocol, which nobody writes. */
export const protocolScheme = 'session-notes-protocol';

/** What a document of the scheme shows: the file of a protocol that comes with the program, or one for people. */
interface ProtocolDocument {
  readonly id: string;
  /** The key of the root whose protocol is shown for people. */
  readonly root: string | undefined;
}

/** The file of a protocol that comes with the program, to be read. */
function builtinUri(id: string): vscode.Uri {
  return vscode.Uri.from({ scheme: protocolScheme, path: `/${id}.yaml` });
}

/** A protocol of `root` for people. */
export function renderedUri(id: string, root: Root): vscode.Uri {
  return vscode.Uri.from({ scheme: protocolScheme, path: `/${id}.md`, query: root.key });
}

/** What the document at `uri` shows. */
export function shownAt({ path, query }: vscode.Uri): ProtocolDocument {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { id: name.replace(/\.[a-z]+$/, ''), root: name.endsWith('.md') ? query : undefined };
}

/** Where the YAML of a protocol of `root` is: its file, or the document of one that comes with the program. */
export function sourceUri(id: string, { protocolFiles, protocols }: Root): vscode.Uri | undefined {
  return protocolFiles.get(id) ?? (protocols.get(id) === undefined ? undefined : builtinUri(id));
}
