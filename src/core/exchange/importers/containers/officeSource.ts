import { strFromU8 } from 'fflate';
import { type Message, message } from '../../../message';
import type { Steps } from '../../../steps';
import { childNamed, childrenNamed, isXmlFault, readXml, type XmlNode } from '../../../xml/readXml';
import { type Source, SourceBuilder } from './source';
import { type PackedFile, packedFiles, unpack } from './zipArchive';

const MOST_FILES = 5000;
/** Of one part of a document, unpacked, in megabytes. */
const LARGEST_PART = 64;

/** A part, or why it cannot be read. */
export type Opened<Part> = Part | { readonly reason: Message };

/**
 * Opens the parts of an office document whose names fit, as XML by name, of a text that `prepare` makes of it. Never
 * throws.
 */
export function* openParts(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  prepare: (xml: string) => string = xml => xml,
): Steps<Opened<ReadonlyMap<string, XmlNode>>> {
  const files = packedFiles(bytes, MOST_FILES);
  if (files === undefined) return { reason: message('import.bad-office') };
  const parts = new Map<string, XmlNode>();
  for (const file of files.filter(({ name }) => isWanted(name))) {
    const part = yield* openPart(file, prepare);
    if ('reason' in part) return part;
    parts.set(file.name, part);
  }
  return parts;
}

function* openPart(file: PackedFile, prepare: (xml: string) => string): Steps<Opened<XmlNode>> {
  if (file.size > LARGEST_PART * 1024 * 1024)
    return { reason: message('import.archive-too-large', { limit: LARGEST_PART }) };
  const content = yield* unpack(file);
  if (content === undefined) return { reason: message('import.bad-office') };
  const root = readXml(prepare(strFromU8(content)));
  yield;
  return isXmlFault(root) ? { reason: message('import.bad-office') } : root;
}

const DOCUMENT = 'word/document.xml';
/** What stands beside the text of a document: notes, comments, heads and feet of pages. */
const ASIDE = /^word\/(?:footnotes|endnotes|comments|header\d*|footer\d*)\.xml$/;

/**
 * The paragraphs and tables of a Word document (ECMA-376) in order: what is shown, with what is inserted by tracked
 * changes and without what is deleted. A line break within a paragraph divides it.
 */
export function* docxSource(bytes: Uint8Array): Steps<Opened<Source>> {
  const parts = yield* openParts(bytes, name => name === DOCUMENT || ASIDE.test(name));
  if ('reason' in parts) return parts;
  const asides = [...parts].filter(([name]) => ASIDE.test(name)).map(([, root]) => root);
  const beside = asides.flatMap(root => paragraphsIn(root).map(textOfParagraph));
  return yield* documentSource(parts.get(DOCUMENT), beside, textOfParagraph);
}

/** The paragraphs and tables of a document, and what stands beside them, in the form of either family of programs. */
export function* documentSource(
  root: XmlNode | undefined,
  beside: readonly string[],
  textOf: (paragraph: XmlNode) => string,
): Steps<Opened<Source>> {
  const body = childNamed(root, 'body');
  if (body === undefined) return { reason: message('import.bad-office') };
  const source = new SourceBuilder();
  let line = 0;
  const addBlocks = (parent: XmlNode): void => {
    for (const node of parent.children) {
      if (PARAGRAPH.includes(node.name))
        for (const text of textOf(node).split('\n')) source.add(line++, text);
      else if (TABLE.includes(node.name)) source.addTable(rowsOf(node));
      else if (!HIDDEN.includes(node.name)) addBlocks(node);
    }
  };
  const copies = new Copies();
  const rowsOf = (table: XmlNode): { line: number; text: string }[][] =>
    nodesNamed(table, ROW).flatMap(row => {
      const cells = nodesNamed(row, CELL).flatMap(cell => {
        const text = paragraphsIn(cell).map(textOf).join('\n');
        return copies.of(cell, text, text.length + 1);
      });
      const size = cells.reduce((sum, text) => sum + text.length + 1, 0);
      return copies.of(row, cells, size).map(texts => {
        const at = line++;
        return texts.map(text => ({ line: at, text }));
      });
    });
  addBlocks(body);
  yield;
  const asides = beside.filter(text => text.trim() !== '').map(text => source.add(line, text));
  return { ...source.built(), asides };
}

