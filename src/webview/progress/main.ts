import { message } from '../../core/message';
import { render, setInterfaceLanguage } from '../../l10n/catalogue';
import type { CasePlace, FromPage, ToPage } from './messages';
import { ProgressPage } from './progressPage';

/** What VS Code keeps of the page over a reload: which case it shows and how, nothing of its notes. */
interface PageState extends CasePlace {
  readonly table: boolean;
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
};

const host = acquireVsCodeApi();
let place: CasePlace | undefined;
let table = host.getState()?.table ?? false;

const page = new ProgressPage({
  open: target => host.postMessage({ kind: 'open', target }),
  save: (format, text) => host.postMessage({ kind: 'save', format, text }),
  get tableShown() {
    return table;
  },
  keepTableShown(shown) {
    table = shown;
    keepState();
  },
});

function keepState(): void {
  if (place !== undefined) host.setState({ ...place, table });
}

function receive(told: ToPage): void {
  place = told.place;
  keepState();
  setInterfaceLanguage(told.language);
  document.documentElement.lang = told.language;
  if (told.kind === 'case') page.show(told.progress);
  else page.explain(render(message(`progress.${told.kind}`)));
}

let newest: ToPage | undefined;

/** Of messages that come faster than they can be shown, only the last is. */
function receiveSoon(told: ToPage): void {
  const isWaiting = newest !== undefined;
  newest = told;
  if (isWaiting) return;
  setTimeout(() => {
    const latest = newest;
    newest = undefined;
    if (latest !== undefined) receive(latest);
  });
}

// Only the window that holds the page sends it messages.
window.addEventListener('message', (event: MessageEvent<ToPage>) => receiveSoon(event.data));
host.postMessage({ kind: 'ready' });
