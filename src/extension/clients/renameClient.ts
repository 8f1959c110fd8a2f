import type { Case } from '../../core/case/case';
import { clientKey, noClient } from '../../core/case/clientKey';
import { renameClient } from '../../core/change/renameClient';
import { type Message, message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import { askText, confirm, type Said } from '../services/dialogs';
import type { NoteIndex } from '../services/noteIndex';
import { type FileToWrite, noteToWrite, writeFiles } from '../services/noteWriter';
import type { RootCase } from '../services/roots';
import { changedMeanwhile, type Outcome, tellRefusal } from '../writing/writeNote';
import { type CaseCommandParts, caseAsItIs, clientCase } from './caseCommand';

/** How many files a question lists. */
const listed = 10;

/**
 * Gives a client another code in every note of the case, in one step that can be undone. Asks before, with the number
 * of notes; where the code is another client's, says that their cases become one. Files keep their names.
 */
export async function renameClientCommand(parts: CaseCommandParts): Promise<void> {
  const found = await clientCase(parts, { placeHolder: message('case.rename.pick') });
  if (found !== undefined) tellRefusal(await rename(found, parts.index));
}

async function rename(found: RootCase, index: NoteIndex): Promise<Outcome> {
  const to = await askName(found, index);
  if (to === undefined || isNamedSo(found.case, to)) return { kind: 'cancelled' };
  const merging = mergedWith(found, to, index);
  if (!(await confirmRenaming(found, to, merging))) return { kind: 'cancelled' };
  // What was agreed to was about another client of this name, or about none.
  if (mergedWith(found, to, index) !== merging) return changedMeanwhile;
  return renameEverywhere(found, to, index);
}

/** Renames the client of a case in all its notes, if these are still the ones that the case had. */
async function renameEverywhere(found: RootCase, to: string, index: NoteIndex): Promise<Outcome> {
  const now = caseAsItIs(found, index);
  const notes = now === undefined ? [] : notesToWrite(now, to, index);
  if (now?.case !== found.case || notes.length < found.case.notes.length) return changedMeanwhile;
  return writeFiles(notes);
}

/** The notes of a case that are where they were. */
function notesToWrite(
  { root, case: { key, notes } }: RootCase,
  to: string,
  index: NoteIndex,
): readonly FileToWrite[] {
  return notes.flatMap(({ path }) => {
    const uri = index.uriOf(root, path);
    return uri === undefined ? [] : [noteToWrite(root, uri, note => renameClient(note, key, to))];
  });
}

function isNamedSo({ key, notes }: Case, to: string): boolean {
  return notes.every(({ clients }) => clients.every(name => clientKey(name) !== key || name === to));
}

async function askName(found: RootCase, index: NoteIndex): Promise<string | undefined> {
  const { client } = found.case;
  const name = await askText({
    title: message('case.rename.title'),
    prompt: message('case.rename.prompt', { client }),
    value: client,
    validate: typed => whatIsWrong(typed, found, index),
  });
  return name?.trim().replace(/\s+/g, ' ');
}

function whatIsWrong(
  typed: string,
  found: RootCase,
  index: NoteIndex,
): Said | { readonly minded: Said } | undefined {
  if (clientKey(typed) === noClient) return message('case.rename.empty');
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(typed)) return message('case.rename.one-line');
  const merging = mergedWith(found, typed, index);
  return merging === undefined ? undefined : { minded: mergeMessage(merging) };
}

/** The case of another client that has this name. */
function mergedWith({ root, case: { key } }: RootCase, name: string, index: NoteIndex): Case | undefined {
  return clientKey(name) === key ? undefined : index.caseAt(root.key, clientKey(name))?.case;
}

function mergeMessage({ client, notes }: Case): Message {
  return message('case.rename.merges', { to: client, count: notes.length });
}

function confirmRenaming(
  { case: { client, notes } }: RootCase,
  to: string,
  merging: Case | undefined,
): Promise<boolean> {
  const question =
    notes.length === 1
      ? message('case.rename.confirm-one', { from: client, to })
      : message('case.rename.confirm', { from: client, to, count: notes.length });
  const paragraphs = [
    ...(merging === undefined ? [] : [render(mergeMessage(merging))]),
    render(message('case.rename.files')),
    fileList(notes.map(({ path }) => path)),
  ];
  const button = message(merging === undefined ? 'case.rename.button' : 'case.rename.merge-button');
  return confirm({ weight: 'warning', question, detail: paragraphs.join('\n\n'), button });
}

function fileList(paths: readonly string[]): string {
  const shown = paths.slice(0, listed);
  const rest = paths.length - shown.length;
  const more = rest === 0 ? [] : [render(message('case.rename.more', { count: rest }))];
  return [...shown, ...more].join('\n');
}
