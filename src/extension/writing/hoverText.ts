import * as vscode from 'vscode';
import type { Case } from '../../core/case/case';
import { describeAt } from '../../core/describe/describeAt';
import { descriptionLines } from '../../core/describe/descriptionLines';
import { toMarkdown } from '../../core/describe/markdown';
import { interfaceLanguage, renderer } from '../../l10n/catalogue';
import type { OpenNote } from '../services/openNotes';
import { turnsOf } from '../services/openTurns';
import { toRange } from '../services/tools/vscodeTypes';

/** What is known of the thing at `position` of a note, if it is one. */
export function hoverAt(
  open: OpenNote,
  position: vscode.Position,
  cases: readonly Case[],
): vscode.Hover | undefined {
  const description = describeAt(open.note, open.document.offsetAt(position), cases, turnsOf(open));
  if (description === undefined) return undefined;
  const lines = descriptionLines(description, interfaceLanguage());
  const text = new vscode.MarkdownString(toMarkdown(lines, renderer()));
  return new vscode.Hover(text, toRange(description.range, open.note.outline.lines));
}
