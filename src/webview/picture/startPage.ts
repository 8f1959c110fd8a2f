import { type InterfaceLanguage, setInterfaceLanguage } from '../../l10n/catalogue';
import type { FromPage } from './messages';
import { PicturePage, type Subject } from './picturePage';

/** What the extension tells a page: what to show, or why there is nothing. */
interface Told {
  readonly language: InterfaceLanguage;
}

/** What VS Code keeps of a page over a reload: what it shows and how, nothing of its words. */
type PageState<Place> = Place & { readonly table: boolean };

declare function acquireVsCodeApi<State>(): {
  postMessage(message: FromPage): void;
  getState(): State | undefined;
  setState(state: State): void;
};

/**
 * Starts a page: from now on it shows what the extension tells it.
 *
 * @param placeOf what VS Code keeps, to find what the page shows after a reload
 * @param show shows what the page was told
 */
export function startPage<Shown, ToPage extends Told, Place extends object>(
  subject: Subject<Shown>,
  placeOf: (told: ToPage) => Place,
  show: (told: ToPage, page: PicturePage<Shown>) => void,
): void {
  const host = acquireVsCodeApi<PageState<Place>>();
  let place: Place | undefined;
  let table = host.getState()?.table ?? false;
  const keepState = (): void => {
    if (place !== undefined) host.setState({ ...place, table });
  };
  const page = new PicturePage(subject, {
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
  receiveNewest<ToPage>(told => {
    place = placeOf(told);
    keepState();
    setInterfaceLanguage(told.language);
    document.documentElement.lang = told.language;
    show(told, page);
  });
  host.postMessage({ kind: 'ready' });
}

/** Of messages that come faster than they can be shown, only the last is. */
function receiveNewest<ToPage>(receive: (told: ToPage) => void): void {
  let newest: ToPage | undefined;
  // Only the window that holds the page sends it messages.
  window.addEventListener('message', (event: MessageEvent<ToPage>) => {
    const isWaiting = newest !== undefined;
    newest = event.data;
    if (isWaiting) return;
    setTimeout(() => {
      const latest = newest;
      newest = undefined;
      if (latest !== undefined) receive(latest);
    });
  });
}
