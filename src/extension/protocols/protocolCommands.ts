import * as vscode from 'vscode';
import { message } from '../../core/message';
import { practiceFolder, protocolsFolder } from '../../core/practice/loadPractice';
import { builtinIds } from '../../core/protocol/builtinProtocols';
import type { ActiveNote } from '../services/activeNote';
import { notify } from '../services/dialogs';
import { createFile } from '../services/files/createFile';
import { pickProtocol } from '../services/pickProtocol';
import type { Root, Roots } from '../services/roots';
import { builtinText } from './protocolDocuments';
import { renderedUri } from './protocolUris';

/** Shows a protocol as a page, one that comes with the program too; that of the active note first. */
export async function showProtocol(
  id: string | undefined,
  activeNote: ActiveNote,
  roots: Roots,
): Promise<void> {
  const root = activeRoot(activeNote, roots);
  const ofNote = activeNote.current?.open.note.protocolId;
  const first = ofNote === undefined ? [] : [ofNote];
  const chosen =
    id ?? (await pickProtocol(root, root.protocols.ids, message('protocol.show-title'), first))?.id;
  if (chosen === undefined) return;
  await vscode.commands.executeCommand('markdown.showPreview', renderedUri(chosen, root));
}

/** Writes the file of a protocol that comes with the program into the workspace, where it stands in its place. */
export async function copyProtocol(
  extensionUri: vscode.Uri,
  activeNote: ActiveNote,
  roots: Roots,
): Promise<void> {
  const root = activeRoot(activeNote, roots);
  const free = builtinIds.filter(id => !root.protocolFiles.has(id));
  const picked = await pickProtocol(root, free, message('protocol.copy-title'));
  if (picked === undefined) return;
  // Where the schema of the file is, seen from its place in the program, is nothing to the workspace.
  const text = (await builtinText(picked.id, extensionUri)).replace(
    /^# yaml-language-server:.*\r?\n(#\r?\n)?/,
    '',
  );
  await writeProtocol(root, picked.id, text);
}

/** The root of the active note, else the first one. */
export function activeRoot(activeNote: ActiveNote, roots: Roots): Root {
  const active = activeNote.current?.open.root;
  return (
    active ?? roots.all[0] ?? roots.rootOf(vscode.Uri.from({ scheme: 'untitled', path: 'protocol.yaml' }))
  );
}

/** Writes the file of a protocol and shows it. */
async function writeProtocol(root: Root, id: string, text: string): Promise<void> {
  const document = await createProtocol(root, id, text);
  if (document !== undefined) await vscode.window.showTextDocument(document, { preview: false });
}

/** Creates the file of a protocol, never over another; without a folder, an untitled document. Tells where it cannot. */
export async function createProtocol(
  root: Root,
  id: string,
  text: string,
): Promise<vscode.TextDocument | undefined> {
  if (root.uri === undefined) {
    return vscode.workspace.openTextDocument({ language: 'yaml', content: text });
  }
  const uri = vscode.Uri.joinPath(root.uri, practiceFolder, protocolsFolder, `${id}.yaml`);
  if (await createFile(uri, text).catch(() => false)) return vscode.workspace.openTextDocument(uri);
  const file = vscode.workspace.asRelativePath(uri);
  void notify('error', message('protocol.not-created', { file }));
  return undefined;
}
