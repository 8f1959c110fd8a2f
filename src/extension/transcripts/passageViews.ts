import * as vscode from 'vscode';
import type { Services } from '../services/services';
import { DisposableStore } from '../services/tools/disposableStore';
import type { CodeElement } from './codeElements';
import type { CodesView } from './codesView';
import type { PassagePages } from './passagePages';
import { passagesScheme } from './passagesScheme';

/** *Show Passages*; what it needs is loaded when it is used. */
export class PassageViews extends DisposableStore {
  readonly #parts: Services;
  readonly #codes: CodesView;
  readonly #changed = this.register(new vscode.EventEmitter<vscode.Uri>());
  #pages: Promise<PassagePages> | undefined;

  constructor(parts: Services, codes: CodesView) {
    super();
    this.#parts = parts;
    this.#codes = codes;
    const { workspace, languages } = vscode;
    this.register(
      workspace.registerTextDocumentContentProvider(passagesScheme, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: async (uri, token) => (await this.#loaded()).text(uri, token),
      }),
    );
    this.register(
      languages.registerDocumentLinkProvider(
        { scheme: passagesScheme },
        { provideDocumentLinks: async document => (await this.#loaded()).links(document) },
      ),
    );
  }

  /** Shows what is coded with the code of a row, or with codes that are picked. */
  async show(row?: CodeElement): Promise<void> {
    await (await this.#loaded()).show(row?.kind === 'code' ? row.code : undefined);
  }

  /** Saves the page in the active editor. */
  async save(): Promise<void> {
    await (await this.#loaded()).save();
  }

  #loaded(): Promise<PassagePages> {
    this.#pages ??= Promise.all([import('../research'), this.#codes.tree()]).then(
      ([loaded, { transcripts }]) =>
        this.register(new loaded.PassagePages(this.#parts, transcripts, this.#changed)),
    );
    return this.#pages;
  }
}
