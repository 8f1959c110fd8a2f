import { literalMarkdown } from '../text/literalMarkdown';
import type { Report, Table } from './agreementReport';

/**
 * Lays a report out as Markdown, one line end at its end, whose source reads as well as its preview; nothing from a
 * transcript becomes markup.
 */
export function reportMarkdown({ title, lines, sections }: Report): string {
  const blocks = [`# ${literalMarkdown(title)}`, ...lines.map(literalMarkdown)];
  for (const section of sections) {
    blocks.push(`## ${literalMarkdown(section.title)}`, ...section.lines.map(literalMarkdown));
    if (section.table !== undefined) blocks.push(tableMarkdown(section.table));
  }
  return `${blocks.join('\n\n')}\n`;
}

function tableMarkdown({ head, rows }: Table): string {
  const [headCells = [], ...written] = [head, ...rows.map(row => row.map(({ text }) => text))].map(row =>
    row.map(cellText),
  );
  const widths = columnWidths([headCells, ...written]);
  const rule = `|${widths.map(width => '-'.repeat(width + 2)).join('|')}|`;
  return [rowMarkdown(headCells, widths), rule, ...written.map(row => rowMarkdown(row, widths))].join('\n');
}

function rowMarkdown(cells: readonly string[], widths: readonly number[]): string {
  return `|${cells.map((text, column) => ` ${padded(text, widths[column] ?? 0)} |`).join('')}`;
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
