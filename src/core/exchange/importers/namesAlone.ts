import { comparable } from '../../text/comparable';
import type { ReadLine } from './plainLines';
import { countsByName, isAnnouncement, isMadeName, looksPlain, tidyName, withoutColon } from './speakerLabel';
import { minuteTold, spelledTime } from './timeForms';

/** A line that is nothing but a name, without a colon, emphasis and the sign of a heading. */
export function nameIn(line: string): string {
  if (!/^[#*_]/.test(line)) return tidyName(withoutColon(line));
  const plain = line.replace(/^#{1,6}\s+/, '').replace(/^(\*{1,3}|_{1,3})(.+)\1(:?)$/, '$2$3');
  return tidyName(withoutColon(plain));
}

/** In UTF-16 code units. */
const LONGEST_LINE = 80;

/** Whether several known names are all that is said in lines. */
function haveSeveral(lines: readonly ReadLine[], known: (name: string) => boolean): boolean {
  let first: string | undefined;
  return lines.some(({ text }) => {
    const name = text === '' || text.length > LONGEST_LINE ? '' : nameIn(text);
    if (name === '' || !known(name)) return false;
    first ??= comparable(name);
    return comparable(name) !== first;
  });
}

/** Whether a line is a heading or emphasis, below which Markdown has a blank line. */
function isMarked(line: string): boolean {
  return /^[#*_]/.test(line) && nameIn(line) !== tidyName(withoutColon(line));
}

/**
 * The pieces that are a name alone above words: a known one, or one that comes again where most stretches begin so. Where
 * no name has a colon and several known ones stand alone, they need not be the first of a stretch. Where names stand
 * right above times, what is right below one is said.
 */
export function namesAlone(
  lines: readonly ReadLine[],
  known: (name: string) => boolean,
  hasColons: boolean,
  above: ReadonlySet<number>,
): ReadonlySet<number> {
  const isTight = !hasColons && haveSeveral(lines, known);
  const places = lines.flatMap((line, at) => {
    const { read, text } = line;
    const name = nameIn(text);
    const before = lines[at - 1]?.read;
    const next = lines[at + 1]?.read;
    const isAlone =
      read !== undefined &&
      (next !== undefined || isMarked(text)) &&
      !read.isTimed &&
      (read.place === undefined || read.name === name) &&
      (before === undefined || (before.isTimeAlone && above.size === 0) || (isTight && known(name)));
    const isBesideTime = before?.isTimeAlone === true || next?.isTimeAlone === true;
    return isAlone ? [{ piece: line.piece, name, isBesideTime }] : [];
  });
  const counts = countsByName(places.map(({ name }) => comparable(name)));
  const starts = lines.filter(
    ({ read }, at) => read !== undefined && lines[at - 1]?.read === undefined,
  ).length;
  const repeated = places.filter(({ name }) => looksPlain(name) && (counts.get(comparable(name)) ?? 0) > 1);
  const isShape = repeated.length > 2 && repeated.length * 2 >= starts;
  const isName = ({ name, isBesideTime }: (typeof places)[number]): boolean => {
    if (known(name) || (isBesideTime && isMadeName(name))) return true;
    if (!looksPlain(name) || isAnnouncement(name)) return false;
    const comesAgain = (counts.get(comparable(name)) ?? 0) > 1;
    return comesAgain ? isShape || isBesideTime : isBesideTime && repeated.length > 1;
  };
  return new Set([...above, ...places.filter(isName).map(({ piece }) => piece)]);
}

/**
 * The pieces that are a name right above a time, with or without a blank line before it, where such names come again
 * and there is one above most times: what is right above a time may be the end of a turn as well.
 */
export function namesAboveTimes(
  lines: readonly ReadLine[],
  marks: ReadonlySet<number>,
  known: (name: string) => boolean,
): ReadonlySet<number> {
  const isMark = (line: ReadLine | undefined): boolean => line !== undefined && marks.has(line.piece);
  const firsts = lines.flatMap((line, at) => (isMark(line) && !isMark(lines[at - 1]) ? [at] : []));
  const lasts = lines.flatMap((line, at) => (isMark(line) && !isMark(lines[at + 1]) ? [at] : []));
  const found = firsts.flatMap((at, group) => {
    const { piece = 0, text = '', read } = lines[at - 1] ?? {};
    const name = nameIn(text);
    const isName = read !== undefined && (read.place === undefined || read.name === name);
    const isSure = known(name) || lines[(lasts[group] ?? at) + 1]?.read?.name === name;
    return isName && !isAnnouncement(name) && (looksPlain(name) || isSure)
      ? [{ piece, name, isSure, group }]
      : [];
  });
  const counts = countsByName(found.map(({ name }) => comparable(name)));
  const comesAgain = (name: string): boolean => (counts.get(comparable(name)) ?? 0) > 1;
  const again = found.filter(({ name, isSure }) => isSure || comesAgain(name));
  if (again.length < 2 || again.length * 2 < found.length || found.length * 4 < firsts.length * 3)
    return new Set();
  // Where names stand below times, nothing or a head stands above the first, and what comes again above others is said.
  const below = lasts.map(at => lines[at + 1]?.text ?? '');
  const first = found.find(({ group }) => group === 0);
  const areBelow =
    below.every(text => looksPlain(nameIn(text))) &&
    (first === undefined || (!comesAgain(first.name) && new Set(below.map(comparable)).size <= counts.size));
  return areBelow ? new Set() : new Set(found.map(({ piece }) => piece));
}

/** The pieces that are the initials of a name alone that is the next line below them, and has a time in words. */
export function initialsAbove(lines: readonly ReadLine[], alone: ReadonlySet<number>): ReadonlySet<number> {
  const said = lines.filter(({ text }) => text !== '');
  return new Set(
    said.flatMap(({ piece, text }, at) => {
      const name = said[at + 1];
      const isName = name !== undefined && alone.has(name.piece) && spelledTime(said[at + 2]?.text ?? '');
      return isName && areInitialsOf(text, nameIn(name.text)) ? [piece] : [];
    }),
  );
}

function areInitialsOf(text: string, name: string): boolean {
  const letters = name.split(' ').flatMap(word => /^\p{L}/u.exec(word)?.[0].toUpperCase() ?? []);
  return (
    /^\p{Lu}{1,4}$/u.test(text) &&
    [letters.join(''), `${letters[0]}${letters.at(-1)}`, letters[0]].includes(text)
  );
}

/**
 * The pieces that are only a time: in numbers with hours and all, or of which there are several that rise; in words
 * where the next line has the same time.
 */
export function clockMarks(lines: readonly ReadLine[]): ReadonlySet<number> {
  const alone = lines.filter(
    ({ read, text }) => read?.isTimeAlone === true && spelledTime(text) === undefined,
  );
  const isLong = ({ text }: ReadLine): boolean => !isShortClock(text);
  const isSpan = ({ read }: ReadLine): boolean => read?.end !== undefined;
  const isMinute = ({ text }: ReadLine): boolean => minuteTold(text)?.isWhole === true;
  const short = alone.filter(line => !isLong(line));
  const clocks = [
    ...alone.filter(line => isLong(line) && !isMinute(line)),
    ...rising(alone.filter(isMinute)),
    ...rising(short.filter(isSpan)),
    ...rising(short.filter(line => !isSpan(line))),
  ];
  const spelled = lines.filter(({ read, text }, at) => {
    const time = read?.isTimeAlone === true ? spelledTime(text) : undefined;
    return time !== undefined && (time.hasClock || lines[at + 1]?.read?.start === time.start);
  });
  return new Set([...clocks, ...spelled].map(({ piece }) => piece));
}

/** Times that go on from one to the next; a single one may be said, or tell at what time of day the session was. */
function rising(lines: readonly ReadLine[]): readonly ReadLine[] {
  const rises = lines.every(({ read }, at) => (read?.start ?? 0) >= (lines[at - 1]?.read?.start ?? 0));
  return rises && lines.length > 1 ? lines : [];
}

function isShortClock(text: string): boolean {
  return /^\d{1,3}:\d{2}(?:\s*(?:-->|-|–)\s*\d{1,3}:\d{2})?$/.test(text);
}
