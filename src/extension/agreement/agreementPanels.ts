import * as vscode from 'vscode';
import type { AgreementQuestion } from '../../webview/agreement/messages';
import { pageFolders, pageHtml } from '../services/pageHtml';
import type { Services } from '../services/services';
import { DisposableStore } from '../services/tools/disposableStore';
import { AgreementPanel } from './agreementPanel';
import { asQuestion } from './agreementQuestion';
import { agreementViewType } from './agreementViewType';
import { pickQuestion } from './pickQuestion';

/** The tabs that say how far raters agree: one a question. */
export class AgreementPanels extends DisposableStore {
  readonly #parts: Services;
  readonly #panels = new Map<string, AgreementPanel>();

  constructor(parts: Services) {
    super();
    this.#parts = parts;
  }

  /** Asks what is to be compared, and shows it in its tab, in a new one if it has none. */
  async show(): Promise<void> {
    const question = await pickQuestion(this.#parts);
    if (question === undefined) return;
    const known = this.#panels.get(keyOf(question));
    if (known !== undefined) known.reveal();
    else
      this.#fill(vscode.window.createWebviewPanel(agreementViewType, '', vscode.ViewColumn.Active), question);
  }

  /** The page in front, if it is one of these. */
  get active(): AgreementPanel | undefined {
    return [...this.#panels.values()].find(({ isActive }) => isActive);
  }

  /** Takes a tab that VS Code kept over a reload; closes it when what it showed cannot be told. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const question = asQuestion(state);
    if (question === undefined || this.#panels.has(keyOf(question))) panel.dispose();
    else this.#fill(panel, question);
  }

  #fill(panel: vscode.WebviewPanel, question: AgreementQuestion): void {
    const { extensionUri } = this.#parts;
    panel.webview.options = { enableScripts: true, localResourceRoots: pageFolders(extensionUri) };
    const made = this.register(new AgreementPanel(panel, question, this.#parts));
    const key = keyOf(question);
    this.#panels.set(key, made);
    panel.onDidDispose(() => {
      this.#panels.delete(key);
      made.dispose();
    });
    panel.webview.html = pageHtml(panel.webview, extensionUri, 'agreement');
  }
}

/** The same for the same question, in whatever order its parts were named. */
function keyOf({ on, unit, uncoded, roles, transcript }: AgreementQuestion): string {
  return JSON.stringify([on, unit, uncoded, roles, transcript]);
}
