import * as vscode from 'vscode';
import type { Services } from '../services/services';
import { DisposableStore } from '../services/tools/disposableStore';
import type { AgreementPages } from './agreementPages';
import { agreementScheme } from './agreementScheme';

/** *Compare Raters*, *Copy for Rater* and *Make Consensus*; what they need is loaded when it is used. */
export class AgreementViews extends DisposableStore {
  readonly #parts: Services;
  readonly #changed = this.register(new vscode.EventEmitter<vscode.Uri>());
  #pages: Promise<AgreementPages> | undefined;

  constructor(parts: Services) {
    super();
    this.#parts = parts;
    const { workspace, languages } = vscode;
    this.register(
      workspace.registerTextDocumentContentProvider(agreementScheme, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: async (uri, token) => (await this.#loaded()).text(uri, token),
      }),
    );
    this.register(
      languages.registerDocumentLinkProvider(
        { scheme: agreementScheme },
        { provideDocumentLinks: async document => (await this.#loaded()).links(document) },
      ),
    );
  }

  /** Shows how far the raters of transcripts agree. */
  async compareRaters(): Promise<void> {
    await (await this.#loaded()).show();
  }

  /** Makes a copy of the active transcript for another rater. */
  async copyForRater(): Promise<void> {
    await (await import('../later')).copyForRaterCommand(this.#parts);
  }

  /** Makes one version out of those of the active transcript. */
  async makeConsensus(): Promise<void> {
    await (await import('../later')).makeConsensus(this.#parts);
  }

  #loaded(): Promise<AgreementPages> {
    this.#pages ??= import('../later').then(loaded =>
      this.register(new loaded.AgreementPages(this.#parts, this.#changed)),
    );
    return this.#pages;
  }
}
