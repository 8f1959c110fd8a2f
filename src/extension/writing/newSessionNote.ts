import * as vscode from 'vscode';
import type { Case } from '../../core/case/case';
import { noClient } from '../../core/case/clientKey';
import { sessionOn, suggestedStages } from '../../core/case/nextSession';
import { counselorOf } from '../../core/case/openGoals';
import { newNote } from '../../core/change/newNote';
import type { FileNameValues } from '../../core/config/noteFileName';
import { noteFileName } from '../../core/config/noteFileName';
import { message, titleIn } from '../../core/message';
import { nextProtocol } from '../../core/practice/practice';
import type { CompiledProtocol } from '../../core/protocol/compiledProtocol';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { clientLabel, rootName } from '../services/caseLabels';
import { type CaseRow, caseOfRow } from '../services/caseRow';
import { createNote } from '../services/createNote';
import { pickMany, pickOne } from '../services/dialogs';
import type { NoteIndex } from '../services/noteIndex';
import type { Root, RootCase, Roots } from '../services/roots';
import { counselorSetting } from '../services/settings';
import { noteLanguage } from '../services/tools/vscodeTypes';
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
  if (ofRow !== undefined && ofRow.case.key !== noClient) return newNoteOfCase(ofRow);
  const root = ofRow?.root ?? (await pickRoot(roots));
  if (root === undefined) return;
  const cases = index.cases().filter(found => found.root.key === root.key);
  const chosen = await pickNoteClient(
    message('new-note.client-title'),
    cases.map(found => found.case),
    index.clientsNotRead(root),
  );
  if (chosen === undefined) return;
  await createFor({ ...chosen, case: chosen.case ?? (await index.readCase(root, chosen.client)) }, root);
}

/** The same for the client of a case. */
export async function newNoteOfCase({ root, case: ofCase }: RootCase): Promise<void> {
  await createFor({ client: ofCase.client, case: ofCase }, root);
}

async function createFor({ client, case: ofCase }: NoteClient, root: Root): Promise<void> {
  const shown = ofCase === undefined ? client : clientLabel(ofCase);
  const day = await pickSessionDay(message('new-note.day-title', { client: shown }), ofCase);
  if (day === undefined) return;
  const cases = ofCase === undefined ? [] : [ofCase];
  const known = {
    client: ofCase?.client ?? client,
    date: day.date,
    session: sessionOn(cases, day.date).number,
    counselor: counselorSetting() || (ofCase && counselorOf(ofCase)),
  };
  const protocol = protocolOf(root, ofCase, known);
  if (protocol === undefined) return;
  const language =
    ofCase?.notes.findLast(note => note.language !== undefined)?.language ?? interfaceLanguage();
  const picked = day.isNoShow
    ? 'no-show'
    : await pickStages(shown, protocol, suggestedStages(protocol, ofCase), language);
  if (picked === undefined) return;
  const note = newNote({
    ...known,
    protocol,
    clients: [known.client],
    stages: picked === 'no-show' ? undefined : picked,
    language,
    cases,
    goalIds: root.config.goalIds,
  });
  const path = noteFileName(root.config.fileName, { ...known, protocol: protocol.protocol.id });
  await showNewNote(root, path, note.text, note.caret);
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

function protocolOf(
  root: Root,
  ofCase: Case | undefined,
  known: Omit<FileNameValues, 'protocol'>,
): CompiledProtocol | undefined {
  const { protocols, config } = root;
  return protocols.get(nextProtocol(root, ofCase, known)) ?? protocols.get(config.defaultProtocol);
}

async function showNewNote(root: Root, path: string, text: string, caret: number): Promise<void> {
  const document =
    root.uri === undefined
      ? await vscode.workspace.openTextDocument({ language: noteLanguage, content: text })
      : await vscode.workspace.openTextDocument(await createNote(root.uri, path, text));
  const position = document.positionAt(caret);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
}
