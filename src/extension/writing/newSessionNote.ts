import * as vscode from 'vscode';
import type { Case } from '../../core/case/case';
import { noClient } from '../../core/case/clientKey';
import { newestNote } from '../../core/case/newestNote';
import { asksStages, nextSession, numberOn, suggestedStages } from '../../core/case/nextSession';
import { counselorOf } from '../../core/case/openGoals';
import { newNote } from '../../core/change/newNote';
import type { FileNameValues } from '../../core/config/noteFileName';
import { noteFileName } from '../../core/config/noteFileName';
import { message, titleIn } from '../../core/message';
import type { FrontMatterEntry } from '../../core/note/frontMatter';
import { knownProtocol } from '../../core/practice/practice';
import type { CompiledProtocol } from '../../core/protocol/compiledProtocol';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { clientLabel, rootName } from '../services/caseLabels';
import { type CaseRow, caseOfRow } from '../services/caseRow';
import { createNote } from '../services/createNote';
import { pickMany, pickOne } from '../services/dialogs';
import { readNoteFile } from '../services/noteFiles';
import type { NoteIndex } from '../services/noteIndex';
import type { Root, RootCase, Roots } from '../services/roots';
import { counselorSetting } from '../services/settings';
import { noteLanguage } from '../services/tools/vscodeTypes';
import { pickCarried } from './pickCarried';
import { keepFormat, pickFormat } from './pickFormat';
import { type NoteClient, pickNoteClient } from './pickNoteClient';
import { pickSessionDay } from './pickSessionDay';

/**
 * Asks for the client, the day and the stages, and creates the note of the next session: a draft, with the open goals
 * of those stages carried over. An existing file is never overwritten; without a folder the note is an untitled one.
 */
export async function newSessionNote(
  row: CaseRow | undefined,
  roots: Roots,
  index: NoteIndex,
): Promise<void> {
  // Before all notes are known, the number of the session and the open goals may be wrong.
  await index.whenRead();
  const ofRow = row && caseOfRow(row, index);
  if (ofRow !== undefined && ofRow.case.key !== noClient)
    return createFor({ client: ofRow.case.client, case: ofRow.case }, ofRow.root, casesOf(ofRow.root, index));
  const root = ofRow?.root ?? (await pickRoot(roots));
  if (root === undefined) return;
  const title = message('new-note.client-title');
  const chosen = await pickNoteClient(title, casesOf(root, index), index.clientsNotRead(root));
  if (chosen === undefined) return;
  const known = chosen.case ?? (await index.readCase(root, chosen.client));
  await createFor({ ...chosen, case: known }, root, casesOf(root, index));
}

/** The same for the client of a case. */
export async function newNoteOfCase({ root, case: ofCase }: RootCase): Promise<void> {
  await createFor({ client: ofCase.client, case: ofCase }, root, [ofCase]);
}

/** `others` are the cases whose formats tell what is usual. */
async function createFor(
  { client, case: ofCase }: NoteClient,
  root: Root,
  others: readonly Case[],
): Promise<void> {
  const shown = ofCase === undefined ? client : clientLabel(ofCase);
  const day = await pickSessionDay(message('new-note.day-title', { client: shown }), ofCase);
  if (day === undefined) return;
  const cases = ofCase === undefined ? [] : [ofCase];
  const known = {
    client: ofCase?.client ?? client,
    date: day.date,
    counselor: counselorSetting() || (ofCase && counselorOf(ofCase)),
  };
  const format = await formatFor(root, ofCase, { ...known, session: nextSession(cases) }, others);
  if (format === undefined) return;
  const { protocol } = format;
  const language =
    ofCase?.notes.findLast(note => note.language !== undefined)?.language ?? interfaceLanguage();
  const suggested = suggestedStages(protocol, ofCase);
  const stages = day.isNoShow ? 'no-show' : await pickStages(shown, protocol, suggested, language);
  if (stages === undefined) return;
  const session = numberOn(protocol, cases, day.date);
  const request = {
    ...known,
    session,
    protocol,
    clients: [known.client],
    stages: stages === 'no-show' ? undefined : stages,
    language,
    cases,
    goalIds: root.config.goalIds,
    last: ofCase && (await lastFrontMatter(root, ofCase)),
  };
  const carries = await pickCarried(request);
  if (carries === undefined) return;
  const note = newNote({ ...request, carries });
  const path = noteFileName(root.config.fileName, { ...known, session, protocol: protocol.protocol.id });
  await showNewNote(root, path, note.text, note.caret);
  await format.keep();
}

