import { labelledLine } from './speakerLabel';

/** What the number of a line may look like. */
export const NUMBERED =
  /^\s*(?:(\d{1,5})[.):/]?|\((\d{1,5})\)|\[(\d{1,5})\]|#(\d{1,5})|([a-z]|[ivxlc]{2,8})[.)](?=\s))(?:\s+|$|(?=→|-{1,2}>))/i;

/** How many lines may stand above the first number where nothing but the numbers tells that they are numbers of lines. */
const FEW_LINES = 5;
const SHORTEST_COUNT = 3;

/**
 * The lines that begin with numbers of their own, as those of Jefferson and GAT transcripts do, and numbered turns. Lines
 * between them may have none, such as those of pages and comments. Behind the numbers stand names that come again; where
 * they do not, hardly anything stands above or between, as else the numbers may be those of a list that somebody says.
 */
export function numberedLines(lines: readonly string[]): NumberedLines {
  const said = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  const areRoman = lines.some(line => romanNumber(ROMAN.exec(line)?.[1] ?? '') !== undefined);
  const found = said.flatMap((at, place): readonly NumberedLine[] => {
    const match = NUMBERED.exec(lines[at] ?? '');
    if (match === null) return [];
    const label = labelledLine((lines[at] ?? '').slice(match[0].length).trim());
    const [, bare, round, square, sharp, sign = ''] = match;
    const roman = areRoman ? romanNumber(sign) : undefined;
    const letter = roman === undefined && sign !== '' ? sign : undefined;
    if (letter !== undefined && letter.length > 1) return [];
    const own = letter === undefined ? roman : letter.toLowerCase().charCodeAt(0) - BEFORE_A;
    const number = own ?? Number(bare ?? round ?? square ?? sharp);
    return [{ at, place, number, letter, name: label?.hasColon === true ? label.name : undefined }];
  });
  const numbers = withoutInitials(found);
  const names = namesComingAgain(lines, numbers);
  const pages = pagesIn(longestCount(withoutListed(numbers, names)), names);
  const count = pages.flat();
  const [first] = count;
  const size = (count.at(-1)?.place ?? 0) - (first?.place ?? 0) + 1;
  const hasNames = count.some(({ name }) => names.has(name ?? '')) && count.length * 3 >= size * 2;
  const isCount =
    count.length >= SHORTEST_COUNT &&
    (hasNames || isAlmostAll(count, said, lines) || standAbove(count, said, lines));
  const isNearTop = (numbers[0]?.place ?? 0) <= FEW_LINES;
  const turns = numbers.filter(({ name }) => name !== undefined && (isNearTop || names.has(name)));
  const rise = turns.every(({ number }, at) => at === 0 || number > (turns[at - 1]?.number ?? 0));
  const all = [...(isCount ? count : []), ...(turns.length >= 2 && rise ? turns : [])];
  return { numbered: new Set(all.map(({ at }) => at)), between: new Set(isCount ? linesBetween(pages) : []) };
}

/** Roman numerals are told from letters where one has several signs. */
const ROMAN = /^\s*([ivxlc]{2,8})[.)]\s/i;
const ROMAN_NUMBER = /^c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i;
const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The number that a text of Roman numerals is. */
function romanNumber(text: string): number | undefined {
  if (text === '' || !ROMAN_NUMBER.test(text)) return undefined;
  const digits = [...text.toLowerCase()].map(sign => ROMAN_DIGITS[sign] ?? 0);
  return digits.reduce((all, digit, at) => all + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
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

/** Whether each number stands alone right above a line that begins with a name, as where turns are pasted from cells. */
function standAbove(
  count: readonly NumberedLine[],
  said: readonly number[],
  lines: readonly string[],
): boolean {
  const isAlone = ({ at }: NumberedLine): boolean => /^\W*\d+\W*$/.test(lines[at] ?? '');
  const isAbove = ({ place }: NumberedLine): boolean =>
    labelledLine((lines[said[place + 1] ?? -1] ?? '').trim())?.hasColon === true;
  return count.every(line => isAlone(line) && isAbove(line));
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
