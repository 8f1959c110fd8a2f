import { message } from '../../core/message';
import { transcriptCsv } from '../../core/progress/transcriptCsv';
import type { TranscriptProfile } from '../../core/progress/transcriptProfile';
import { render } from '../../l10n/catalogue';
import { type Cursor, type Explored, Exploring, type Guide } from '../progress/exploring';
import { focusedPlace } from '../progress/focusedPlace';
import { type Frame, frameFor } from '../progress/frame';
import { button, element } from '../progress/page';
import { currentPalette, type Palette, themePalette } from '../progress/palette';
import type { PageHost } from '../progress/progressPage';
import { roomAcross, svgFile } from '../progress/savedPicture';
import { keepNamesInSight } from '../progress/stickyNames';
import { Tooltip } from '../progress/tooltip';
import { frequencyPicture } from './frequencyPicture';
import { profileTables } from './profileTables';
import { roleLegend } from './roleLegend';
import { stagesHeight, stripPictures } from './stripPicture';
import { columnWords, stageName, summaryWords } from './words';

/** A transcript as the page shows it. */
interface Shown {
  readonly file: string;
  readonly profile: TranscriptProfile;
}

/** The page of one transcript: its strip, the frequencies of its codes, and the tables that say the same. */
export class TranscriptPage {
  readonly #host: PageHost;
  readonly #main = element('main');
  readonly #tooltip = new Tooltip();
  readonly #spoken = element('div', { class: 'unseen', 'aria-live': 'polite' });
  /** Where the keys have moved to in each picture. */
  readonly #cursors: Cursor[] = [];
  #shown: Shown | undefined;
  #drawnWidth = 0;

  constructor(host: PageHost) {
    this.#host = host;
    document.body.append(this.#main, this.#tooltip.element, this.#spoken);
    window.addEventListener('resize', () => this.#resized());
    document.addEventListener('scroll', () => this.#tooltip.show([], undefined), { capture: true });
  }

  /** Shows a transcript, in place of what is shown. */
  show(shown: Shown): void {
    const restoreFocus = focusedPlace(this.#main);
    this.#shown = shown;
    this.#tooltip.show([], undefined);
    this.#main.replaceChildren(...this.#content(shown));
    restoreFocus();
  }

  /** Says why there is nothing to show. */
  explain(words: string): void {
    this.#shown = undefined;
    this.#tooltip.show([], undefined);
    this.#main.replaceChildren(element('p', { class: 'explanation' }, words));
  }

  #content(shown: Shown): readonly HTMLElement[] {
    const { file, profile } = shown;
    const header = element(
      'header',
      {},
      element('h1', {}, nameOf(file)),
      element('p', {}, summaryWords(profile)),
    );
    if (profile.turns === 0) {
      return [header, element('p', { class: 'explanation' }, render(message('picture.no-turns')))];
    }
    const pictures = this.#pictures(profile);
    const tables = element('div', {}, ...profileTables(profile));
    const setShown = (isShown: boolean): void => {
      // Out of sight, the tables are there for screen readers all the same.
      tables.className = isShown ? 'scroller' : 'unseen';
      pictures.hidden = isShown;
    };
    setShown(this.#host.tableShown);
    header.append(this.#toolbar(shown, setShown));
    return [header, pictures, tables];
  }

  #toolbar({ file, profile }: Shown, setTableShown: (shown: boolean) => void): HTMLElement {
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
      button('progress.save-svg', () => this.#host.save('svg', savedStrip(file, profile))),
      button('progress.save-csv', () => this.#host.save('csv', transcriptCsv(file, profile))),
    );
  }

  #pictures(profile: TranscriptProfile): HTMLElement {
    this.#drawnWidth = document.documentElement.clientWidth;
    const { strip, stripFrame, frequencies, stageFrame } = drawn(
      profile,
      this.#drawnWidth - 24,
      themePalette,
    );
    const scroller = this.#scroller(strip, stripFrame, profile.columns.map(columnWords), 0);
    scroller.style.scrollPadding = `${stagesHeight}px 0 0 ${stripFrame.labels}px`;
    const below = this.#scroller(frequencies, stageFrame, profile.stages.map(stageName), strip.length);
    return element(
      'section',
      { class: 'transcript' },
      roleLegend(profile.roles, Math.max(300, this.#drawnWidth - 40), themePalette),
      element('p', { id: 'keys', class: 'unseen' }, render(message('picture.keys'))),
      scroller,
      element('h2', {}, render(message('picture.frequencies'))),
      below,
    );
  }

  #scroller(
    pictures: readonly Explored[],
    frame: Frame,
    columns: readonly string[],
    firstCursor: number,
  ): HTMLElement {
    const guide: Guide = {
      columns,
      tell: (lines, beside) => this.#tooltip.show(lines, beside),
      say: words => this.#spoken.replaceChildren(words),
      open: target => this.#host.open(target),
    };
    for (const [at, picture] of pictures.entries()) {
      const cursor = this.#cursors[firstCursor + at] ?? { row: 0, column: 0 };
      this.#cursors[firstCursor + at] = cursor;
      new Exploring(picture, frame, cursor, guide);
    }
    const scroller = element('div', { class: 'scroller' }, ...pictures.map(({ svg }) => svg));
    keepNamesInSight(scroller);
    return scroller;
  }

  #resized(): void {
    const width = document.documentElement.clientWidth;
    if (this.#shown !== undefined && width !== this.#drawnWidth && width > 0) this.show(this.#shown);
  }
}

interface Drawn {
  readonly strip: readonly Explored[];
  readonly stripFrame: Frame;
  readonly frequencies: readonly Explored[];
  readonly stageFrame: Frame;
}

function drawn(profile: TranscriptProfile, width: number, palette: Palette): Drawn {
  const stripFrame = frameFor(width, profile.columns.length);
  const stageFrame = frameFor(width, profile.stages.length);
  return {
    stripFrame,
    stageFrame,
    // What is opened is told by its place alone: the page shows one file.
    strip: stripPictures(profile, '', stripFrame, palette),
    frequencies: profile.codes.length === 0 ? [] : [frequencyPicture(profile, stageFrame, palette)],
  };
}

/** All pictures as one SVG file that needs nothing else, in the colours that the theme has now. */
function savedStrip(file: string, profile: TranscriptProfile): string {
  const palette = currentPalette();
  const { strip, stripFrame, frequencies, stageFrame } = drawn(profile, roomAcross, palette);
  const width = Math.max(stripFrame.width, stageFrame.width);
  const parts = [
    roleLegend(profile.roles, width, palette),
    ...[...strip, ...frequencies].map(({ svg }) => svg),
  ];
  return svgFile(`${nameOf(file)} · ${summaryWords(profile)}`, parts, width, palette);
}

function nameOf(file: string): string {
  return file.split('/').at(-1) ?? file;
}
