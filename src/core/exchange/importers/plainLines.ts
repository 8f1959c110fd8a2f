import { message, quoting } from '../../message';
import type { Steps } from '../../steps';
import { UNSEEN } from '../../text/unseen';
import { linesSource, type Source } from './containers/source';
import type { Claim } from './importedTranscript';
import { pageHeads } from './pageHeads';
import { type PlainLine, plainLine } from './plainLine';
import { labelledLine } from './speakerLabel';
import { timeOf } from './timeForms';
import { type TimesBehind, timeInMark, timesBehind } from './timesBehind';

/** A line without the blanks around it, and without what stands apart from its words whoever says them. */
export interface ReadLine {
  readonly piece: number;
  readonly line: number;
  readonly text: string;
  /** Where it begins in the text of the file, in UTF-16 code units. */
  readonly at: number;
  /** Undefined for a blank line. */
  readonly read: PlainLine | undefined;
  /** A time that stands behind the words: that of the end of the turn, or of its start. */
  readonly behind: { readonly time: number; readonly isStart: boolean } | undefined;
  readonly claims: readonly Claim[];
}

/** How many lines are read in one step. */
const LINES_AT_ONCE = 200;
const LAST_ASCII = 0x7e;
const UNSEEN_AHEAD = new RegExp(`^[${UNSEEN}]+`);
const NUMBERED =
  /^\s*(?:(\d{1,5})[.):/]?|\((\d{1,5})\)|\[(\d{1,5})\]|#(\d{1,5})|([a-z])[.)](?=\s))(?:\s+|$|(?=→|-{1,2}>))/i;
