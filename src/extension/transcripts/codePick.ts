import type * as vscode from 'vscode';
import { codesFor } from '../../core/complete/codeCandidates';
import { message, titleIn } from '../../core/message';
import type { Note } from '../../core/note/note';
import type { CodeTerm } from '../../core/protocol/codebook';
import { comparable } from '../../core/text/comparable';
import { codebooksOf, termIn } from '../../core/transcript/noteCodebooks';
import type { Turn } from '../../core/transcript/transcript';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { type ListRow, pickFrom, separator } from '../services/dialogs';

/** How many codes are remembered as the last ones. */
const remembered = 5;
const storageKey = 'sessionNotes.lastCodes';

interface CodeItem extends ListRow {
  readonly code?: string;
  /** What a code that is not there yet is to be called. */
  readonly newTitle?: string;
}

/**
 * Lets the user pick a technique or code: the last ones first, then those that fit the turn best; or make one, called
 * as what was typed.
 */
export async function pickCode(
  note: Note,
  turn: Turn | undefined,
  language: string,
  memory: vscode.Memento,
  askForNew: (title: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  const codebooks = codebooksOf(note);
  const last = lastCodes(memory).flatMap(id => termIn(codebooks, id) ?? []);
  const others = codesFor(note, turn).filter(term => !last.includes(term));
  const known = [...group('code.last', last, language), ...group('code.all', others, language)];
  const rowsFor = (typed: string): readonly CodeItem[] => [...known, ...newItems(typed, known)];
  const picked = await pickFrom(rowsFor(''), {
    placeHolder: message('code.pick'),
    matchOnDescription: true,
    rowsFor,
    typedRow: typed => newItems(typed, known).find(() => !known.some(item => mayMean(item, typed))),
  });
  return picked?.newTitle === undefined ? picked?.code : askForNew(picked.newTitle);
}

/** The row that makes a code, in sight whatever is typed; none where that names one that is there. */
function newItems(typed: string, known: readonly CodeItem[]): readonly CodeItem[] {
  const title = typed.replace(/^#/, '').trim();
  const key = comparable(title);
  if (known.some(({ code, label }) => code !== undefined && [code, comparable(label)].includes(key)))
    return [];
  const label = render(title === '' ? message('code.new') : message('code.new-called', { title }));
  return [{ icon: 'add', label, alwaysShow: true, newTitle: title }];
}

function mayMean({ label, description = '' }: CodeItem, typed: string): boolean {
  return comparable(`${label} ${description}`).includes(comparable(typed));
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
