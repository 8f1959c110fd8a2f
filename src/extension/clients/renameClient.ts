import type { Case } from '../../core/case/case';
import { remarkOnCode } from '../../core/case/clientCode';
import { clientKey, noClient } from '../../core/case/clientKey';
import { isSameData } from '../../core/case/sameData';
import { renameClient } from '../../core/change/renameClient';
import { type Message, message } from '../../core/message';
import { onOneLine } from '../../core/text/onOneLine';
import { render } from '../../l10n/catalogue';
import { clientLabel } from '../services/caseLabels';
import { askText, confirm, notify, type Said } from '../services/dialogs';
import { nameShown, wordsShown } from '../services/hiddenWords';
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
  // What arrived meanwhile, and no event told of yet, is one of the notes, too.
  await index.reconcile();
  // What was agreed to was about another client of this name, or about none.
  if (mergedWith(found, to, index) !== merging) return changedMeanwhile;
  const outcome = await renameEverywhere(found, to, index);
  if (outcome.kind === 'written') await tellLeft(found, index);
  return outcome;
}

/** Says so where notes of the client arrived while the others were written: these have the old code. */
async function tellLeft({ root, case: { key } }: RootCase, index: NoteIndex): Promise<void> {
  await index.reconcile();
  const left = index.caseAt(root.key, key)?.case.notes ?? [];
  if (left.length === 0) return;
  const files = left.map(({ path }) => nameShown(path, 'file')).join(', ');
  void notify('warning', message('case.rename.left', { files }));
}

/** Renames the client of a case in all its notes, if right before that these are still the ones that the case had. */
async function renameEverywhere(found: RootCase, to: string, index: NoteIndex): Promise<Outcome> {
  const pathsOf = ({ notes }: Case): readonly string[] => notes.map(({ path }) => path).sort();
  const isStillSo = (): boolean => {
    const now = caseAsItIs(found, index)?.case;
    return now !== undefined && isSameData(pathsOf(now), pathsOf(found.case));
  };
  const notes = notesToWrite(found, to, index);
  if (!isStillSo() || notes.length < found.case.notes.length) return changedMeanwhile;
  return writeFiles(notes, isStillSo);
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
  const [value = ''] = wordsShown([found.case.client]);
  const name = await askText({
    title: message('case.rename.title'),
    prompt: message('case.rename.prompt', { client: clientLabel(found.case) }),
    value,
    validate: typed => whatIsWrong(typed, found, index),
  });
  return name === undefined ? undefined : onOneLine(name);
}

function whatIsWrong(
  typed: string,
  found: RootCase,
  index: NoteIndex,
): Said | { readonly minded: Said } | undefined {
  if (clientKey(typed) === noClient) return message('case.rename.empty');
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(typed)) return message('case.rename.one-line');
  const merging = mergedWith(found, typed, index);
  const minded = merging === undefined ? remarkOnCode(typed) : mergeMessage(merging);
  return minded && { minded };
}

/** The case of another client that has this name. */
function mergedWith({ root, case: { key } }: RootCase, name: string, index: NoteIndex): Case | undefined {
  return clientKey(name) === key ? undefined : index.caseAt(root.key, clientKey(name))?.case;
}

function mergeMessage(merging: Case): Message {
  return message('case.rename.merges', { to: clientLabel(merging), count: merging.notes.length });
}

function confirmRenaming(
  { case: ofCase }: RootCase,
  to: string,
  merging: Case | undefined,
): Promise<boolean> {
  const { notes } = ofCase;
  const names = { from: clientLabel(ofCase), to: nameShown(to, 'client') };
  const question =
    notes.length === 1
      ? message('case.rename.confirm-one', names)
      : message('case.rename.confirm', { ...names, count: notes.length });
  const paragraphs = [
    ...(merging === undefined ? [] : [render(mergeMessage(merging))]),
    render(message('case.rename.files')),
    fileList(notes.map(({ path }) => nameShown(path, 'file'))),
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
