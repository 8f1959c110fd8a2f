import * as vscode from 'vscode';
import type { CasePlace } from '../../webview/progress/messages';
import { asPlace, casePlaceOf, placeKey } from '../services/casePlace';
import { pageFolders, pageHtml } from '../services/pageHtml';
import type { RootCase } from '../services/roots';
import type { Services } from '../services/services';
import { DisposableStore } from '../services/tools/disposableStore';
import { progressViewType } from './caseViewIds';
import { ProgressPanel } from './progressPanel';

/** The tabs of *Case Progress*: one a case. */
export class ProgressPanels extends DisposableStore {
  readonly #parts: Services;
  readonly #panels = new Map<string, ProgressPanel>();

  constructor(parts: Services) {
    super();
    this.#parts = parts;
  }

  /** Shows a case in its tab, in a new one if it has none. */
  show(found: RootCase): void {
    const place = casePlaceOf(found);
    const known = this.#panels.get(placeKey(place));
    if (known !== undefined) {
      known.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(progressViewType, '', vscode.ViewColumn.Active);
    this.#fill(panel, place);
  }

  /** Takes a tab that VS Code kept over a reload; closes it when what it showed cannot be told. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const place = asPlace(state);
    if (place === undefined || this.#panels.has(placeKey(place))) panel.dispose();
    else this.#fill(panel, place);
  }

  #fill(panel: vscode.WebviewPanel, place: CasePlace): void {
    const { extensionUri } = this.#parts;
    panel.webview.options = { enableScripts: true, localResourceRoots: pageFolders(extensionUri) };
    const key = placeKey(place);
    const made = this.register(new ProgressPanel(panel, place, this.#parts));
    this.#panels.set(key, made);
    panel.onDidDispose(() => {
      this.#panels.delete(key);
      made.dispose();
    });
    panel.webview.html = pageHtml(panel.webview, extensionUri, 'progress');
  }
}
