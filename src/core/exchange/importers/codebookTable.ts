import { type TranscriptWords, transcriptWords } from '../../language/transcriptWords';
import { message } from '../../message';
import type { Steps } from '../../steps';
import { comparable } from '../../text/comparable';
import { onOneLine } from '../../text/onOneLine';
import { uuidOf } from '../../text/uuid';
import type { Source } from './containers/source';
import { type ExchangeFault, type ForeignCode, type ForeignCodebook, readColor } from './foreignCodebook';
import { openTranscript } from './openTranscript';

/** What columns are called, the surest first, in whatever language. */
const titles = (kind: keyof TranscriptWords['codebooks']): readonly string[] =>
  Object.values(transcriptWords)
    .flatMap(({ codebooks }) => codebooks[kind].map((title, rank) => ({ title, rank })))
    .sort((a, b) => a.rank - b.rank)
    .map(({ title }) => title);
const CODES = titles('code');
const NAMES = titles('name');
const DEFINITIONS = titles('definition');
const PARENTS = titles('parent');
const COLORS = titles('color');
const IDS = titles('id');
/** What tells that a table is of turns or passages. */
const PASSAGES = titles('passages');
/** What a list of codes is called. */
const CALLED = /code[ _-]?book|buku[ _-]?kode|daftar[ _-]?kode|list of codes/i;
const TABLE = /\.(?:csv|tsv|xlsx|ods)$|(?:^|[^a-z])(?:codes?|kode)(?![a-z])/i;
const START = 400;
/** An item of a list: a name, and behind a colon or a dash what it means. */
const ITEM = /^(\s*)(?:[-*+•]|\d{1,3}[.)])\s+(\S.*?)(?:\s*:\s+|\s+[-–—]\s+)(.*)$/;
const BARE_ITEM = /^(\s*)(?:[-*+•]|\d{1,3}[.)])\s+(\S.*)$/;

/** A code as a row or an item has it. */
interface ListedCode extends Pick<ForeignCode, 'name' | 'color' | 'description'> {
  /** The name or the id of the one that it stands below. */
  readonly parent: string;
  readonly id: string;
}

/**
 * Reads the codes of a table, or of a list in a text that is called a codebook, where the titles say that it is one of
 * codes: names, and what they mean. Why not, where it may be meant as one; undefined where the file is something else.
 */
export function* readListedCodes(
  name: string,
  bytes: Uint8Array,
): Steps<ForeignCodebook | ExchangeFault | undefined> {
  const isCalled = CALLED.test(name) || CALLED.test(String.fromCharCode(...bytes.subarray(0, START)));
  if (!isCalled && !TABLE.test(name)) return undefined;
  const opened = yield* openTranscript(name, bytes);
  if ('reason' in opened || (opened.kind !== 'text' && opened.kind !== 'table')) return undefined;
  const source = (opened.kind === 'text' ? opened.tabbed : undefined) ?? opened.source;
  const listed = tablesOf(source)
    .map(codesInTable)
    .find(codes => codes.length > 0);
  const codes = listed ?? (isCalled && source.tables.length === 0 ? codesInList(source) : []);
  if (codes.length > 0) return codebookOf(codes);
  const isOfCodes = isCalled || tablesOf(source).some(([titles = []]) => places(titles, CODES).length > 0);
  return isOfCodes ? { line: 0, reason: message('import.no-code-columns') } : undefined;
}

function tablesOf({ tables, pieces }: Source): readonly (readonly (readonly string[])[])[] {
  return tables.map(table => table.map(row => row.map(at => pieces[at]?.text.trim() ?? '')));
}

/** The columns with one of these titles, in the order of the titles. */
function places(titles: readonly string[], names: readonly string[]): readonly number[] {
  const own = titles.map(title => comparable(title.replace(/:$/, '')));
  return names.flatMap(name => (own.includes(name) ? [own.indexOf(name)] : []));
}

function isOfPassages(titles: readonly string[]): boolean {
  return places(titles, PASSAGES).length > 0;
}