/** The front matter of the last note of a case, as it is on disk. */
async function lastFrontMatter(root: Root, ofCase: Case): Promise<readonly FrontMatterEntry[] | undefined> {
  const last = newestNote(ofCase);
  if (last === undefined || root.uri === undefined) return undefined;
  const reading = await readNoteFile(vscode.Uri.joinPath(root.uri, last.path), root);
  return reading.kind === 'note' ? reading.note.frontMatter.entries : undefined;
}

interface Format {
  readonly protocol: CompiledProtocol;
  /** Writes for whom it is from now on. */
  keep(): Promise<void>;
}

/** The format that the note is known to follow; it is asked for where nobody said any. */
async function formatFor(
  root: Root,
  ofCase: Case | undefined,
  known: Omit<FileNameValues, 'protocol'>,
  others: readonly Case[],
): Promise<Format | undefined> {
  const id = knownProtocol(root, ofCase, known);
  const protocol = id === undefined ? undefined : root.protocols.get(id);
  if (protocol !== undefined) return { protocol, keep: () => Promise.resolve() };
  const picked = await pickFormat(root, others);
  const compiled = picked && root.protocols.get(picked.protocol.id);
  return picked && compiled && { protocol: compiled, keep: () => keepFormat(root, picked) };
}

function casesOf(root: Root, index: NoteIndex): readonly Case[] {
  return index.cases().flatMap(found => (found.root.key === root.key ? [found.case] : []));
}

/** The root of the active note; else the only one there is, or one that is picked. */
async function pickRoot(roots: Roots): Promise<Root | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const ofActive =
    active === undefined ? undefined : roots.all.find(root => root.key === roots.rootOf(active).key);
  const [first, ...others] = roots.all;
  if (first === undefined) return roots.rootOf(vscode.Uri.from({ scheme: 'untitled', path: 'note.md' }));
  if (ofActive !== undefined || others.length === 0) return ofActive ?? first;
  const items = roots.all.map(root => ({
    label: rootName(root),
    description: root.uri === undefined ? '' : vscode.workspace.asRelativePath(root.uri, true),
    root,
  }));
  const picked = await pickOne(items, { placeHolder: message('new-note.folder') });
  return picked?.root;
}

async function pickStages(
  client: string,
  protocol: CompiledProtocol,
  suggested: readonly string[],
  language: string,
): Promise<readonly string[] | 'no-show' | undefined> {
  if (!asksStages(protocol)) return suggested;
  const stages = protocol.protocol.stages.map(stage => ({
    label: titleIn(stage.title, language),
    picked: suggested.includes(stage.id),
    id: stage.id,
  }));
  const missed = { label: render(message('new-note.no-show')), picked: false, id: undefined };
  const picked = await pickMany([...stages, missed], {
    title: message('new-note.stages-title', { client }),
    placeHolder: message('new-note.stages-hint'),
  });
  if (picked === undefined) return undefined;
  const ids = picked.flatMap(({ id }) => id ?? []);
  // The stages are ticked beforehand: who says that the client did not come, means none of them.
  return picked.some(({ id }) => id === undefined) ? 'no-show' : ids;
}

async function showNewNote(root: Root, path: string, text: string, caret: number): Promise<void> {
  const document =
    root.uri === undefined
      ? await vscode.workspace.openTextDocument({ language: noteLanguage, content: text })
      : await vscode.workspace.openTextDocument(await createNote(root.uri, path, text));
  const position = document.positionAt(caret);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
}
