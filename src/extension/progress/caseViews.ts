import * as vscode from 'vscode';
import type { CaseRow } from '../services/caseRow';
import type { RootCase } from '../services/roots';
import type { Services } from '../services/services';
import { DisposableStore } from '../services/tools/disposableStore';
import { briefScheme, progressViewType } from './caseViewIds';
import type { ProgressPanels } from './progressPanels';
import type { SessionBriefs } from './sessionBriefs';

/**
 * *Case Progress* and *Session Brief*. VS Code is told of both at once, so that they come back after a reload of the
 * window; what they need is loaded when the first is shown.
 */
export class CaseViews extends DisposableStore {
  readonly #parts: Services;
  readonly #briefChanged = this.register(new vscode.EventEmitter<vscode.Uri>());
  #panels: Promise<ProgressPanels> | undefined;
  #briefs: Promise<SessionBriefs> | undefined;

  constructor(parts: Services) {
    super();
    this.#parts = parts;
    this.register(
      vscode.window.registerWebviewPanelSerializer(progressViewType, {
        deserializeWebviewPanel: async (panel, state) => (await this.#loadedPanels()).restore(panel, state),
      }),
    );
    this.register(
      vscode.workspace.registerTextDocumentContentProvider(briefScheme, {
        onDidChange: this.#briefChanged.event,
        provideTextDocumentContent: async uri => (await this.#loadedBriefs()).text(uri),
      }),
    );
  }

  /** Shows the course of the case of a row, of the active note, or of a client that is picked. */
  async showProgress(row?: CaseRow): Promise<void> {
    const found = await this.#pick(row);
    if (found !== undefined) (await this.#loadedPanels()).show(found);
  }

  /** Shows what is to be known before a session, of a case that is told or picked in the same way. */
  async showBrief(row?: CaseRow): Promise<void> {
    const found = await this.#pick(row);
    if (found !== undefined) await (await this.#loadedBriefs()).show(found);
  }

  /** The brief of a case, beside what is being written. */
  async showBriefBeside(found: RootCase): Promise<void> {
    await (await this.#loadedBriefs()).show(found, true);
  }

  /** Copies the brief in the active editor. */
  async copyBrief(): Promise<void> {
    await (await this.#loadedBriefs()).copy();
  }

  async #pick(row: CaseRow | undefined) {
    const { pickCase } = await import('../later');
    return pickCase(row, this.#parts.activeNote, this.#parts.index);
  }

  #loadedPanels(): Promise<ProgressPanels> {
    this.#panels ??= import('../later').then(loaded => this.register(new loaded.ProgressPanels(this.#parts)));
    return this.#panels;
  }

  #loadedBriefs(): Promise<SessionBriefs> {
    this.#briefs ??= import('../later').then(loaded =>
      this.register(new loaded.SessionBriefs(this.#parts, this.#briefChanged)),
    );
    return this.#briefs;
  }
}
