import * as vscode from 'vscode';
import {
  blankProtocol,
  extendingProtocol,
  idOfTitle,
  type NewProtocol,
  protocolOfHeadings,
} from '../../core/authoring/newProtocol';
import { type MessageKey, message, titleIn } from '../../core/message';
import type { Heading } from '../../core/note/outline';
import { practiceFolder, protocolsFolder } from '../../core/practice/loadPractice';
import { builtinIds } from '../../core/protocol/builtinProtocols';
import type { Protocol } from '../../core/protocol/schema';
import { interfaceLanguage, render, textIn } from '../../l10n/catalogue';
import type { ActiveNote } from '../services/activeNote';
import { askText, type ListRow, notify, pickOne, separator } from '../services/dialogs';
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

/** Begins a protocol: blank, from another one, or from the headings of the active note. */
export async function newProtocol(activeNote: ActiveNote, roots: Roots): Promise<void> {
  const root = activeRoot(activeNote, roots);
  const headings = headingsOf(activeNote);
  const kind = await pickKind(headings.length > 0);
  if (kind === undefined) return;
  const base =
    kind === 'extends'
      ? await pickProtocol(root, root.protocols.ids, 'protocol.base-title', undefined)
      : undefined;
  if (kind === 'extends' && base === undefined) return;
  const title = await askText({
    title: message('protocol.new-title'),
    prompt: message('protocol.name-prompt'),
    validate: value => (value.trim() === '' ? message('schema.empty') : undefined),
  });
  if (title === undefined) return;
  const language = activeNote.current?.open.note.language ?? interfaceLanguage();
  const id = idOfTitle(title, new Set(root.protocols.ids));
  const words = {
    stage: textIn(language, 'protocol.first-stage'),
    section: textIn(language, 'protocol.first-section'),
    hint: textIn(language, 'protocol.extends-hint'),
  };
  const wanted: NewProtocol = { id, title: title.trim(), language, words };
  const text = base === undefined ? textOf(kind, wanted, headings) : extendingProtocol(wanted, base);
  await writeProtocol(root, id, text);
}

type Kind = 'blank' | 'extends' | 'headings';

function textOf(kind: Kind, wanted: NewProtocol, headings: readonly Heading[]): string {
  const ofHeadings = kind === 'headings' ? protocolOfHeadings(wanted, headings) : undefined;
  return ofHeadings ?? blankProtocol(wanted);
}

async function pickKind(hasHeadings: boolean): Promise<Kind | undefined> {
  const kinds: readonly Kind[] = ['blank', 'extends', ...(hasHeadings ? (['headings'] as const) : [])];
  const items = kinds.map(kind => ({ label: render(message(`protocol.new-${kind}`)), start: kind }));
  const picked = await pickOne(items, { title: message('protocol.new-title') });
  return picked?.start;
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

function headingsOf({ current }: ActiveNote): readonly Heading[] {
  return current?.open.note.outline.blocks.filter(block => block.kind === 'heading') ?? [];
}

function activeRoot(activeNote: ActiveNote, roots: Roots): Root {
  const active = activeNote.current?.open.root;
  return (
    active ?? roots.all[0] ?? roots.rootOf(vscode.Uri.from({ scheme: 'untitled', path: 'protocol.yaml' }))
  );
}

/** Creates the file, never over another; without a folder, an untitled document. */
async function writeProtocol(root: Root, id: string, text: string): Promise<void> {
  if (root.uri === undefined) {
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ language: 'yaml', content: text }),
    );
    return;
  }
  const uri = vscode.Uri.joinPath(root.uri, practiceFolder, protocolsFolder, `${id}.yaml`);
  if (!(await createFile(uri, text).catch(() => false))) {
    const file = vscode.workspace.asRelativePath(uri);
    void notify('error', message('protocol.not-created', { file }));
    return;
  }
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}
