import { type Source, SourceBuilder } from './source';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The cells of a text of separated values (RFC 4180), parted by whichever of comma, semicolon, tab and bar comes most in the first row. */
export function csvSource(text: string): Source {
  const firstRow = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '';
  const bare = firstRow.replace(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: string): number => bare.split(delimiter).length;
  const delimiter = [...DELIMITERS].sort((a, b) => count(b) - count(a))[0] ?? ',';
  const source = new SourceBuilder();
  source.addTable(csvRows(text, delimiter));
  return source.built();
}

interface Cell {
  readonly line: number;
  readonly text: string;
}

function csvRows(text: string, delimiter: string): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let line = 0;
  let rowLine = 0;
  let at = 0;
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