function codesInTable([titles = [], ...rows]: readonly (readonly string[])[]): readonly ListedCode[] {
  const [name] = places(titles, NAMES);
  const [definition] = places(titles, DEFINITIONS);
  const isAlone = titles.length === 1 && places(titles, CODES).length > 0;
  if (name === undefined || (definition === undefined && !isAlone) || isOfPassages(titles)) return [];
  const [parent = -1] = places(titles, PARENTS).filter(at => at !== name);
  const [color = -1] = places(titles, COLORS);
  const [id = -1] = places(titles, IDS);
  const taken = [name, definition, parent, id];
  const codes = rows.map(row => {
    const read = readColor(row[color]);
    // What is in no column of its own goes with what the code means, so that nothing is lost.
    const others = row.flatMap((cell, at) =>
      cell === '' || taken.includes(at) || (at === color && read !== undefined)
        ? []
        : [`${titles[at] ?? ''}: ${cell}`],
    );
    const said = [row[definition ?? -1] ?? '', ...others].filter(text => text !== '');
    return {
      name: onOneLine(row[name] ?? ''),
      description: said.length === 0 ? undefined : said.join('\n\n'),
      color: read,
      parent: row[parent] ?? '',
      id: row[id] ?? '',
    };
  });
  // Whoever is called a name comes again, as speakers do.
  return CODES.includes(comparable(titles[name] ?? '')) || areDistinct(codes) ? codes : [];
}

function areDistinct(codes: readonly ListedCode[]): boolean {
  return new Set(codes.map(({ name, parent }) => comparable(`${parent}/${name}`))).size === codes.length;
}

/** The items of a list, one below another where it is indented; none where other text stands among them, or a name comes again. */
function codesInList({ pieces }: Source): readonly ListedCode[] {
  const codes: ListedCode[] = [];
  const open: { readonly indent: number; readonly name: string }[] = [];
  for (const { text } of pieces) {
    if (text.trim() === '' || (codes.length === 0 && !BARE_ITEM.test(text))) continue;
    const [, blanks, named = '', description] = ITEM.exec(text) ?? BARE_ITEM.exec(text) ?? [];
    if (blanks === undefined) return [];
    while ((open.at(-1)?.indent ?? -1) >= blanks.length) open.pop();
    const name = named
      .replace(/[*_`]+/g, '')
      .replace(/:$/, '')
      .trim();
    codes.push({
      name,
      description: description?.replace(/^[*_`]+\s*/, '') || undefined,
      color: undefined,
      parent: open.at(-1)?.name ?? '',
      id: '',
    });
    open.push({ indent: blanks.length, name });
  }
  return areDistinct(codes) ? codes : [];
}

/** The codes with their parents, each before what stands below it; a parent that is not listed is a code, too. */
function codebookOf(listed: readonly ListedCode[]): ForeignCodebook | ExchangeFault {
  const tree = new CodeTree(listed);
  for (const code of listed) tree.add(code);
  if (tree.codes.length === 0) return { line: 0, reason: message('import.no-codes') };
  return { codes: tree.codes, sets: [], unread: tree.unread };
}

/** Listed codes as they find their places. */
class CodeTree {
  readonly #known: Map<string, ListedCode>;
  readonly #guids = new Map<ListedCode, string>();
  readonly #codes = new Map<string, ForeignCode>();
  #unread = 0;

  constructor(listed: readonly ListedCode[]) {
    this.#known = new Map(
      listed.flatMap(code => [code.name, code.id].map(key => [comparable(key), code] as const)),
    );
  }

  /** Those that were added. */
  get codes(): readonly ForeignCode[] {
    return [...this.#codes.values()];
  }

  /** How many have no name, or the name and parent of another. */
  get unread(): number {
    return this.#unread;
  }

  /** Adds a code behind all that it stands below. */
  add(code: ListedCode): void {
    if (code.name === '') {
      this.#unread++;
      return;
    }
    const line = new Set<ListedCode>();
    let above: ListedCode | undefined = code;
    // Up to one that has its place, or that would stand below itself.
    while (above !== undefined && !this.#guids.has(above) && !line.has(above)) {
      line.add(above);
      above = this.#above(above);
    }
    let parent = above && this.#guids.get(above);
    for (const each of [...line].reverse()) parent = this.#addBelow(parent, each);
  }

  #above({ parent }: ListedCode): ListedCode | undefined {
    if (parent === '') return undefined;
    const found = this.#known.get(comparable(parent));
    if (found !== undefined) return found.name === '' ? undefined : found;
    const made = { name: parent, description: undefined, color: undefined, parent: '', id: '' };
    this.#known.set(comparable(parent), made);
    return made;
  }

  #addBelow(parent: string | undefined, code: ListedCode): string {
    const { name, color, description } = code;
    const guid = uuidOf(JSON.stringify(['named', parent ?? null, name]));
    this.#guids.set(code, guid);
    if (this.#codes.has(guid)) this.#unread++;
    else this.#codes.set(guid, { guid, name, isCodable: true, color, description, parent });
    return guid;
  }
}
