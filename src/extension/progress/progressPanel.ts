import type * as vscode from 'vscode';
import { message } from '../../core/message';
import { caseProgress } from '../../core/progress/caseProgress';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import type { CasePlace, ToPage } from '../../webview/progress/messages';
import { clientLabel } from '../services/caseLabels';
import { onDidHideWords } from '../services/hiddenWords';
import { changesCase } from '../services/indexChange';
import type { Services } from '../services/services';
import { DisposableStore } from '../services/tools/disposableStore';
import { traceDrawn } from '../services/trace';
import { openTarget } from './openTarget';
import { asPageRequest } from './pageRequest';
import { savePage } from './savePage';

/** One tab of *Case Progress*. It is told its case anew whenever that changed, and never because another did. */
export class ProgressPanel extends DisposableStore {
  readonly #panel: vscode.WebviewPanel;
  readonly #place: CasePlace;
  readonly #parts: Services;

  constructor(panel: vscode.WebviewPanel, place: CasePlace, parts: Services) {
    super();
    this.#panel = panel;
    this.#place = place;
    this.#parts = parts;
    this.register(panel);
    this.register(panel.webview.onDidReceiveMessage(request => void this.#answer(request)));
    this.register(
      parts.index.onDidChange(change => {
        if (changesCase(change, place.root, [place.client])) this.#tell();
      }),
    );
    this.register(parts.language.onDidChange(() => this.#tell()));
    this.register(onDidHideWords(() => this.#entitle()));
    this.#entitle();
  }

  reveal(): void {
    this.#panel.reveal();
  }

  #tell(): void {
    this.#entitle();
    // A page that is out of sight is thrown away; it asks when it is back.
    if (!this.#panel.visible) return;
    void this.#panel.webview.postMessage(this.#content());
    traceDrawn(this.#parts.trace, 'Case Progress');
  }

  #content(): ToPage {
    const { index } = this.#parts;
    const { root, client } = this.#place;
    const common = { place: this.#place, language: interfaceLanguage() };
    const found = index.caseAt(root, client);
    if (found !== undefined) {
      return { ...common, kind: 'case', progress: caseProgress(found.case, found.root.protocols) };
    }
    return { ...common, kind: index.state === 'indexing' ? 'indexing' : 'gone' };
  }

  #entitle(): void {
    const { root, client } = this.#place;
    const known = this.#parts.index.caseAt(root, client)?.case;
    const name = clientLabel(known ?? { key: client, client });
    this.#panel.title = render(message('cases.progress', { client: name }));
  }

  async #answer(said: unknown): Promise<void> {
    const request = asPageRequest(said);
    const { root, client } = this.#place;
    const found = this.#parts.index.caseAt(root, client);
    if (request?.kind === 'ready') this.#tell();
    else if (found === undefined || request === undefined) return;
    else if (request.kind === 'open') {
      await openTarget(request.target, found.root, this.#panel.viewColumn, this.#parts);
    } else await savePage(request, found);
  }
}
