import { columnMiddle, type Frame } from './frame';
import type { NoteTarget } from './messages';
import { dotted, type Spot } from './texts';

/** A stretch of a picture from top to bottom, with something to say about each of its columns. In CSS pixels. */
interface Band {
  readonly top: number;
  readonly height: number;
  /** What it shows. */
  readonly label: string;
  readonly facts: readonly string[];
  readonly spots: readonly Spot[];
}

/** A picture that can be explored. */
export interface Explored {
  readonly svg: SVGSVGElement;
  readonly label: string;
  readonly bands: readonly Band[];
}

/** Where the keys have moved to in a picture; it outlives the picture, which is drawn anew when the case changes. */
export interface Cursor {
  row: number;
  column: number;
}

/** What pointing at a picture and moving in it leads to. */
export interface Guide {
  /** The words of each column, such as its session. */
  readonly columns: readonly string[];
  /** Shows lines beside a place of the window; without lines, hides them. */
  tell(lines: readonly string[], beside: DOMRect | undefined): void;
  /** Says words to a screen reader. */
  say(words: string): void;
  open(target: NoteTarget): void;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * Makes a picture something to point at, to click and to move in by keys: it takes the focus as a whole, arrow keys
 * move from place to place, Enter opens the note there. The picture itself has no parts that a screen reader would
 * have to wade through; the table beside it says the same in order.
 */
export class Exploring {
  readonly #svg: SVGSVGElement;
  readonly #frame: Frame;
  readonly #bands: readonly Band[];
  readonly #guide: Guide;
  readonly #cursor: Cursor;
  readonly #ring: SVGRectElement;

  constructor({ svg, label, bands }: Explored, frame: Frame, cursor: Cursor, guide: Guide) {
    this.#svg = svg;
    this.#frame = frame;
    this.#bands = bands;
    this.#guide = guide;
    this.#cursor = cursor;
    this.#keepInside();
    this.#ring = document.createElementNS(svgNamespace, 'rect');
    this.#ring.setAttribute('class', 'ring');
    this.#ring.setAttribute('visibility', 'hidden');
    for (const part of svg.children) part.setAttribute('aria-hidden', 'true');
    // What they would show is told at once, and more.
    for (const title of svg.querySelectorAll('title')) title.remove();
    svg.append(this.#ring);
    svg.setAttribute('tabindex', '0');
    svg.setAttribute('role', 'application');
    svg.setAttribute('aria-label', label);
    svg.setAttribute('aria-describedby', 'keys');
    this.#listen();
  }

  #listen(): void {
    this.#svg.addEventListener('pointermove', event => this.#point(event));
    this.#svg.addEventListener('pointerleave', () => this.#leave());
    this.#svg.addEventListener('click', event => this.#click(event));
    this.#svg.addEventListener('keydown', event => this.#key(event));
    this.#svg.addEventListener('focus', () => this.#arrive());
    this.#svg.addEventListener('blur', () => this.#leave());
  }

  #point(event: PointerEvent): void {
    const place = this.#placeAt(event);
    if (place === undefined) {
      this.#leave();
      return;
    }
    this.#svg.style.cursor = this.#spotAt(place.row, place.column)?.target === undefined ? '' : 'pointer';
    this.#show(place.row, place.column);
  }

  #click(event: MouseEvent): void {
    const place = this.#placeAt(event);
    if (place === undefined || place.column === undefined) return;
    this.#cursor.row = place.row;
    this.#cursor.column = place.column;
    this.#open();
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey) return;
    const { key } = event;
    if (key === 'Enter' || key === ' ') this.#open();
    else if (key === 'Escape') this.#leave();
    else if (!this.#move(key, event.ctrlKey)) return;
    event.preventDefault();
  }

  #move(key: string, far: boolean): boolean {
    const cursor = this.#cursor;
    if (key === 'ArrowLeft') cursor.column--;
    else if (key === 'ArrowRight') cursor.column++;
    else if (key === 'ArrowUp') cursor.row--;
    else if (key === 'ArrowDown') cursor.row++;
    else if (key === 'Home') cursor.column = 0;
    else if (key === 'End') cursor.column = this.#frame.columns - 1;
    else return false;
    if (far && key === 'Home') cursor.row = 0;
    if (far && key === 'End') cursor.row = this.#bands.length - 1;
    this.#keepInside();
    this.#arrive();
    return true;
  }

  #keepInside(): void {
    const cursor = this.#cursor;
    cursor.row = Math.max(0, Math.min(this.#bands.length - 1, cursor.row));
    cursor.column = Math.max(0, Math.min(this.#frame.columns - 1, cursor.column));
  }

  #arrive(): void {
    // A click gives the focus too, and has said what it leads to already.
    if (!this.#svg.matches(':focus-visible')) return;
    this.#show(this.#cursor.row, this.#cursor.column);
    this.#ring.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.#guide.say(this.#linesAt(this.#cursor.row, this.#cursor.column).join(', '));
  }

  #leave(): void {
    this.#ring.setAttribute('visibility', 'hidden');
    this.#guide.tell([], undefined);
  }

  #open(): void {
    const target = this.#spotAt(this.#cursor.row, this.#cursor.column)?.target;
    if (target !== undefined) this.#guide.open(target);
  }

  /** `column` is undefined for the name of the row. */
  #show(row: number, column: number | undefined): void {
    const band = this.#bands[row];
    if (band === undefined) return;
    const { labels, column: width } = this.#frame;
    const left = column === undefined ? 0 : columnMiddle(this.#frame, column) - width / 2;
    place(this.#ring, {
      left,
      top: band.top,
      width: column === undefined ? labels : width,
      height: band.height,
    });
    this.#guide.tell(this.#linesAt(row, column), this.#ring.getBoundingClientRect());
  }

  #linesAt(row: number, column: number | undefined): readonly string[] {
    const band = this.#bands[row];
    if (band === undefined) return [];
    const spot = this.#spotAt(row, column);
    const session = column === undefined ? undefined : this.#guide.columns[column];
    const lines = [band.label, dotted(band.facts), session, spot?.words, ...(spot?.details ?? [])];
    // The heading's own words are those of its session.
    return [...new Set(lines.filter(line => line !== undefined).filter(line => line !== ''))];
  }

  #spotAt(row: number, column: number | undefined): Spot | undefined {
    return column === undefined ? undefined : this.#bands[row]?.spots[column];
  }

  #placeAt(event: MouseEvent): { readonly row: number; readonly column: number | undefined } | undefined {
    const { left, top } = this.#svg.getBoundingClientRect();
    const y = event.clientY - top;
    const row = this.#bands.findIndex(band => y >= band.top && y < band.top + band.height);
    if (row < 0) return undefined;
    const { labels, column: width, columns } = this.#frame;
    // The names stay in sight when the columns are scrolled.
    const seenLeft = Math.max(left, this.#svg.parentElement?.getBoundingClientRect().left ?? left);
    if (event.clientX - seenLeft < labels) return { row, column: undefined };
    const column = Math.floor((event.clientX - left - labels) / width);
    return column < columns ? { row, column } : undefined;
  }
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function place(ring: SVGRectElement, { left, top, width, height }: Box): void {
  ring.setAttribute('x', String(left + 1));
  ring.setAttribute('y', String(top + 1));
  ring.setAttribute('width', String(width - 2));
  ring.setAttribute('height', String(height - 2));
  ring.setAttribute('visibility', 'visible');
}
