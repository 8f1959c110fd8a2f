import * as vscode from 'vscode';
import { type MessageKey, message, titleIn } from '../../core/message';
import { practiceFolder, protocolsFolder } from '../../core/practice/loadPractice';
import { builtinIds } from '../../core/protocol/builtinProtocols';
import type { Protocol } from '../../core/protocol/schema';
import { interfaceLanguage } from '../../l10n/catalogue';
import type { ActiveNote } from '../services/activeNote';
import { type ListRow, notify, pickOne, separator } from '../services/dialogs';
import { createFile } from '../services/files/createFile';
import type { Root, Roots } from '../services/roots';
import { builtinText } from './protocolDocuments';
import { renderedUri } from './protocolUris';

type Choice = ListRow & { readonly protocol?: Protocol };

/** Shows a protocol as a page, one that comes with the program too; that of the active note first. */
export async function showProtocol(
  id: string | undefined,
  activeNote: ActiveNote,
  roots: Roots,
): Promise<void> {
  const root = activeRoot(activeNote, roots);
  const first = activeNote.current?.open.note.protocolId;
  const chosen = id ?? (await pickProtocol(root, root.protocols.ids, 'protocol.show-title', first))?.id;
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
  const picked = await pickProtocol(root, free, 'protocol.copy-title', undefined);
  if (picked === undefined) return;
  // Where the schema of the file is, seen from its place in the program, is nothing to the workspace.
  const text = (await builtinText(picked.id, extensionUri)).replace(
    /^# yaml-language-server:.*\r?\n(#\r?\n)?/,
    '',
  );
  await writeProtocol(root, picked.id, text);
}

/** Lets the user pick one of the protocols with these ids, `first` before the others. */
export async function pickProtocol(
  { protocols, protocolFiles }: Root,
  ids: readonly string[],
  title: MessageKey,
  first: string | undefined,
): Promise<Protocol | undefined> {
  const language = interfaceLanguage();
  const choicesOf = (wanted: readonly string[]): readonly Choice[] =>
    wanted.flatMap(id => {
      const protocol = protocols.get(id)?.protocol;
      if (protocol === undefined) return [];
      const detail =
        protocol.description === undefined ? {} : { detail: titleIn(protocol.description, language) };
      return [{ label: titleIn(protocol.title, language), description: id, ...detail, protocol }];
    });
  const others = ids.filter(id => id !== first);
  const items: Choice[] = [
    ...choicesOf(ids.filter(id => id === first)),
    ...separated('protocol.of-practice', choicesOf(others.filter(id => protocolFiles.has(id)))),
    ...separated('protocols.builtin', choicesOf(others.filter(id => !protocolFiles.has(id)))),
  ];
  const picked = await pickOne(items, {
    title: message(title),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.protocol;
}

function separated(title: MessageKey, choices: readonly Choice[]): readonly Choice[] {
  if (choices.length === 0) return [];
  return [separator(message(title)), ...choices];
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
