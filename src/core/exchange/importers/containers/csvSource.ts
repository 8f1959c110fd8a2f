import { type Source, SourceBuilder } from './source';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** What tells Excel by which sign the cells are parted. */
const TOLD = /^sep=([,;\t|])(?:\r\n?|\n)/i;

/**
 * The cells of a text of separated values (RFC 4180), parted by the sign that the first line tells, else by whichever of
 * comma, semicolon, tab and bar comes most in the first row.
 */
export function csvSource(text: string): Source {
  const told = TOLD.exec(text);
  const source = new SourceBuilder();
  source.addTable(csvRows(text, told?.[1] ?? commonest(text), told?.[0].length ?? 0));
  return source.built();
}

function commonest(text: string): string {
  const firstRow = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '';
  const bare = firstRow.replace(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: string): number => bare.split(delimiter).length;
  return [...DELIMITERS].sort((a, b) => count(b) - count(a))[0] ?? ',';
}

interface Cell {
  readonly line: number;
  readonly text: string;
}

/** The rows from a place in the text on, the beginning of its first or second line. */
function csvRows(text: string, delimiter: string, from: number): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let line = from === 0 ? 0 : 1;
  let rowLine = line;
  let at = from;
  const endRow = (): void => {
    if (row.some(cell => cell.text.trim() !== '')) rows.push(row);
    row = [];
    rowLine = line;
  };
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at, delimiter) : bareCell(text, at, delimiter);
    row.push({ line: rowLine, text: cell });
    for (let index = text.indexOf('\n', at); index >= 0 && index < end; index = text.indexOf('\n', index + 1))
      line++;
    at = end;
    if (text[at] === delimiter) {
      at++;
      if (at === text.length) row.push({ line: rowLine, text: '' });
      continue;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    line++;
    endRow();
  }
  endRow();
  return rows;
}

/** A cell in quotes; what stands behind its closing quote belongs to it. */
function quotedCell(text: string, from: number, delimiter: string): { cell: string; end: number } {
  let cell = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { cell: cell + text.slice(at), end: text.length };
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const rest = bareCell(text, quote + 1, delimiter);
      return { cell: cell + rest.cell, end: rest.end };
    }
    cell += '"';
    at = quote + 2;
  }
}

function bareCell(text: string, from: number, delimiter: string): { cell: string; end: number } {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  return { cell: text.slice(from, end), end };
}
