import * as vscode from 'vscode';
import type { Case, CaseGoal } from '../../core/case/case';
import { caseNow } from '../../core/case/caseNow';
import { firstMention, goalReferences, type NotePlace } from '../../core/case/goalReferences';
import { goalNamedAt, type IdPlace, idPlaces, pathsNaming } from '../../core/case/idPlaces';
import { isSameGoal } from '../../core/case/sameGoal';
import type { Change, EditsByPath } from '../../core/change/change';
import { renameId } from '../../core/change/renameId';
import { message } from '../../core/message';
import type { Note } from '../../core/note/note';
import { readNote } from '../../core/practice/practice';
import { touches } from '../../core/text/textRange';
import { toldError } from '../services/dialogs';
import type { NoteIndex } from '../services/noteIndex';
import { documentToEdit } from '../services/noteWriter';
import type { OpenNote, OpenNotes } from '../services/openNotes';
import type { Root } from '../services/roots';
import { toRange, toRangeOfLine, toTextEdits } from '../services/tools/vscodeTypes';

/** A goal at a place of a note, in its case as the open editors have it. */
interface GoalHere {
  readonly ofCase: Case;
  readonly goal: CaseGoal;
  /** The `^id` at the place, if it is one. */
  readonly named: IdPlace | undefined;
}

/** The `^id` at `position`, as what is to be renamed; undefined elsewhere. */
export function idToRename(
  open: OpenNote,
  position: vscode.Position,
): { range: vscode.Range; placeholder: string } | undefined {
  const place = idAt(open, position);
  return place && { range: toRange(place.range, open.note.outline.lines), placeholder: place.id };
}

/**
 * The edit that renames the `^id` at `position` in every note of its case that has it.
 *
 * @throws Error with the reason, for the editor to show, where that is not to be
 */
export async function renameAt(
  open: OpenNote,
  position: vscode.Position,
  written: string,
  index: NoteIndex,
  openNotes: OpenNotes,
): Promise<vscode.WorkspaceEdit | undefined> {
  await index.whenRead();
  const here = goalAt(open, position, index, openNotes);
  if (here?.named === undefined) return undefined;
  const { ofCase, goal, named } = here;
  const { id } = named;
  const { root } = open;
  const paths = pathsNaming(ofCase, id);
  const documents = await documentsAt(root, paths, index);
  // A note that arrived meanwhile would keep the old id.
  const now = goalAt(open, position, index, openNotes)?.ofCase;
  if (now === undefined || pathsNaming(now, id).join('\n') !== paths.join('\n'))
    throw toldError(message('goal.rename.changed'));
  const notes = new Map(
    [...documents].map(([path, document]) => [path, readNote(root, path, document.getText())]),
  );
  const others = [...documents.values()].flatMap(({ uri }) => index.casesOf(uri));
  const shared = [...new Set(others)].filter(({ key }) => key !== ofCase.key);
  const renamed = renameId({ ofCase, goal, id }, written, notes, shared);
  return workspaceEdit(renamed, documents, notes);
}

/** Every mention of the goal at `position` in its case, and every `replaces` that names it. */
export function referencesAt(
  open: OpenNote,
  position: vscode.Position,
  index: NoteIndex,
  openNotes: OpenNotes,
): vscode.Location[] {
  const here = goalAt(open, position, index, openNotes);
  if (here === undefined) return [];
  return goalReferences(here.ofCase, here.goal).flatMap(place => locationOf(open.root, place, index));
}

/** Where the goal was opened that the `^id` at `position` means. */
export function definitionAt(
  open: OpenNote,
  position: vscode.Position,
  index: NoteIndex,
  openNotes: OpenNotes,
): vscode.Location[] {
  const here = goalAt(open, position, index, openNotes);
  const first = here?.named && firstMention(here.goal);
  return first === undefined ? [] : locationOf(open.root, first, index);
}

function goalAt(
  open: OpenNote,
  position: vscode.Position,
  index: NoteIndex,
  openNotes: OpenNotes,
): GoalHere | undefined {
  const named = idAt(open, position);
  const offset = open.document.offsetAt(position);
  const mention = named?.mention ?? open.note.goals.find(({ range }) => touches(range, offset));
  if (mention === undefined) return undefined;
  const now = new Map(
    openNotes.all().flatMap(each => (each.root === open.root ? [[each.path, each.note] as const] : [])),
  );
  for (const known of index.casesOf(open.document.uri)) {
    const ofCase = caseNow(known, now, open.root.protocols);
    const goal = named
      ? goalNamedAt(named, ofCase)
      : ofCase.goals.find(each => isSameGoal(each, mention, ofCase));
    if (goal !== undefined) return { ofCase, goal, named };
  }
  return undefined;
}

function idAt({ document, note }: OpenNote, position: vscode.Position): IdPlace | undefined {
  const offset = document.offsetAt(position);
  // The caret before the id is part of it for the user.
  return idPlaces(note).find(({ range: { start, end } }) => touches({ start: start - 1, end }, offset));
}

async function documentsAt(
  root: Root,
  paths: readonly string[],
  index: NoteIndex,
): Promise<ReadonlyMap<string, vscode.TextDocument>> {
  const documents = new Map<string, vscode.TextDocument>();
  for (const path of paths) {
    const uri = index.uriOf(root, path);
    if (uri === undefined) throw toldError(message('goal.rename.changed'));
    const document = await documentToEdit(uri);
    if ('reason' in document) throw toldError(document.reason);
    documents.set(path, document);
  }
  return documents;
}

function workspaceEdit(
  renamed: Change<EditsByPath>,
  documents: ReadonlyMap<string, vscode.TextDocument>,
  notes: ReadonlyMap<string, Note>,
): vscode.WorkspaceEdit {
  if (renamed.kind === 'refused') throw toldError(renamed.reason);
  const edit = new vscode.WorkspaceEdit();
  for (const [path, edits] of renamed.edits) {
    const document = documents.get(path);
    const note = notes.get(path);
    if (document !== undefined && note !== undefined) {
      edit.set(document.uri, toTextEdits(edits, note.outline.lines));
    }
  }
  return edit;
}

function locationOf(root: Root, { path, place }: NotePlace, index: NoteIndex): vscode.Location[] {
  const uri = index.uriOf(root, path);
  return uri === undefined ? [] : [new vscode.Location(uri, toRangeOfLine(place))];
}
