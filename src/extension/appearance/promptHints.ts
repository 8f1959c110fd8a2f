import * as vscode from 'vscode';
import { emptyParts } from '../../core/describe/emptyParts';
import { interfaceLanguage } from '../../l10n/catalogue';
import { isReadAtOnce, type OpenNotes } from '../services/openNotes';
import type { Roots } from '../services/roots';
import { DisposableStore } from '../services/tools/disposableStore';

/** What empty parts of a note ask, in gray where writing begins; nothing of it is in the file. */
export class PromptHints extends DisposableStore {
  readonly #hint = this.register(
    vscode.window.createTextEditorDecorationType({
      after: { color: new vscode.ThemeColor('editorGhostText.foreground'), fontStyle: 'italic' },
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    }),
  );
  readonly #openNotes: OpenNotes;
  readonly #roots: Roots;

  constructor(openNotes: OpenNotes, roots: Roots) {
    super();
    this.#openNotes = openNotes;
    this.#roots = roots;
    const { window, workspace } = vscode;
    this.register(window.onDidChangeVisibleTextEditors(editors => this.#show(editors)));
    // At once: a hint that stays for a moment would stand behind the first letter.
    this.register(
      workspace.onDidChangeTextDocument(({ document }) => {
        if (isReadAtOnce(document)) this.#showIn(document);
      }),
    );
    this.register(openNotes.onDidSettle(document => this.#showIn(document)));
    this.register(roots.onDidChange(() => this.#show(window.visibleTextEditors)));
    this.#show(window.visibleTextEditors);
  }

  #showIn(document: vscode.TextDocument): void {
    this.#show(vscode.window.visibleTextEditors.filter(editor => editor.document === document));
  }

  #show(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors) editor.setDecorations(this.#hint, this.#hintsIn(editor.document));
  }

  #hintsIn(document: vscode.TextDocument): vscode.DecorationOptions[] {
    const open = this.#openNotes.noteOf(document);
    if (open === undefined || this.#roots.rootOf(document.uri).config.prompts === 'comments') return [];
    return emptyParts(open.note, interfaceLanguage()).map(({ line, hint }) => {
      const { end } = document.lineAt(line).range;
      // A no-break space parts it from the marker or title that it stands behind.
      const contentText = end.character === 0 ? hint : `\u00a0${hint}`;
      return { range: new vscode.Range(end, end), renderOptions: { after: { contentText } } };
    });
  }
}
