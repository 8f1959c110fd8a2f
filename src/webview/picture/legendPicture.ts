import { type Markish, text } from '@observablehq/plot';
import type { Palette } from './palette';
import { plainSvg } from './plotPicture';

const lineHeight = 22;
/** The width of a letter on average, in pixels, in the 12 px font; a little generous. */
const letterWidth = 7;
const firstPlace = 14;

/** Where something stands in a picture, in CSS pixels. */
export interface LegendPlace {
  readonly x: number;
  readonly y: number;
}

/** A sign and what it means. */
interface LegendEntry {
  readonly words: string;
  /** The sign, drawn at a place. */
  sign(place: LegendPlace): Markish;
}

/** What each sign means, in as many lines as the width (in CSS pixels) takes. */
export function legendPicture(
  label: string,
  entries: readonly LegendEntry[],
  width: number,
  palette: Palette,
): SVGSVGElement {
  const items = arranged(entries, width);
  const height = Math.floor((items.at(-1)?.y ?? 0) + lineHeight / 2);
  const svg = plainSvg({
    width,
    height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    style: { color: palette.ink, fontSize: '12px' },
    marks: items.flatMap(item => [
      item.sign(item),
      text([item], { x: 'x', y: 'y', text: 'words', dx: 12, textAnchor: 'start' }),
    ]),
  });
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `${label}: ${entries.map(({ words }) => words).join(', ')}`);
  return svg;
}

function arranged(entries: readonly LegendEntry[], width: number): readonly (LegendEntry & LegendPlace)[] {
  const items: (LegendEntry & LegendPlace)[] = [];
  let x = firstPlace;
  let y = lineHeight / 2;
  for (const entry of entries) {
    const taken = 36 + entry.words.length * letterWidth;
    if (x > firstPlace && x + taken > width) {
      x = firstPlace;
      y += lineHeight;
    }
    items.push({ ...entry, x, y });
    x += taken;
  }
  return items;
}
