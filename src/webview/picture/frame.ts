/** How a picture is laid out across: names of rows on the left, then one column a session. In CSS pixels. */
export interface Frame {
  readonly labels: number;
  readonly column: number;
  readonly columns: number;
  readonly width: number;
}

const rightMargin = 16;
const narrowestColumn = 12;
const widestColumn = 88;

/** Fits the sessions into a page of this width; it is scrolled only where columns would get too narrow. */
export function frameFor(pageWidth: number, columns: number): Frame {
  const labels = Math.round(Math.min(320, Math.max(140, pageWidth * 0.3)));
  const room = (pageWidth - labels - rightMargin) / Math.max(1, columns);
  const column = Math.floor(Math.min(widestColumn, Math.max(narrowestColumn, room)));
  return { labels, column, columns, width: labels + column * columns + rightMargin };
}

/** The middle of a column, from the left. */
export function columnMiddle({ labels, column }: Frame, at: number): number {
  return labels + (at + 0.5) * column;
}

/** The radius of signs that fit into a column. */
export function signRadius({ column }: Frame): number {
  return Math.min(5, column / 2 - 1.5);
}

/** So many pixels of the 12 px font as a width in ems, as Plot estimates text; a little less, as fonts differ. */
export function textWidth(pixels: number): number {
  return pixels / 12.8;
}