/** What stands between numbered lines where a page ends. */
const PAGE = /^(?:halaman|hal\.?|page|p\.)\s*\d{1,4}(?:\s*(?:dari|of|\/)\s*\d{1,4})?$/i;
/** The same where the numbers of lines begin again. */
const ANY_PAGE = new RegExp(String.raw`${PAGE.source}|^[-–—]?\s*\d{1,4}\s*[-–—]?$`, 'i');
/** A time of f4 behind the words, or what looks like one. */
const F4_BEHIND = /(#\d{1,4}(?::\d{1,4}){1,2}(?:[-.,]\d{0,4})?#)$/;
/** What programs write above or below a transcript about themselves. */
const OF_PROGRAM =
  /^(?:This editable transcript was computer generated and might contain errors\b.*|Transkrip yang dapat diedit ini dibuat (?:oleh )?komputer\b.*|Transcribed by https:\/\/otter\.ai\/?|(?:Meeting|Transcript|Transcription) ended after \d{1,2}:\d{2}.*|(?:Rapat|Transkrip|Transkripsi) (?:berakhir|selesai) setelah \d{1,2}:\d{2}.*|\S.{0,79} (?:(?:started|stopped) transcription|(?:memulai|menghentikan) transkripsi)|(?:BEGIN|END|START) (?:OF )?TRANSCRIPT:?|AI-generated content may be incorrect\.?|Konten (?:yang )?(?:dihasilkan|dibuat) (?:oleh )?AI mungkin .{1,30}|\(Transcribed by TurboScribe\b.{0,80}\))$/i;

/** The lines of a text, blank ones too, without the blanks around them. */
export function placedLines(text: string): readonly Pick<ReadLine, 'text' | 'at'>[] {
  let start = 0;
  return linesSource(text).pieces.map(({ text: line }) => {
    const at = start + (line.length - line.trimStart().length);
    start += line.length + 1;
    return { text: line.trim(), at };
  });
}

/** The lines of a source that stand outside its tables. */
export function* readLines({ pieces, tables }: Source): Steps<readonly ReadLine[]> {
  const inTables = new Set(tables.flat(2));
  const lines: ReadLine[] = [];
  const front = endOfFrontMatter(pieces.map(({ text }) => text));
  const isQuoted = isQuote(pieces);
  const { numbered, between } = numberedLines(pieces.map(({ text }) => text));
  const heads = pageHeads(pieces.map(({ text }) => text));
  const times = timesBehind(pieces);
  let start = 0;
  for (const [piece, { line, text }] of pieces.entries()) {
    if (piece % LINES_AT_ONCE === 0) yield;
    const begins = start;
    start += text.length + 1;
    if (inTables.has(piece)) continue;
    const isPage = (between.has(piece) ? ANY_PAGE : PAGE).test(text.trim());
    if (piece < front || heads.has(piece) || (numbered.size > 0 && !numbered.has(piece) && isPage)) {
      const claims = [{ piece, text, as: message('import.left.head') }];
      lines.push({ piece, line, text: '', at: begins, read: undefined, behind: undefined, claims });
    } else {
      const sign = isQuoted ? (QUOTED.exec(text)?.[0].length ?? 0) : 0;
      lines.push(readLine(piece, line, text.slice(sign), begins + sign, numbered.has(piece), times));
    }
  }
  return lines;
}

const QUOTED = /^\s*>(?!>)/;

/** Whether all lines are those of a quote of Markdown. */
function isQuote(pieces: Source['pieces']): boolean {
  const said = pieces.filter(({ text }) => text.trim() !== '');
  return said.length > 0 && said.every(({ text }) => QUOTED.test(text));
}

function readLine(
  piece: number,
  line: number,
  whole: string,
  start: number,
  isNumbered: boolean,
  times: TimesBehind,
): ReadLine {
  const claims: Claim[] = [];
  const ahead = whole.charCodeAt(0) > LAST_ASCII ? (UNSEEN_AHEAD.exec(whole)?.[0].length ?? 0) : 0;
  let text = whole.slice(ahead).trim();
  let at = start + whole.length - whole.slice(ahead).trimStart().length;
  const number = isNumbered ? NUMBERED.exec(text) : null;
  if (number !== null) {
    claims.push({ piece, text: number[0].trim(), as: message('import.left.identifiers') });
    at += number[0].length;
    text = text.slice(number[0].length);
  }
  if (OF_PROGRAM.test(text)) {
    claims.push({ piece, text, as: message('import.left.of-program') });
    text = '';
  }
  const own = times.marks.get(piece);
  const mark = own ?? F4_BEHIND.exec(text)?.[1] ?? '';
  if (mark === '' || mark === text) {
    const read = text === '' ? undefined : plainLine(text);
    return { piece, line, text, at, read, behind: undefined, claims };
  }
  const time = own === undefined ? timeOf(mark) : timeInMark(own);
  const as = time === undefined ? quoting('import.left.nearly-time', { time: mark }) : 'time';
  claims.push({ piece, text: mark, as, isLast: true });
  const words = text.slice(0, -mark.length).trimEnd();
  const behind = time === undefined ? undefined : { time, isStart: own !== undefined && times.areStarts };
  return { piece, line, text: words, at, read: plainLine(words), behind, claims };
}

/** The number of lines that are front matter of another program. */
function endOfFrontMatter(lines: readonly string[]): number {
  if (lines[0]?.trim() !== '---') return 0;
  const end = lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  const isYaml = end > 0 && lines.slice(1, end).every(line => /^(?:[\w-]+\s*:|\s|#|-\s|$)/.test(line));
  return isYaml ? end + 1 : 0;
}

/** How many lines may stand above the first number where nothing but the numbers tells that they are numbers of lines. */
const FEW_LINES = 5;
const SHORTEST_COUNT = 3;

/**
 * The lines that begin with numbers of their own, as those of Jefferson and GAT transcripts do, and numbered turns. Lines
 * between them may have none, such as those of pages and comments. Behind the numbers stand names that come again; where
 * they do not, hardly anything stands above or between, as else the numbers may be those of a list that somebody says.
 */
function numberedLines(lines: readonly string[]): NumberedLines {
  const said = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  const found = said.flatMap((at, place): readonly NumberedLine[] => {
    const match = NUMBERED.exec(lines[at] ?? '');
    if (match === null) return [];
    const label = labelledLine((lines[at] ?? '').slice(match[0].length).trim());
    const [, bare, round, square, sharp, letter] = match;
    const number =
      letter === undefined
        ? Number(bare ?? round ?? square ?? sharp)
        : letter.toLowerCase().charCodeAt(0) - BEFORE_A;
    return [{ at, place, number, letter, name: label?.hasColon === true ? label.name : undefined }];
  });
  const numbers = withoutInitials(found);
  const names = namesComingAgain(lines, numbers);
  const pages = pagesIn(longestCount(withoutListed(numbers, names)), names);
  const count = pages.flat();
  const [first] = count;
  const size = (count.at(-1)?.place ?? 0) - (first?.place ?? 0) + 1;
  const hasNames = count.some(({ name }) => names.has(name ?? '')) && count.length * 3 >= size * 2;
  const isCount = count.length >= SHORTEST_COUNT && (hasNames || isAlmostAll(count, said, lines));
  const isNearTop = (numbers[0]?.place ?? 0) <= FEW_LINES;
  const turns = numbers.filter(({ name }) => name !== undefined && (isNearTop || names.has(name)));
  const rise = turns.every(({ number }, at) => at === 0 || number > (turns[at - 1]?.number ?? 0));
  const all = [...(isCount ? count : []), ...(turns.length >= 2 && rise ? turns : [])];
  return { numbered: new Set(all.map(({ at }) => at)), between: new Set(isCount ? linesBetween(pages) : []) };
}

/** What stands before the first letter of the alphabet. */
const BEFORE_A = 0x60;

/** The numbers and those letters that count: of somebody who has several. Else they are initials: `A. Rahman`. */
function withoutInitials(lines: readonly NumberedLine[]): readonly NumberedLine[] {
  if (!lines.some(({ letter }) => letter !== undefined)) return lines;
  const first = new Map<string | undefined, number>();
  const counted = new Set<string | undefined>();
  for (const { name, number } of lines) {
    const before = first.get(name);
    if (before === undefined) first.set(name, number);
    else if (before !== number) counted.add(name);
  }
  return lines.filter(
    ({ letter, name }) => letter === undefined || (name !== undefined && counted.has(name)),
  );
}

/** The numbers but for those of lists that somebody says between two turns that are counted one by one. */
function withoutListed(
  numbers: readonly NumberedLine[],
  names: ReadonlySet<string>,
): readonly NumberedLine[] {
  const isTurn = ({ name }: NumberedLine): boolean => names.has(name ?? '');
  const turns = numbers.filter(isTurn);
  let next = 0;
  return numbers.filter(line => {
    if (isTurn(line)) {
      next++;
      return true;
    }
    const [before, after] = [turns[next - 1], turns[next]];
    return before === undefined || after === undefined || after.number !== before.number + 1;
  });
}

interface NumberedLines {
  readonly numbered: ReadonlySet<number>;
  /** The lines behind the last of a page and above the first of the next one. */
  readonly between: ReadonlySet<number>;
}

function linesBetween(pages: readonly (readonly NumberedLine[])[]): readonly number[] {
  return pages.flatMap((page, index) => {
    const from = (page.at(-1)?.at ?? 0) + 1;
    const to = pages[index + 1]?.[0]?.at ?? 0;
    return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  });
}

interface NumberedLine {
  readonly at: number;
  /** Among the lines that are not blank. */
  readonly place: number;
  readonly number: number;
  /** The letter that stands for the number. */
  readonly letter: string | undefined;
  /** What stands before a colon behind the number. */
  readonly name: string | undefined;
}

/** How far a number may be from the one before it, as one or two may be missing. */
const WIDEST_STEP = 3;

/**
 * The longest of the rows of lines whose numbers rise, nearly one by one, whatever stands between them, and may begin again
 * with 1, as on a new page.
 */
function longestCount(numbers: readonly NumberedLine[]): readonly NumberedLine[] {
  const before: number[] = [];
  const sizes: number[] = [];
  const last = new Map<number, number>();
  let end = -1;
  for (const [index, { number }] of numbers.entries()) {
    let previous = number === 1 ? end : -1;
    for (let step = 1; step <= WIDEST_STEP; step++) {
      const other = last.get(number - step) ?? -1;
      if ((sizes[other] ?? 0) > (sizes[previous] ?? 0)) previous = other;
    }
    before.push(previous);
    sizes.push((sizes[previous] ?? 0) + 1);
    last.set(number, index);
    if ((sizes[index] ?? 0) > (sizes[end] ?? 0)) end = index;
  }
  const count: NumberedLine[] = [];
  for (let index = end; index >= 0; index = before[index] ?? -1) {
    const line = numbers[index];
    if (line !== undefined) count.push(line);
  }
  return count.reverse();
}

/** A count that begins again without names is no list that somebody says, if it is as long as this. */
const LONG_PAGE = 5;

/** The parts of a count that begin with 1 again, which are pages: the first, those with names, and those nearly as long as others. */
function pagesIn(
  count: readonly NumberedLine[],
  names: ReadonlySet<string>,
): readonly (readonly NumberedLine[])[] {
  const pages: NumberedLine[][] = [];
  for (const line of count) {
    const page = pages.at(-1);
    if (page === undefined || line.number <= (page.at(-1)?.number ?? 0)) pages.push([line]);
    else page.push(line);
  }
  if (pages.length < 2) return pages;
  const longest = Math.max(...pages.map(({ length }) => length));
  const isLong = ({ length }: readonly NumberedLine[]): boolean =>
    length >= LONG_PAGE && length * 2 >= longest;
  return pages.filter(page => isLong(page) || page.some(({ name }) => names.has(name ?? '')));
}

/** The names that stand before colons more than once, behind a number or not. */
function namesComingAgain(lines: readonly string[], numbers: readonly NumberedLine[]): ReadonlySet<string> {
  const isNumbered = new Set(numbers.map(({ at }) => at));
  const plain = lines.flatMap((line, at) => {
    const label = isNumbered.has(at) ? undefined : labelledLine(line.trim());
    return label?.hasColon === true ? [label.name] : [];
  });
  const counts = new Map<string, number>();
  for (const name of [...plain, ...numbers.flatMap(({ name }) => name ?? [])])
    counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > 1).map(([name]) => name));
}

/** Whether almost all lines but a short head are counted, and the count is none that a speaker right above it says. */
function isAlmostAll(
  count: readonly NumberedLine[],
  said: readonly number[],
  lines: readonly string[],
): boolean {
  const { place = 0, at = 0 } = count[0] ?? {};
  if (place > FEW_LINES || count.length * 3 < (said.length - place) * 2) return false;
  return (
    labelledLine((lines[at - 1] ?? '').trim())?.hasColon !== true ||
    count.some(({ name }) => name !== undefined)
  );
}
