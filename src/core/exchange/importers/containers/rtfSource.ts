import { type Message, message } from '../../../message';
import { windowsText } from '../../../text/windowsText';
import { linesSource, type Source, SourceBuilder } from './source';

/** Groups that hold no text of the document. */
const NO_TEXT =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|themedata|datastore|listtable|listoverridetable|revtbl|rsidtbl|generator|xmlnstbl|latentstyles|fldinst|bkmkstart|bkmkend|filetbl|mmathPr)$/;
/** Groups with text that stands beside the document's. */
const BESIDE = /^(?:footnote|annotation|(?:header|footer)[lrf]?)$/;
/** What parts cells and rows of tables until they are read; no text has them. */
const ROW_START = '\u001d';
const ROW_END = '\u001e';
const CELL_END = '\u001f';
const BREAKS: ReadonlyMap<string, string> = new Map([
  ['par', '\n'],
  ['line', '\n'],
  ['sect', '\n'],
  ['page', '\n'],
  ['trowd', ROW_START],
  ['row', ROW_END],
  ['tab', '\t'],
  ['cell', CELL_END],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', ' '],
  ['enspace', ' '],
]);
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['~', '\u00a0'],
  ['_', '-'],
  ['\n', '\n'],
  ['\r', '\n'],
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
]);
const TOKEN =
  /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|((?:\\'[0-9a-fA-F]{2})+)|\\([^a-zA-Z])|([{}])|([\r\n]+)|([^\\{}\r\n]+)/g;

/** The code pages of character sets of fonts, by the numbers of both. */
const CODE_PAGES: ReadonlyMap<number, number> = new Map([
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);
/** What the Encoding Standard calls code pages that it does not call by their number. */
const ENCODINGS: ReadonlyMap<number, string> = new Map([
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [65_001, 'utf-8'],
]);

interface Group {
  readonly isText: boolean;
  /** The number of the font; undefined where none is chosen. */
  readonly font: string | undefined;
  /** How many signs stand for a `\\u` where a program does not know it. */
  readonly skipped: number;
}

const PARAGRAPH = /^pard?$/;

/**
 * The paragraphs of a text in the Rich Text Format (1.9), as lines; its characters are those of Unicode and of the code
 * pages of its fonts, Windows-1252 where there is none or one that nobody knows.
 * Those in groups that hold no text of the document stand beside it. Where braces are missing, it cannot be told which
 * these are.
 */
export function rtfSource(text: string): Source | { readonly reason: Message } {
  const reader = new RtfText();
  for (const match of text.matchAll(TOKEN)) reader.take(match);
  const source = withTables(reader.text);
  const beside = linesSource(reader.beside).pieces.filter(piece => /[\p{L}\p{N}]/u.test(piece.text));
  if (beside.length === 0) return source;
  if (reader.isOpen) return { reason: message('import.open-rtf') };
  const { pieces } = source;
  const line = pieces.length - 1;
  return {
    ...source,
    pieces: [...pieces, ...beside.map(piece => ({ ...piece, line }))],
    asides: beside.map((_, at) => pieces.length + at),
  };
}

/** The lines of a text, and the rows between its signs as tables; rows with nothing between them are one table. */
function withTables(text: string): Source {
  const source = new SourceBuilder();
  let line = 0;
  let rows: ReturnType<typeof cellsOf>[] = [];
  const addLines = (lines: string): void => {
    if (rows.length > 0) source.addTable(rows);
    rows = [];
    for (const each of linesSource(plain(lines)).pieces) source.add(line++, each.text);
  };
  let done = 0;
  for (;;) {
    const start = text.indexOf(ROW_START, done);
    const end = start < 0 ? -1 : text.indexOf(ROW_END, start);
    if (end < 0) break;
    const before = text.slice(done, start);
    if (before.trim() !== '') addLines(before.replace(/\n$/, ''));
    const row = text.slice(start, end).replaceAll(ROW_START, '');
    if (row.includes(CELL_END)) rows.push(cellsOf(row, line++));
    done = end + 1;
  }
  addLines(text.slice(done));
  return source.built();
}

function cellsOf(row: string, line: number): readonly { readonly line: number; readonly text: string }[] {
  const cells = row.split(CELL_END);
  // Behind the sign of the last cell stands nothing.
  const said = cells.at(-1)?.trim() === '' ? cells.slice(0, -1) : cells;
  return said.map(text => ({ line, text: text.trim() }));
}

/** Signs of rows that are not whole are line ends. */
function plain(text: string): string {
  return text.replaceAll(ROW_START, '').replaceAll(CELL_END, '\n').replaceAll(ROW_END, '\n');
}

class RtfText {
  readonly #groups: Group[] = [];
  #group: Group = { isText: true, font: undefined, skipped: 1 };
  /** Of the whole text, and of the fonts that have one of their own, by number. */
  #codePage = 1252;
  readonly #codePages = new Map<string, number>();
  #toSkip = 0;
  #isBeside = false;
  text = '';
  /** What stands in paragraphs of groups that hold no text. */
  beside = '';

  /** Whether a group has no end. */
  get isOpen(): boolean {
    return this.#groups.length > 0;
  }

  take([, word, number, hex, sign, brace, , plain]: RegExpMatchArray): void {
    if (brace !== undefined) this.#takeBrace(brace);
    else if (hex !== undefined) this.#takeBytes(hex.split("\\'").slice(1));
    else if (sign !== undefined) this.#takeSign(sign);
    else if (word !== undefined) this.#takeWord(word, number);
    else if (plain !== undefined) this.#add(plain);
  }

  #takeBrace(brace: string): void {
    if (brace === '{') this.#groups.push(this.#group);
    else this.#group = this.#groups.pop() ?? this.#group;
    this.#isBeside &&= !this.#group.isText;
    this.#toSkip = 0;
  }

  #takeBytes(hex: readonly string[]): void {
    const skipped = Math.min(this.#toSkip, hex.length);
    this.#toSkip -= skipped;
    const bytes = Uint8Array.from(hex.slice(skipped), each => Number.parseInt(each, 16));
    const { font } = this.#group;
    this.#add(textIn((font === undefined ? undefined : this.#codePages.get(font)) ?? this.#codePage, bytes));
  }

  #takeSign(sign: string): void {
    if (sign === '*') this.#group = { ...this.#group, isText: false };
    else this.#add(SIGNS.get(sign) ?? '');
  }

  #takeWord(word: string, number: string | undefined): void {
    if (word === 'uc') this.#group = { ...this.#group, skipped: Number(number ?? 1) };
    else if (word === 'f') this.#group = { ...this.#group, font: number };
    else if (word === 'ansicpg') this.#codePage = Number(number);
    else if (word === 'fcharset') this.#takeCharacterSet(Number(number));
    else if (word === 'u' && number !== undefined) {
      this.#add(String.fromCharCode((Number(number) + 65_536) % 65_536));
      this.#toSkip = this.#group.skipped;
    } else if (BESIDE.test(word)) this.#openBeside();
    else if (NO_TEXT.test(word)) this.#group = { ...this.#group, isText: false };
    else {
      this.#isBeside ||= PARAGRAPH.test(word) && !this.#group.isText;
      this.#add(BREAKS.get(word) ?? '');
    }
  }

  /** In the table of fonts it belongs to the font named last. */
  #takeCharacterSet(set: number): void {
    const codePage = CODE_PAGES.get(set);
    const { font } = this.#group;
    if (codePage !== undefined && font !== undefined) this.#codePages.set(font, codePage);
  }

  #openBeside(): void {
    this.#group = { ...this.#group, isText: false };
    this.#isBeside = true;
    this.beside += '\n';
  }

  #add(part: string): void {
    const kept = part.slice(this.#toSkip);
    this.#toSkip = Math.max(0, this.#toSkip - part.length);
    if (this.#group.isText) this.text += kept;
    else if (this.#isBeside) this.beside += kept;
  }
}

/** Bytes as text in a code page; in Windows-1252, of which some engines have another idea, by a table of its own. */
function textIn(codePage: number, bytes: Uint8Array): string {
  const own =
    codePage === 1252 ? undefined : decodedIn(ENCODINGS.get(codePage) ?? `windows-${codePage}`, bytes);
  return own ?? windowsText(bytes) ?? '';
}

/** Undefined where the engine does not know the encoding. */
function decodedIn(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return undefined;
  }
}
