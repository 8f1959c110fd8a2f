import * as vscode from 'vscode';
import type { Services } from '../services/services';
import { DisposableStore } from '../services/tools/disposableStore';
import type { AgreementPanels } from './agreementPanels';
import { agreementViewType } from './agreementViewType';

/** *Compare Raters*, *Copy for Rater* and *Make Consensus*; what they need is loaded when it is used. */
export class AgreementViews extends DisposableStore {
  readonly #parts: Services;
  #panels: Promise<AgreementPanels> | undefined;

  constructor(parts: Services) {
    super();
    this.#parts = parts;
    this.register(
      vscode.window.registerWebviewPanelSerializer(agreementViewType, {
        deserializeWebviewPanel: async (panel, state) => (await this.#loaded()).restore(panel, state),
      }),
    );
  }

  /** Shows how far the raters of transcripts agree. */
  async compareRaters(): Promise<void> {
    await (await this.#loaded()).show();
  }

  /** Copies the page in front. */
  async copyComparison(): Promise<void> {
    await (await this.#loaded()).active?.copy();
  }

  /** Saves the page in front where the user says. */
  async saveComparison(): Promise<void> {
    await (await this.#loaded()).active?.save();
  }

  /** Makes a copy of the active transcript for another rater. */
  async copyForRater(): Promise<void> {
    await (await import('../research')).copyForRaterCommand(this.#parts);
  }

  /** Makes one version out of those of the active transcript. */
  async makeConsensus(): Promise<void> {
    await (await import('../research')).makeConsensus(this.#parts);
  }

  #loaded(): Promise<AgreementPanels> {
    this.#panels ??= import('../research').then(loaded =>
      this.register(new loaded.AgreementPanels(this.#parts)),
    );
    return this.#panels;
  }
}