const PARAGRAPH: readonly string[] = ['p', 'h'];
const TABLE: readonly string[] = ['tbl', 'table'];
const ROW: readonly string[] = ['tr', 'table-row'];
const CELL: readonly string[] = ['tc', 'table-cell', 'covered-table-cell'];
/** How often a row or a cell may stand there again, and one that says nothing. */
const MOST_ALIKE = 1000;
const FEW = 50;
/** Of a document, in characters and cells: few bytes can ask for more than a memory holds. */
const MOST_COPIED = 100_000;

/** Repeats rows and cells that say how often they stand there, until a document has enough of it. */
class Copies {
  #left = MOST_COPIED;

  /** What was read of a row or a cell as often as it stands there, which is once at least. */
  of<Read>({ attributes, text }: XmlNode, read: Read, size: number): readonly Read[] {
    const times = Object.entries(attributes).find(([key]) => key.endsWith('-repeated'))?.[1];
    const asked = Math.floor(Number(times ?? 1)) - 1;
    // What says nothing stands there as often as the sheet is wide or long.
    if (!(asked > 0) || (asked >= FEW && text.trim() === '')) return [read];
    const copies = Math.min(asked, MOST_ALIKE - 1, Math.floor(this.#left / Math.max(size, 1)));
    this.#left -= copies * size;
    return Array.from({ length: copies + 1 }, () => read);
  }
}

/** The elements with one of these names that are in no other one. */
function nodesNamed(parent: XmlNode, names: readonly string[]): readonly XmlNode[] {
  return parent.children.flatMap(node => {
    if (HIDDEN.includes(node.name)) return [];
    return names.includes(node.name) ? [node] : nodesNamed(node, names);
  });
}

/** All paragraphs in an element, those of tables within it, too. */
export function paragraphsIn(parent: XmlNode): readonly XmlNode[] {
  return parent.children.flatMap(node => (PARAGRAPH.includes(node.name) ? [node] : paragraphsIn(node)));
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '-'],
]);
/** What is not shown, or shown in another form beside it. */
const HIDDEN: readonly string[] = [
  'delText',
  'del',
  'moveFrom',
  'instrText',
  'delInstrText',
  'Fallback',
  'pPr',
  'rPr',
  'tracked-changes',
  'forms',
];

function textOfParagraph(node: XmlNode): string {
  if (HIDDEN.includes(node.name)) return '';
  if (node.name === 't') return node.text;
  const sign = SIGNS.get(node.name);
  if (sign !== undefined && node.children.length === 0) return sign;
  return node.children.map(textOfParagraph).join(node.name === 'txbxContent' ? '\n' : '');
}

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const STRINGS = 'xl/sharedStrings.xml';
const STYLES = 'xl/styles.xml';
const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
/** The formats of SpreadsheetML that show a time: those that have no code of their own. */
const TIME_FORMATS: readonly number[] = [18, 19, 20, 21, 22, 45, 46, 47];
const MOST_COLUMNS = 500;

/** The sheets of an Excel workbook (ECMA-376) as tables, in the order of the workbook; times of day as `h:mm:ss`. */
export function* xlsxSource(bytes: Uint8Array): Steps<Opened<Source>> {
  const fixed = new Set([STRINGS, STYLES, WORKBOOK, RELATIONS]);
  const parts = yield* openParts(bytes, name => fixed.has(name) || SHEET.test(name));
  if ('reason' in parts) return parts;
  const sheets = sheetsInOrder(parts);
  if (sheets.length === 0) return { reason: message('import.bad-office') };
  const strings = childrenNamed(parts.get(STRINGS), 'si').map(textOfString);
  const times = timeStyles(parts.get(STYLES));
  const source = new SourceBuilder();
  for (const sheet of sheets) {
    const rows = childrenNamed(childNamed(sheet, 'sheetData'), 'row');
    const cells = rows.map((row, at) =>
      cellsOf(row, Number(row.attributes['r'] ?? at + 1) - 1, strings, times),
    );
    const filled = cells.filter(row => row.some(({ text }) => text.trim() !== ''));
    if (filled.length > 0) source.addTable(filled);
    yield;
  }
  return source.built();
}

