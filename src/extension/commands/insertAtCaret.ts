import * as vscode from 'vscode';
import { insertableChoices } from '../../core/complete/choiceCandidates';
import { type GoalCandidate, insertableGoals, mentionSource } from '../../core/complete/goalCandidates';
import { goalDetail } from '../../core/complete/goalOffers';
import { escapeSnippet } from '../../core/complete/snippet';
import { message, titleIn } from '../../core/message';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import type { ActiveNote } from '../activeNote';
import type { NoteIndex } from '../noteIndex';

/** Lets the user pick a goal or action that the note does not mention yet, and inserts it as a task at the caret. */
export async function insertGoal(activeNote: ActiveNote, index: NoteIndex): Promise<void> {
  const current = activeNote.current;
  if (current === undefined) return;
  const { open, editor } = current;
  const offset = open.document.offsetAt(editor.selection.active);
  const language = open.note.language ?? interfaceLanguage();
  const candidates = insertableGoals(open.note, offset, index.casesOf(open.document.uri), language);
  const picked = await vscode.window.showQuickPick(candidates.map(goalItem), {
    placeHolder: render(message(candidates.length > 0 ? 'insert.goal' : 'insert.no-goal')),
  });
  if (picked !== undefined) await insertLine(editor, `- ${mentionSource(picked.candidate)}`);
}

/** Lets the user pick one of the choices that a section asks for, and inserts it there. */
export async function insertChoice(activeNote: ActiveNote): Promise<void> {
  const current = activeNote.current;
  if (current === undefined) return;
  const { open, editor } = current;
  const language = open.note.language ?? interfaceLanguage();
  const asked = insertableChoices(open.note, open.document.offsetAt(editor.selection.active));
  const items = (asked?.choices ?? []).map(choice => ({ label: titleIn(choice.title, language) }));
  const placeHolder = render(
    asked === undefined
      ? message('insert.no-choice')
      : message('insert.choice', { section: asked.region.section.title }),
  );
  const picked = await vscode.window.showQuickPick(items, { placeHolder });
  if (picked === undefined || asked === undefined) return;
  const body = asked.region.body;
  const caret = open.document.offsetAt(editor.selection.active);
  if (caret < body.start || caret > body.end) {
    const below = open.document.positionAt(asked.region.heading.range.end);
    editor.selection = new vscode.Selection(below, below);
  }
  await insertLine(editor, picked.label);
}

/** Puts `text` on the caret's line where that is blank, else on a line of its own below. */
async function insertLine(editor: vscode.TextEditor, text: string): Promise<void> {
  const line = editor.document.lineAt(editor.selection.active.line);
  const onOwnLine = line.isEmptyOrWhitespace;
  const at = onOwnLine ? line.range : line.range.end;
  await editor.insertSnippet(
    new vscode.SnippetString(`${onOwnLine ? '' : '\n'}${escapeSnippet(text)}$0`),
    at,
  );
}

function goalItem(candidate: GoalCandidate): vscode.QuickPickItem & { readonly candidate: GoalCandidate } {
  return { label: candidate.text, description: render(goalDetail(candidate)), candidate };
}
