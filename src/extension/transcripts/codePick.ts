import type * as vscode from 'vscode';
import { codesFor } from '../../core/complete/codeCandidates';
import { message, titleIn } from '../../core/message';
import type { Note } from '../../core/note/note';
import type { CodeTerm } from '../../core/protocol/codebook';
import { codebooksOf, termIn } from '../../core/transcript/noteCodebooks';
import type { Turn } from '../../core/transcript/transcript';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { type ListRow, pickOne, separator } from '../services/dialogs';

/** How many codes are remembered as the last ones. */
const remembered = 5;
const storageKey = 'sessionNotes.lastCodes';

interface CodeItem extends ListRow {
  readonly code?: string;
  readonly isNew?: boolean;
}

/** Lets the user pick a technique or code: the last ones first, then those that fit the turn best; or make one. */
export async function pickCode(
  note: Note,
  turn: Turn | undefined,
  language: string,
  memory: vscode.Memento,
  askForNew: () => Promise<string | undefined>,
): Promise<string | undefined> {
  const codebooks = codebooksOf(note);
  const last = lastCodes(memory).flatMap(id => termIn(codebooks, id) ?? []);
  const others = codesFor(note, turn).filter(term => !last.includes(term));
  const newItem: CodeItem = { icon: 'add', label: render(message('code.new')), isNew: true };
  const items = [...group('code.last', last, language), ...group('code.all', others, language), newItem];
  const picked = await pickOne(items, { placeHolder: message('code.pick'), matchOnDescription: true });
  return picked?.isNew === true ? askForNew() : picked?.code;
}

/** Remembers a code as the last one that was given. */
export async function rememberCode(code: string, memory: vscode.Memento): Promise<void> {
  const others = lastCodes(memory).filter(id => id !== code);
  await memory.update(storageKey, [code, ...others].slice(0, remembered));
}

function lastCodes(memory: vscode.Memento): readonly string[] {
  const kept = memory.get<unknown>(storageKey);
  return Array.isArray(kept) ? kept.filter(id => typeof id === 'string') : [];
}

function group(
  label: 'code.last' | 'code.all',
  terms: readonly CodeTerm[],
  language: string,
): readonly CodeItem[] {
  if (terms.length === 0) return [];
  return [separator(message(label)), ...terms.map(term => codeItem(term, language))];
}

function codeItem({ term, stage }: CodeTerm, language: string): CodeItem {
  const of = stage === undefined ? '' : ` · ${titleIn(stage.title, interfaceLanguage())}`;
  const detail = term.definition === undefined ? undefined : titleIn(term.definition, interfaceLanguage());
  return {
    label: titleIn(term.title, language),
    description: `#${term.id}${of}`,
    ...(detail !== undefined && { detail }),
    code: term.id,
  };
}
