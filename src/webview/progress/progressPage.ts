import { message } from '../../core/message';
import type { CaseProgress } from '../../core/progress/caseProgress';
import { progressCsv } from '../../core/progress/progressCsv';
import { render } from '../../l10n/catalogue';
import { type CourseRow, courseRows } from './courseRows';
import { courseTable } from './courseTable';
import { type Cursor, Exploring, type Guide } from './exploring';
import { focusedPlace } from './focusedPlace';
import { frameFor } from './frame';
import { legendPicture } from './legendPicture';
import type { NoteTarget, SavedFormat } from './messages';
import { button, element } from './page';
import { themePalette } from './palette';
import { picturesOf } from './pictures';
import { savedPicture } from './savedPicture';
import { sessionsHeight } from './sessionsPicture';
import { keepNamesInSight } from './stickyNames';
import { Tooltip } from './tooltip';
import { clientName, countWords, sessionWords } from './words';

/** What the page asks of its window. */
export interface PageHost {
  open(target: NoteTarget): void;
  save(format: SavedFormat, text: string): void;
  /** Whether the table is shown is kept over a reload. */
  readonly tableShown: boolean;
  keepTableShown(shown: boolean): void;
}

/** The page of one case: its pictures, and the table that says the same. */
export class ProgressPage {
  readonly #host: PageHost;
  readonly #main = element('main');
  readonly #tooltip = new Tooltip();
  readonly #spoken = element('div', { class: 'unseen', 'aria-live': 'polite' });
  /** Where the keys have moved to in each picture: at first to the newest session. */
  readonly #cursors: Cursor[] = [];
  #progress: CaseProgress | undefined;
  #drawnWidth = 0;

  constructor(host: PageHost) {
    this.#host = host;
    document.body.append(this.#main, this.#tooltip.element, this.#spoken);
    window.addEventListener('resize', () => this.#resized());
    document.addEventListener('scroll', () => this.#tooltip.show([], undefined), { capture: true });
  }

  /** Shows a case, in place of what is shown. */
  show(progress: CaseProgress): void {
    const { scrollLeft, scrollTop } = this.#scroller() ?? { scrollLeft: 0, scrollTop: 0 };
    const restoreFocus = focusedPlace(this.#main);
    this.#progress = progress;
    this.#tooltip.show([], undefined);
    this.#main.replaceChildren(...this.#content(progress));
    this.#scroller()?.scrollTo(scrollLeft, scrollTop);
    restoreFocus();
  }

  /** Says why there is no case to show. */
  explain(words: string): void {
    this.#progress = undefined;
    this.#tooltip.show([], undefined);
    this.#main.replaceChildren(element('p', { class: 'explanation' }, words));
  }

  #content(progress: CaseProgress): readonly HTMLElement[] {
    const header = element(
      'header',
      {},
      element('h1', {}, clientName(progress)),
      element('p', {}, countWords(progress)),
    );
    if (progress.sessions.length === 0) {
      return [header, element('p', { class: 'explanation' }, render(message('progress.no-sessions')))];
    }
    const rows = courseRows(progress);
    const pictures = this.#pictures(progress, rows);
    const table = element(
      'div',
      {},
      courseTable(progress, rows, target => this.#host.open(target)),
    );
    const setShown = (shown: boolean): void => {
      // Out of sight, the table is there for screen readers all the same.
      table.className = shown ? 'scroller' : 'unseen';
      pictures.hidden = shown;
    };
    setShown(this.#host.tableShown);
    header.append(this.#toolbar(progress, setShown));
    return [header, pictures, table];
  }

  #toolbar(progress: CaseProgress, setTableShown: (shown: boolean) => void): HTMLElement {
    const toggle = button('progress.show-table', () => {
      const shown = toggle.getAttribute('aria-pressed') !== 'true';
      toggle.setAttribute('aria-pressed', String(shown));
      setTableShown(shown);
      this.#host.keepTableShown(shown);
    });
    toggle.setAttribute('aria-pressed', String(this.#host.tableShown));
    return element(
      'div',
      { class: 'tools' },
      toggle,
      button('progress.save-svg', () => this.#host.save('svg', savedPicture(progress))),
      button('progress.save-csv', () => this.#host.save('csv', progressCsv(progress))),
    );
  }

  #pictures(progress: CaseProgress, rows: readonly CourseRow[]): HTMLElement {
    this.#drawnWidth = document.documentElement.clientWidth;
    const frame = frameFor(this.#drawnWidth - 24, progress.sessions.length);
    const guide: Guide = {
      columns: progress.sessions.map(sessionWords),
      tell: (lines, beside) => this.#tooltip.show(lines, beside),
      say: words => this.#spoken.replaceChildren(words),
      open: target => this.#host.open(target),
    };
    const pictures = picturesOf(progress, rows, frame, themePalette);
    pictures.forEach((picture, at) => {
      const cursor = this.#cursors[at] ?? { row: 0, column: frame.columns - 1 };
      this.#cursors[at] = cursor;
      new Exploring(picture, frame, cursor, guide);
    });
    const scroller = element('div', { class: 'scroller' }, ...pictures.map(({ svg }) => svg));
    scroller.style.scrollPadding = `${sessionsHeight}px 0 0 ${frame.labels}px`;
    keepNamesInSight(scroller);
    return element(
      'section',
      {},
      legendPicture(Math.max(300, this.#drawnWidth - 40), themePalette),
      element('p', { id: 'keys', class: 'unseen' }, render(message('progress.keys'))),
      scroller,
    );
  }

  #resized(): void {
    const width = document.documentElement.clientWidth;
    if (this.#progress !== undefined && width !== this.#drawnWidth && width > 0) this.show(this.#progress);
  }

  #scroller(): Element | null {
    return this.#main.querySelector('.scroller');
  }
}
