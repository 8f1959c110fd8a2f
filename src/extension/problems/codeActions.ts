import * as vscode from 'vscode';
import type { NoteIndex } from '../services/noteIndex';
import type { OpenNotes } from '../services/openNotes';
import type { CaseDiagnostics } from './caseDiagnostics';

/** Fix-all of this extension's safe fixes; works on save through `editor.codeActionsOnSave`. */
const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('sessionNotes');

/** Offers the fixes of problems, always computed from the current text. */
export class FixProvider implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
  };

  readonly #openNotes: OpenNotes;
  readonly #index: NoteIndex;
  readonly #caseDiagnostics: CaseDiagnostics;

  constructor(openNotes: OpenNotes, index: NoteIndex, caseDiagnostics: CaseDiagnostics) {
    this.#openNotes = openNotes;
    this.#index = index;
    this.#caseDiagnostics = caseDiagnostics;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only, diagnostics }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    if (this.#openNotes.noteOf(document) === undefined) return [];
    const { disabled, fixAllActions, quickFixActions } = await import('../later');
    const fault = await (await import('../later')).faultOf(document);
    const open = this.#openNotes.noteOf(document);
    if (open === undefined || token.isCancellationRequested) return [];
    if (only !== undefined && fixAllKind.intersects(only) && !isQuickFix(only))
      return fault === undefined ? fixAllActions(open, fixAllKind) : [];
    const { uri } = document;
    const caseProblems = await this.#caseDiagnostics.problemsOf(uri);
    const actions = await quickFixActions(open, caseProblems, this.#index, range, diagnostics);
    return fault === undefined ? actions : disabled(actions, fault);
  }
}

function isQuickFix(kind: vscode.CodeActionKind): boolean {
  return vscode.CodeActionKind.QuickFix.intersects(kind);
}
