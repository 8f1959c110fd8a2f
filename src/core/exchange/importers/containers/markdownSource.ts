import { textLines } from '../../../text/textLines';
import { type Source, SourceBuilder } from './source';

/** A cell of the line below the header. */
const RULE = /^:?-+:?$/;
const BREAK = /<br\s*\/?>/i;
/** Cells end at a bar that is not escaped. */
const CELL = /(?:[^|\\]|\\.)*/g;

/** The lines of a Markdown text, its tables as cells. */
export function markdownSource(text: string): Source {
  const lines = textLines(text);
  const source = new SourceBuilder();
  let at = 0;
  while (at < lines.length) {
    if (!isRow(lines[at]) || !isSeparator(lines[at + 1])) {
      source.add(at, lines[at] ?? '');
      at++;
      continue;
    }
    const rows = [{ line: at, cells: cellsOf(lines[at] ?? '') }];
    for (at += 2; isRow(lines[at]); at++) rows.push({ line: at, cells: cellsOf(lines[at] ?? '') });
    source.addTable(rows.map(({ line, cells }) => cells.map(cell => ({ line, text: cell }))));
  }
  return source.built();
}

/** Whether there is a Markdown table among the lines. */
export function hasMarkdownTable(text: string): boolean {
  if (!text.includes('|')) return false;
  const lines = textLines(text);
  return lines.some((line, at) => isSeparator(line) && isRow(lines[at - 1]));
}

function cellsOf(row: string): readonly string[] {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  const cells: string[] = [];
  let at = 0;
  while (at <= inner.length) {
    CELL.lastIndex = at;
    const cell = CELL.exec(inner)?.[0] ?? '';
    cells.push(
      cell
        .replaceAll('\\|', '|')
        .split(BREAK)
        .map(line => line.trim())
        .join('\n')
        .trim(),
    );
    at += cell.length + 1;
  }
  return cells;
}

function isRow(line: string | undefined): boolean {
  return line?.includes('|') === true;
}

function isSeparator(line: string | undefined): boolean {
  if (line?.includes('|') !== true) return false;
  const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
  return cells.every(cell => RULE.test(cell.trim()));
}
