import * as vscode from 'vscode';
import { isOpen } from '../../core/case/case';
import { message } from '../../core/message';
import { statusOfMarker } from '../../core/note/markers';
import type { ActiveNote } from '../services/activeNote';
import { sayShortly } from '../services/dialogs';

/** Moves the caret to the next (1) or previous (-1) open goal of the active note, around its end. */
export function goToOpenGoal(direction: 1 | -1, activeNote: ActiveNote): void {
  const current = activeNote.current;
  if (current === undefined) return;
  const { open, editor } = current;
  const goals = open.note.goals.filter(({ marker }) => isOpen(statusOfMarker(marker) ?? 'open'));
  const caret = open.document.offsetAt(editor.selection.active);
  const starts = goals.map(({ range }) => range.start).sort((a, b) => a - b);
  const next =
    direction === 1
      ? (starts.find(start => start > caret) ?? starts[0])
      : (starts.findLast(start => start < caret) ?? starts.at(-1));
  if (next === undefined) {
    sayShortly(message('goal.none-open-here'));
    return;
  }
  const position = open.document.positionAt(next);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(
    new vscode.Range(position, position),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}
