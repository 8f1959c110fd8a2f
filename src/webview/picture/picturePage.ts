import { message } from '../../core/message';
import type { CsvOptions } from '../../core/text/csv';
import { render } from '../../l10n/catalogue';
import { excelCsv } from '../../l10n/excelCsv';
import { element } from './element';
import { type Cursor, type Explored, Exploring, type Guide } from './exploring';
import { focusedPlace } from './focusedPlace';
import type { Frame } from './frame';
import type { NoteTarget, SavedFormat } from './messages';
import { button } from './page';
import { keepNamesInSight } from './stickyNames';
import { Tooltip } from './tooltip';

/** What a page asks of its window. */
interface PageHost {
  open(target: NoteTarget): void;
  save(format: SavedFormat, text: string): void;
  /** Whether the table is shown is kept over a reload. */
  readonly tableShown: boolean;
  keepTableShown(shown: boolean): void;
}

/** Draws into a page. */
export interface Drawing {
  /** The room across, in CSS pixels. */
  readonly width: number;
  /** Pictures below each other that are scrolled and explored together; the keys begin at `start` in each. */
  scroller(
    pictures: readonly Explored[],
    frame: Frame,
    columns: readonly string[],
    start: Cursor,
  ): HTMLElement;
}

/** What a page shows pictures of, such as a case. */
export interface Subject<Shown> {
  heading(shown: Shown): string;
  summary(shown: Shown): string;
  /** Why there is nothing to draw, if there is nothing. */
  emptiness(shown: Shown): string | undefined;
  draw(shown: Shown, drawing: Drawing): HTMLElement;
  /** The tables that say what the pictures show. */
  tables(shown: Shown, open: (target: NoteTarget) => void): readonly HTMLElement[];
  svg(shown: Shown): string;
  csv(shown: Shown, options?: CsvOptions): string;
}

/** A page of pictures, and the tables that say the same. */
export class PicturePage<Shown> {
  readonly #subject: Subject<Shown>;
  readonly #host: PageHost;
  readonly #main = element('main');
  readonly #tooltip = new Tooltip();
  readonly #spoken = element('div', { class: 'unseen', 'aria-live': 'polite' });
  /** Where the keys have moved to in each picture. */
  readonly #cursors: Cursor[] = [];
  #shown: Shown | undefined;
  #drawnWidth = 0;

  constructor(subject: Subject<Shown>, host: PageHost) {
    this.#subject = subject;
    this.#host = host;
    document.body.append(this.#main, this.#tooltip.element, this.#spoken);
    window.addEventListener('resize', () => this.#resized());
    document.addEventListener('scroll', () => this.#tooltip.show([], undefined), { capture: true });
  }

  /** Shows something, in place of what is shown; the focus and what is scrolled into sight stay. */
  show(shown: Shown): void {
    const scrolled = this.#scrollers().map(({ scrollLeft, scrollTop }) => ({ scrollLeft, scrollTop }));
    const restoreFocus = focusedPlace(this.#main);
    this.#shown = shown;
    this.#tooltip.show([], undefined);
    this.#main.replaceChildren(...this.#content(shown));
    for (const [at, scroller] of this.#scrollers().entries()) Object.assign(scroller, scrolled[at]);
    restoreFocus();
  }

  /** Says why there is nothing to show. */
  explain(words: string): void {
    this.#shown = undefined;
    this.#tooltip.show([], undefined);
    this.#main.replaceChildren(element('p', { class: 'explanation' }, words));
  }

  #content(shown: Shown): readonly HTMLElement[] {
    const header = element(
      'header',
      {},
      element('h1', {}, this.#subject.heading(shown)),
      element('p', {}, this.#subject.summary(shown)),
    );
    const emptiness = this.#subject.emptiness(shown);
    if (emptiness !== undefined) return [header, element('p', { class: 'explanation' }, emptiness)];
    const pictures = this.#pictures(shown);
    const open = (target: NoteTarget): void => this.#host.open(target);
    const naming = { role: 'region', 'aria-label': this.#subject.heading(shown) };
    const tables = element('div', naming, ...this.#subject.tables(shown, open));
    const setShown = (isShown: boolean): void => {
      // Out of sight, the tables are there for screen readers all the same.
      tables.className = isShown ? 'scroller' : 'unseen';
      // What scrolls is to be scrolled by keys, too.
      if (isShown) tables.tabIndex = 0;
      else tables.removeAttribute('tabindex');
      pictures.hidden = isShown;
    };
    setShown(this.#host.tableShown);
    header.append(this.#toolbar(shown, setShown));
    return [header, pictures, tables];
  }

  #toolbar(shown: Shown, setTableShown: (isShown: boolean) => void): HTMLElement {
    const toggle = button('progress.show-table', () => {
      const isShown = toggle.getAttribute('aria-pressed') !== 'true';
      toggle.setAttribute('aria-pressed', String(isShown));
      setTableShown(isShown);
      this.#host.keepTableShown(isShown);
    });
    toggle.setAttribute('aria-pressed', String(this.#host.tableShown));
    return element(
      'div',
      { class: 'tools' },
      toggle,
      button('progress.save-svg', () => this.#host.save('svg', this.#subject.svg(shown))),
      button('progress.save-csv', () => this.#host.save('csv', this.#subject.csv(shown))),
      button('progress.save-excel', () => this.#host.save('csv', this.#subject.csv(shown, excelCsv()))),
    );
  }

  #pictures(shown: Shown): HTMLElement {
    this.#drawnWidth = document.documentElement.clientWidth;
    let drawn = 0;
    return this.#subject.draw(shown, {
      width: this.#drawnWidth,
      scroller: (pictures, frame, columns, start) => {
        const guide = this.#guide(columns);
        for (const picture of pictures) {
          const cursor = this.#cursors[drawn] ?? { ...start };
          this.#cursors[drawn] = cursor;
          drawn++;
          new Exploring(picture, frame, cursor, guide);
        }
        const scroller = element('div', { class: 'scroller' }, ...pictures.map(({ svg }) => svg));
        keepNamesInSight(scroller);
        return scroller;
      },
    });
  }

  #guide(columns: readonly string[]): Guide {
    return {
      columns,
      tell: (lines, beside) => this.#tooltip.show(lines, beside),
      say: words => this.#spoken.replaceChildren(words),
      open: target => this.#host.open(target),
    };
  }

  #resized(): void {
    const width = document.documentElement.clientWidth;
    if (this.#shown !== undefined && width !== this.#drawnWidth && width > 0) this.show(this.#shown);
  }

  #scrollers(): readonly Element[] {
    return [...this.#main.querySelectorAll('.scroller')];
  }
}

/** What the keys do in a picture, for screen readers: the pictures name it as their description. */
export function keysExplained(key: 'progress.keys' | 'picture.keys'): HTMLElement {
  return element('p', { id: 'keys', class: 'unseen' }, render(message(key)));
}
