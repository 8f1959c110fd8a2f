import { message } from '../../core/message';
import { render, setInterfaceLanguage } from '../../l10n/catalogue';
import type { FromPage } from '../progress/messages';
import type { ToTranscriptPage, TranscriptState } from './messages';
import { TranscriptPage } from './transcriptPage';

/** What VS Code keeps of the page over a reload: which transcript it shows and how, nothing of its words. */
interface PageState extends TranscriptState {
  readonly table: boolean;
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
};

const host = acquireVsCodeApi();
let uri: string | undefined;
let table = host.getState()?.table ?? false;

const page = new TranscriptPage({
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
  if (uri !== undefined) host.setState({ uri, table });
}

function receive(told: ToTranscriptPage): void {
  uri = told.uri;
  keepState();
  setInterfaceLanguage(told.language);
  document.documentElement.lang = told.language;
  if (told.kind === 'profile') page.show(told);
  else page.explain(render(message('picture.gone')));
}

// Only the window that holds the page sends it messages.
window.addEventListener('message', (event: MessageEvent<ToTranscriptPage>) => receive(event.data));
host.postMessage({ kind: 'ready' });
