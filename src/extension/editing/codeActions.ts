import * as vscode from 'vscode';
import type { Fix, Problem } from '../../core/validate/problem';
import { render } from '../../l10n/catalogue';
import { toRange, toTextEdits } from '../convert';
import { fixAllEdit, problemsOf } from '../noteProblems';
import type { OpenNote, OpenNotes } from '../openNotes';
import { problemSource } from '../problems';

/** Fix-all of this extension's safe fixes; works on save through `editor.codeActionsOnSave`. */
export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('sessionNotes');

/** Offers the fixes of problems, always computed from the current text. */
export class FixProvider implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
  };

  readonly #openNotes: OpenNotes;

  constructor(openNotes: OpenNotes) {
    this.#openNotes = openNotes;
  }

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const open = this.#openNotes.noteOf(document);
    if (open === undefined) return [];
    if (context.only !== undefined && fixAllKind.intersects(context.only) && !isQuickFix(context.only)) {
      return fixAll(open);
    }
    const lines = open.note.outline.lines;
    const problems = problemsOf(open.note, open.root);
    const here = problems.filter(problem => toRange(problem.range, lines).intersection(range) !== undefined);
    return here.flatMap(problem => quickFixes(open, problem, context.diagnostics));
  }
}

function isQuickFix(kind: vscode.CodeActionKind): boolean {
  return vscode.CodeActionKind.QuickFix.intersects(kind);
}

function fixAll(open: OpenNote): vscode.CodeAction[] {
  const fixed = fixAllEdit(open);
  if (fixed === undefined) return [];
  const action = new vscode.CodeAction(render({ key: 'action.fix-all' }), fixAllKind);
  action.edit = editOf(open, [fixed]);
  return [action];
}

function quickFixes(
  open: OpenNote,
  problem: Problem,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const range = toRange(problem.range, open.note.outline.lines);
  const mended = diagnostics.filter(diagnostic => isOf(diagnostic, problem, range));
  return problem.fixes.map((fix, position) => {
    const action = new vscode.CodeAction(render(fix.title), vscode.CodeActionKind.QuickFix);
    action.edit = editOf(open, fix.edits);
    // Auto Fix applies what is preferred unasked: never one of several answers that a person has to give.
    action.isPreferred = position === 0 && (fix.safety === 'safe' || problem.fixes.length === 1);
    action.diagnostics = [...mended];
    const caret = caretOf(open, fix);
    if (caret !== undefined) action.command = caret;
    return action;
  });
}

function isOf(diagnostic: vscode.Diagnostic, problem: Problem, range: vscode.Range): boolean {
  const code = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
  return diagnostic.source === problemSource && code === problem.rule && diagnostic.range.isEqual(range);
}

function editOf(open: OpenNote, edits: Fix['edits']): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(open.document.uri, toTextEdits(edits, open.note.outline.lines));
  return edit;
}

function caretOf(open: OpenNote, fix: Fix): vscode.Command | undefined {
  if (fix.caret === undefined) return undefined;
  return {
    command: placeCaretCommand,
    title: render(fix.title),
    arguments: [open.document.uri.toString(), fix.caret],
  };
}

/** Internal: moves the caret to where writing goes on after an insertion. */
export const placeCaretCommand = 'sessionNotes.placeCaret';

/** Moves the caret of the active editor to `offset`, if it still shows the document at `uri`. */
export function placeCaret(uri: string, offset: number): void {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() !== uri) return;
  const position = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(
    new vscode.Range(position, position),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}
