import { literalMarkdown } from '../text/literalMarkdown';
import type { TextRange } from '../text/textRange';
import type { Cell, Report, Table } from './agreementReport';
import type { VersionPlace } from './version';

/** A stretch of a page that leads to a turn. */
export interface PageLink {
  readonly range: TextRange;
  readonly place: VersionPlace;
}

/** A report as a page of Markdown, one line end at its end, and what in it leads where. */
export interface ReportPage {
  readonly text: string;
  readonly links: readonly PageLink[];
}

/** Lays a report out as Markdown whose source reads as well as its preview; nothing from a transcript becomes markup. */
export function reportMarkdown({ title, lines, sections }: Report): ReportPage {
  const page = new Page();
  page.paragraph(`# ${literalMarkdown(title)}`);
  for (const line of lines) page.paragraph(literalMarkdown(line));
  for (const section of sections) {
    page.paragraph(`## ${literalMarkdown(section.title)}`);
    for (const line of section.lines) page.paragraph(literalMarkdown(line));
    if (section.table !== undefined) page.table(section.table);
  }
  return { text: page.text, links: page.links };
}

class Page {
  text = '';
  readonly links: PageLink[] = [];

  paragraph(line: string): void {
    this.text += `${this.text === '' ? '' : '\n'}${line}\n`;
  }

  table({ head, rows }: Table): void {
    const headCells = head.map(text => ({ text: cellText(text) }));
    const written = rows.map(row => row.map(cell => ({ ...cell, text: cellText(cell.text) })));
    const widths = columnWidths([headCells, ...written].map(row => row.map(({ text }) => text)));
    this.text += '\n';
    this.#row(headCells, widths);
    this.text += `|${widths.map(width => '-'.repeat(width + 2)).join('|')}|\n`;
    for (const row of written) this.#row(row, widths);
  }

  #row(row: readonly Cell[], widths: readonly number[]): void {
    this.text += '|';
    for (const [column, { text, place }] of row.entries()) {
      const start = this.text.length + 1;
      this.text += ` ${padded(text, widths[column] ?? 0)} |`;
      if (place !== undefined) this.links.push({ range: { start, end: start + text.length }, place });
    }
    this.text += '\n';
  }
}

function cellText(text: string): string {
  return literalMarkdown(text).replaceAll('|', '\\|');
}

/** The width of each column of a table, in code points: that of its longest cell. */
export function columnWidths(rows: readonly (readonly string[])[]): readonly number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, text] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, [...text].length);
  }
  return widths;
}

/** A text with blanks behind it, so that it takes `width` code points. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - [...text].length));
}
