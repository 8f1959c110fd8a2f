import * as vscode from 'vscode';
import {
  blankProtocol,
  extendingProtocol,
  idOfTitle,
  type NewProtocol,
  protocolOfHeadings,
} from '../../core/authoring/newProtocol';
import { message } from '../../core/message';
import type { Heading } from '../../core/note/outline';
import { interfaceLanguage, render, textIn } from '../../l10n/catalogue';
import type { ActiveNote } from '../services/activeNote';
import { askText, pickOne } from '../services/dialogs';
import { pickProtocol } from '../services/pickProtocol';
import { changePractice } from '../services/practiceWriter';
import type { Roots } from '../services/roots';
import { changeOpenNote } from './changeProtocol';
import { activeRoot, createProtocol } from './protocolCommands';

/** Begins a protocol: blank, from another one, or from the headings of the active note. */
export async function newProtocol(activeNote: ActiveNote, roots: Roots): Promise<void> {
  const root = activeRoot(activeNote, roots);
  const headings = headingsOf(activeNote);
  const kind = await pickKind(headings.length > 0);
  if (kind === undefined) return;
  const base =
    kind === 'extends'
      ? await pickProtocol(root, root.protocols.ids, message('protocol.base-title'))
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
  const document = await createProtocol(root, id, text);
  if (document === undefined) return;
  const use = kind === 'headings' && root.uri !== undefined ? await pickUse(title.trim()) : 'edit';
  if (use === 'edit') await vscode.window.showTextDocument(document, { preview: false });
  else if (use !== undefined) await useProtocol(id, use, activeNote, roots);
}

type Use = 'this-note' | 'new-notes' | 'edit';

/** What a format that was made of a note is to be used for; nothing where the list is left. */
async function pickUse(format: string): Promise<Use | undefined> {
  const uses: readonly Use[] = ['this-note', 'new-notes', 'edit'];
  const items = uses.map(use => ({ label: render(message(`protocol.use-${use}`)), use }));
  const picked = await pickOne(items, { title: message('protocol.use-title', { format }) });
  return picked?.use;
}

async function useProtocol(
  id: string,
  use: Exclude<Use, 'edit'>,
  activeNote: ActiveNote,
  roots: Roots,
): Promise<void> {
  // The file was written a moment ago: what follows is to know it.
  await roots.refresh();
  if (use === 'new-notes') {
    await changePractice(activeRoot(activeNote, roots), { kind: 'default-format', protocol: id });
    return;
  }
  const open = activeNote.current?.open;
  const to = open?.root.protocols.get(id);
  if (open !== undefined && to !== undefined) await changeOpenNote(open, to);
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

function headingsOf({ current }: ActiveNote): readonly Heading[] {
  return current?.open.note.outline.headings ?? [];
}
