import * as vscode from 'vscode';
import type { NoteIndex } from './noteIndex';
import type { OpenNote, OpenNotes } from './openNotes';
import { setContext } from './tools/contextKeys';
import { DisposableStore } from './tools/disposableStore';

/** The session note in the active editor, and the context keys that follow it. */
export class ActiveNote extends DisposableStore {
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  /** Fires when another note is active, its text has settled, or its case changed. */
  readonly onDidChange = this.#changed.event;
  readonly #openNotes: OpenNotes;

  constructor(openNotes: OpenNotes, index: NoteIndex) {
    super();
    this.#openNotes = openNotes;
    this.register(vscode.window.onDidChangeActiveTextEditor(() => this.#update()));
    this.register(
      index.onDidChange(change => {
        const uri = vscode.window.activeTextEditor?.document.uri;
        if (uri !== undefined && index.isConcerned(uri, change)) this.#update();
      }),
    );
    this.#update();
  }

  /** The active editor and its note, if it shows one. */
  get current(): { readonly editor: vscode.TextEditor; readonly open: OpenNote } | undefined {
    const editor = vscode.window.activeTextEditor;
    const open = editor === undefined ? undefined : this.#openNotes.noteOf(editor.document);
    return editor === undefined || open === undefined ? undefined : { editor, open };
  }

  #update(): void {
    const open = this.current?.open;
    setContext('sessionNotes.inNote', open !== undefined);
    setContext('sessionNotes.inDraft', open?.note.frontMatter.draft === true);
    this.#changed.fire();
  }
}
