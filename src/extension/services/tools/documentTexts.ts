import * as vscode from 'vscode';
import { DisposableStore } from './disposableStore';

/** From this length on, in UTF-16 code units, it takes VS Code long to put a text together from its lines. */
const LONG = 256 * 1024;

interface KnownText {
  readonly version: number;
  readonly text: string;
}

/** The texts of the open documents. That of a long one is made from the one before and what was typed. */
export class DocumentTexts extends DisposableStore {
  readonly #known = new WeakMap<vscode.TextDocument, KnownText>();

  constructor() {
    super();
    this.register(vscode.workspace.onDidChangeTextDocument(event => this.#follow(event)));
  }

  /** What `document.getText()` gives. */
  of(document: vscode.TextDocument): string {
    const known = this.#known.get(document);
    if (known?.version === document.version && known.text.length === lengthOf(document)) return known.text;
    const text = document.getText();
    if (text.length < LONG) this.#known.delete(document);
    else this.#known.set(document, { version: document.version, text });
    return text;
  }

  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const before = this.#known.get(document);
    if (before === undefined || document.version === before.version) return;
    if (document.version !== before.version + 1) {
      this.#known.delete(document);
      return;
    }
    let { text } = before;
    for (const { rangeOffset, rangeLength, text: put } of contentChanges) {
      text = text.slice(0, rangeOffset) + put + text.slice(rangeOffset + rangeLength);
    }
    this.#known.set(document, { version: document.version, text });
  }
}

function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}