function sheetsInOrder(parts: ReadonlyMap<string, XmlNode>): readonly XmlNode[] {
  const targets = new Map(
    childrenNamed(parts.get(RELATIONS), 'Relationship').map(({ attributes }) => [
      attributes['Id'],
      attributes['Target'],
    ]),
  );
  const named = childrenNamed(childNamed(parts.get(WORKBOOK), 'sheets'), 'sheet').flatMap(
    ({ attributes }) => {
      const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1];
      const target = targets.get(id)?.replace(/^\/?(?:xl\/)?/, 'xl/');
      return parts.get(target ?? '') ?? [];
    },
  );
  if (named.length > 0) return named;
  return [...parts]
    .filter(([name]) => SHEET.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, node]) => node);
}

function cellsOf(
  row: XmlNode,
  line: number,
  strings: readonly string[],
  times: ReadonlySet<number>,
): { line: number; text: string }[] {
  const cells: { line: number; text: string }[] = [];
  for (const cell of childrenNamed(row, 'c')) {
    const named = columnOf(cell.attributes['r']) ?? cells.length;
    // What stands in a place that is taken, or too far off, comes next.
    const isFree = named < MOST_COLUMNS && (named >= cells.length || cells[named]?.text === '');
    const at = isFree ? named : cells.length;
    while (cells.length < at) cells.push({ line, text: '' });
    cells[at] = { line, text: textOfCell(cell, strings, times) };
  }
  return cells;
}

/** The place of a column from 0, by the letters of a reference such as `AB12`. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function textOfCell(cell: XmlNode, strings: readonly string[], times: ReadonlySet<number>): string {
  const value = childNamed(cell, 'v')?.text ?? '';
  const type = cell.attributes['t'];
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'inlineStr') return textOfString(childNamed(cell, 'is'));
  const number = Number(value);
  const isTime =
    (type === undefined || type === 'n') && value !== '' && times.has(Number(cell.attributes['s'] ?? 0));
  return isTime && Number.isFinite(number) ? clockOf(number) : value;
}

/** The text of a string with its runs, without what is printed above it to be pronounced. */
function textOfString(node: XmlNode | undefined): string {
  return (
    node?.children
      .map(child =>
        child.name === 't' ? child.text : child.name === 'r' ? (childNamed(child, 't')?.text ?? '') : '',
      )
      .join('') ?? ''
  );
}

function timeStyles(styles: XmlNode | undefined): ReadonlySet<number> {
  const own = childrenNamed(childNamed(styles, 'numFmts'), 'numFmt').filter(({ attributes }) =>
    /h.*:|m+:s|:mm/i.test(attributes['formatCode'] ?? ''),
  );
  const formats = new Set([...TIME_FORMATS, ...own.map(({ attributes }) => Number(attributes['numFmtId']))]);
  const cells = childrenNamed(childNamed(styles, 'cellXfs'), 'xf');
  return new Set(
    cells.flatMap(({ attributes }, at) => (formats.has(Number(attributes['numFmtId'])) ? [at] : [])),
  );
}

/** A part of a day as `h:mm:ss`, with thousandths where there are some. */
function clockOf(days: number): string {
  const milliseconds = Math.round((days % 1) * 86_400_000);
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const rest = milliseconds % 1000;
  const clock = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return rest === 0 ? clock : `${clock}.${String(rest).padStart(3, '0')}`;
}
