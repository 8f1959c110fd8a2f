import { namedCharacter } from '../../../text/plainText';
import { textLines } from '../../../text/textLines';
import { windowsText } from '../../../text/windowsText';

/** A stretch of a file as its container gives it: a line, a paragraph, a cell, a text of XML or JSON. */
export interface SourcePiece {
  /** In the file, from 0; of a table its row. */
  readonly line: number;
  readonly text: string;
}

/** The rows of a table, each a list of cells, as places among the pieces. */
export type SourceTable = readonly (readonly number[])[];

/** What a file holds once it is unpacked and decoded, before anything is read into it. */
export interface Source {
  readonly pieces: readonly SourcePiece[];
  /** The tables among the pieces, in order. */
  readonly tables: readonly SourceTable[];
  /** The places of pieces that stand beside the text, such as footnotes; none where there are not any. */
  readonly asides?: readonly number[];
  /** Whether character references such as `&amp;` stand for characters. */
  readonly hasReferences: boolean;
}

/** Line ends that word processors and web pages write within a paragraph, which editors do not count. */
const WITHIN = /[\v\u2028\u2029]/;

/** The lines of a text as pieces. */
export function linesSource(text: string, hasReferences = false): Source {
  const hasMore = WITHIN.test(text);
  return {
    pieces: textLines(text).flatMap((each, line) =>
      hasMore ? each.split(WITHIN).map(part => ({ line, text: part })) : [{ line, text: each }],
    ),
    tables: [],
    hasReferences,
  };
}

/** The same with each line of a cell as a piece, without tables. */
export function linesOfCells({ pieces, asides, hasReferences }: Source): Source {
  const first = asides?.[0] ?? pieces.length;
  const lines = pieces
    .slice(0, first)
    .flatMap(({ line, text }) => text.split('\n').map(each => ({ line, text: each })));
  const beside = pieces.slice(first);
  return {
    pieces: [...lines, ...beside],
    tables: [],
    hasReferences,
    ...(asides !== undefined && { asides: beside.map((_, at) => lines.length + at) }),
  };
}

/** The same in which tables of one row each, all as wide and with nothing between them, are the rows of one. */
export function withRowsJoined(source: Source): Source {
  const { tables, pieces } = source;
  const [first] = tables;
  const isRow = (table: SourceTable): boolean =>
    table.length === 1 && table[0]?.length === first?.[0]?.length;
  const from = first?.[0]?.[0] ?? 0;
  const to = tables.at(-1)?.[0]?.at(-1) ?? 0;
  const inTables = new Set(tables.flat(2));
  const isApart = pieces
    .slice(from, to)
    .some(({ text }, at) => !inTables.has(from + at) && text.trim() !== '');
  return tables.length < 2 || !tables.every(isRow) || isApart
    ? source
    : { ...source, tables: [tables.flat()] };
}

/** Puts pieces and tables together. */
export class SourceBuilder {
  readonly pieces: SourcePiece[] = [];
  readonly tables: (readonly (readonly number[])[])[] = [];

  /** Adds a piece and tells its place. */
  add(line: number, text: string): number {
    this.pieces.push({ line, text });
    return this.pieces.length - 1;
  }

  addTable(rows: readonly (readonly { readonly line: number; readonly text: string }[])[]): void {
    this.tables.push(rows.map(row => row.map(({ line, text }) => this.add(line, text))));
  }

  built(): Source {
    return { pieces: this.pieces, tables: this.tables, hasReferences: false };
  }
}

const REFERENCE = /&(?:([a-z][a-z0-9]{1,31})|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi;
/**
 * Names that browsers resolve without a semicolon, too; in front of letters only those that no word begins with, as
 * `Ibu&notaris` is one.
 */
const BARE =
  /&(?:(nbsp|[a-z](?:acute|circ|grave|uml|tilde|cedil|slash|ring)|aelig|szlig|frac(?:12|14|34)|sup[123])|(amp|lt|gt|quot|copy|reg|not|para|sect|times|cent|deg|yen|shy|eth|thorn|uml|pound|curren|divide|micro|middot|macr|acute|cedil|brvbar|iexcl|iquest|[lr]aquo|ord[fm]|plusmn)(?![a-z]))(?![;=])/gi;
/** Those that captions have most, in capitals, too. */
const COMMON: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['nbsp', '\u00a0'],
  ['lrm', '\u200e'],
  ['rlm', '\u200f'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** A text with the character references of HTML resolved; what is none stays. */
export function withoutReferences(text: string): string {
  if (!text.includes('&')) return text;
  const closed = text.replace(BARE, (whole, anywhere?: string, alone?: string) =>
    characterNamed(anywhere ?? alone ?? '') === undefined ? whole : `${whole};`,
  );
  return closed.replace(REFERENCE, (whole, name?: string, decimal?: string, hexadecimal?: string) => {
    if (name !== undefined) return characterNamed(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    if (!isCharacter) return whole;
    // HTML reads what are control characters as those of Windows-1252, which many programs count in.
    const windows = code >= 0x80 && code <= 0x9f ? windowsText(Uint8Array.of(code)) : undefined;
    return windows ?? String.fromCodePoint(code);
  });
}

function characterNamed(name: string): string | undefined {
  return COMMON.get(name) ?? namedCharacter(name) ?? COMMON.get(name.toLowerCase());
}
