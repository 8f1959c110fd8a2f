import { comparable } from '../../text/comparable';
import type { ImportContext } from './importedTranscript';
import { type NamePlace, spelledTime } from './plainLine';
import type { ReadLine } from './plainLines';
import {
  endsLikeSentence,
  isAnnouncement,
  isMadeName,
  isOfName,
  looksPlain,
  type SpeakerNames,
  speakersAmong,
  tidyName,
  withoutColon,
} from './speakerLabel';

/** What a whole file tells of who speaks in it. */
interface PlainSpeakers {
  /** Whether the name in a line is a speaker's. */
  isSpeaker(line: ReadLine): boolean;
  /** Whether a line of the head tells who somebody is: `Konselor: Rina Lestari` above `Tanggal: 12 Maret`. */
  isOfHead(line: ReadLine): boolean;
  /** Whether the name in a line comes once, and may as well be said. */
  isUnsure(line: ReadLine): boolean;
  /** Whether a line is a speaker's name and nothing else, above the words. */
  isNameAlone(line: ReadLine): boolean;
  /** Whether a line has the initials of the speaker below it, as Teams shows them in place of a picture. */
  areInitials(line: ReadLine): boolean;
  /** Whether a line that is only a time is one, and not said; `next` is the line below. */
  isMark(line: ReadLine, next: ReadLine | undefined): boolean;
}

/** What begins a list of who was there. */
const ATTENDEES = /^(?:attendees|participants|speakers|invited|hadir|peserta|penutur)\b(?!\s*\d):?\s*/i;
/** What may begin a line that has a name. */
const TITLE = /^([^:]{1,60}?)\s*:\s*/;

/** How much of a line stands before names of who was there, all of it where they stand below: `Peserta: `; or 0. */
export function namesBehind(line: string): number {
  const [title = '', name = ''] = TITLE.exec(line) ?? [];
  return isOfName(name) ? title.length : (ATTENDEES.exec(line)?.[0].length ?? 0);
}

/**
 * Which names are speakers', by the place in which they stand. Known names are in any, and so are those of a list of
 * who was there. Before a colon, see
 * {@link speakersAmong}. With a time on a line of their own, all that look like names, and what comes again. Where a
 * sentence could stand as well, what comes again in that very place, or is part of a shape that most lines have.
 */
export function speakersInPlaces(lines: readonly ReadLine[], given: ImportContext): PlainSpeakers {
  const listed = namesListed(lines);
  const known = (name: string): boolean => given.isSpeaker(name) || listed.has(comparable(name));
  const context: ImportContext = { ...given, isSpeaker: known };
  const said = lines.filter(({ text }) => text !== '');
  const candidates = candidatesIn(lines);
  const { names: beforeColon, unsure } = colonSpeakers(said, context);
  const inPlace = new Map(
    [...candidates].map(
      ([place, found]) =>
        [place, speakersIn(place, found, said.length, known, beforeColon.size > 0)] as const,
    ),
  );
  const anywhere = new Set([...inPlace.values()].flatMap(names => [...names].map(comparable)));
  const marks = clockMarks(lines);
  const above = namesAboveTimes(lines, marks, known);
  const alone = namesAlone(lines, known, beforeColon.size > 0, above);
  const initials = initialsAbove(lines, alone);
  const head = whoWasThere(lines);
  return {
    isSpeaker: ({ read }) => {
      if (read?.name === undefined || read.place === undefined) return false;
      const { name, place } = read;
      if (place === 'colon' || place === 'bracket') return beforeColon.has(name);
      if (place === 'other sign') return true;
      if (place === 'nearly head')
        return beforeColon.has(name) || anywhere.has(comparable(name)) || known(name);
      return inPlace.get(place)?.has(name) === true;
    },
    isOfHead: ({ piece }) => head.has(piece),
    isUnsure: ({ read }) => read?.place === 'colon' && !read.isTimed && unsure.has(read.name ?? ''),
    isNameAlone: ({ piece }) => alone.has(piece),
    areInitials: ({ piece }) => initials.has(piece),
    isMark: ({ piece }) => marks.has(piece),
  };
}

/** How many lines a list of who was there may stand below. */
const FIRST_LINES = 30;

/** The names in lists of who was there, above the turns, in whole and by their first word, as they compare. */
function namesListed(lines: readonly ReadLine[]): ReadonlySet<string> {
  const names = lines.slice(0, FIRST_LINES).flatMap(({ text }, at) => {
    const before = lines[at - 1]?.text ?? '';
    const head = namesBehind(text);
    const isBelow = head === 0 && before !== '' && namesBehind(before) === before.length;
    if (head === 0 && !isBelow) return [];
    return text.slice(head).split(/[,;]/).map(tidyName).filter(looksPlain);
  });
  return new Set(names.flatMap(name => [name, name.split(' ')[0] ?? name]).map(comparable));
}

/**
 * The lines above the first blank one that tell who somebody is: each line has another title and something that looks
 * like a name, but for at least one that has a date or the like.
 */
function whoWasThere(lines: readonly ReadLine[]): ReadonlySet<number> {
  const end = lines.findIndex(({ text }, at) => at > 0 && text === '');
  const head = lines.slice(0, Math.max(0, end)).filter(({ read }) => read?.place === 'colon');
  const names = head.map(({ read }) => read?.name ?? '');
  const isFact = ({ read }: ReadLine): boolean => isAnnouncement(read?.name ?? '');
  const people = head.filter(line => !isFact(line));
  const areNames = people.every(({ read }) => looksPlain(read?.words.replace(/,.*$/, '') ?? ''));
  const hasDate = head.some(line => isFact(line) && /\d/.test(line.text));
  return new Set(
    new Set(names).size === names.length && areNames && hasDate ? people.map(({ piece }) => piece) : [],
  );
}

type FoundName = { readonly name: string; readonly hasWordsBelow: boolean };

/** The names in each place where a colon does not tell. */
function candidatesIn(lines: readonly ReadLine[]): ReadonlyMap<NamePlace, readonly FoundName[]> {
  const found = new Map<NamePlace, FoundName[]>();
  for (const [at, { read }] of lines.entries()) {
    if (read?.name === undefined || read.place === undefined || read.place === 'nearly head') continue;
    const next = lines[at + 1];
    const hasWordsBelow = next?.read !== undefined && !next.read.isTimed && next.read.place !== 'head';
    const own = found.get(read.place) ?? [];
    own.push({ name: read.name, hasWordsBelow });
    found.set(read.place, own);
  }
  return found;
}

function colonSpeakers(lines: readonly ReadLine[], context: ImportContext): SpeakerNames {
  const labels = lines.flatMap(({ read }) =>
    read?.name !== undefined && (read.place === 'colon' || read.place === 'bracket')
      ? [{ name: read.name, hasColon: read.place === 'colon' }]
      : [],
  );
  const unsure = lines.filter(({ read }) => read?.place !== 'head' && read?.isTimeAlone === false).length;
  const all = speakersAmong(labels, unsure, context);
  return { ...all, names: withoutHeadLines(lines, all.names, context) };
}

/**
 * Lines such as `Audio file: a.mp3` above a blank line and above all that comes again are no speakers', though most
 * lines begin with names.
 */
function withoutHeadLines(
  lines: readonly ReadLine[],
  speakers: ReadonlySet<string>,
  context: ImportContext,
): ReadonlySet<string> {
  const counts = countsOf(lines.flatMap(({ read }) => (read?.place === 'colon' ? (read.name ?? []) : [])));
  const isSure = (name: string): boolean => (counts.get(name) ?? 0) > 1 || context.isSpeaker(name);
  const first = lines.findIndex(
    ({ read }) => read?.name !== undefined && speakers.has(read.name) && isSure(read.name),
  );
  const head = first < 0 ? [] : lines.slice(0, first);
  const isApart = (lines[first]?.piece ?? 0) > (head.at(-1)?.piece ?? 0) + 1;
  if (!isApart || head.length < 2) return speakers;
  const above = new Set(head.flatMap(({ read }) => read?.name ?? []));
  return new Set([...speakers].filter(name => !above.has(name) || isSure(name)));
}

function speakersIn(
  place: NamePlace,
  found: readonly FoundName[],
  lines: number,
  known: (name: string) => boolean,
  hasColons: boolean,
): ReadonlySet<string> {
  const counts = countsOf(found.map(({ name }) => name));
  const comesAgain = (name: string): boolean => (counts.get(name) ?? 0) > 1 && !endsLikeSentence(name);
  const areRepeated = [...counts.values()].some(count => count > 1);
  const shapeHolds = (name: string): boolean => {
    const isMostly = found.length * 3 >= lines && found.length > 1;
    if (place === 'head') return looksLikeHead(name) && (looksPlain(name) || !hasColons);
    if (place === 'behind dash') return looksPlain(name) && found.every(({ hasWordsBelow }) => hasWordsBelow);
    if (place === 'behind time')
      return (
        (isMadeName(name) || (looksPlain(name) && isMostly)) &&
        found.every(({ hasWordsBelow }) => hasWordsBelow)
      );
    if (place === 'before time') return (isMadeName(name) || looksPlain(name)) && isMostly;
    return looksPlain(name) && areRepeated && (isMostly || place === 'before dash');
  };
  const isNeeding = (name: string): boolean =>
    (place !== 'behind time' && place !== 'before dash') ||
    found.some(each => each.name === name && each.hasWordsBelow);
  return new Set(
    [...counts.keys()].filter(
      name =>
        known(name) || (!isAnnouncement(name) && isNeeding(name) && (comesAgain(name) || shapeHolds(name))),
    ),
  );
}

/** A name and what somebody does while speaking: `Konselor (tersenyum)`. */
const WITH_ASIDE = /^(.+?)\s*(?:\([^()]*\)|\[[^[\]]*\])$/;

/** The lines with what stands in brackets behind a name among the words, where the name comes without it, too. */
export function withoutAsidesInNames(lines: readonly ReadLine[]): readonly ReadLine[] {
  const names = new Set(
    lines.flatMap(({ read }) => (read?.place === 'colon' && read.name !== undefined ? [read.name] : [])),
  );
  return lines.map(line => {
    const { read, text } = line;
    const base = read?.place === 'colon' ? WITH_ASIDE.exec(read.name ?? '')?.[1] : undefined;
    const at = base === undefined || !names.has(base) ? -1 : text.indexOf(base);
    if (read === undefined || base === undefined || at < 0) return line;
    const words = text.slice(at + base.length).trimStart();
    return words.endsWith(read.words) ? { ...line, read: { ...read, name: base, words } } : line;
  });
}

/**
 * The lines with names that another sign than a colon parts from the words, where most lines begin so: known names, and
 * those that look like names and come again.
 */
export function withOtherSigns(lines: readonly ReadLine[], context: ImportContext): readonly ReadLine[] {
  const said = lines.flatMap(({ read }) => read ?? []);
  const others = countsOf(said.flatMap(({ other }) => other?.name ?? []));
  const names = [...others].filter(
    ([name, count]) => context.isSpeaker(name) || (count > 1 && looksPlain(name) && !isAnnouncement(name)),
  );
  const colons = countsOf(said.flatMap(({ name, place }) => (place === 'colon' ? (name ?? []) : [])));
  const repeated = [...colons].filter(([name, count]) => count > 1 || context.isSpeaker(name));
  const size = sumOf(names);
  if (names.length < 2 || size * 2 < said.length || sumOf(repeated) * 2 >= size) return lines;
  const isName = new Set(names.map(([name]) => name));
  return lines.map(line => {
    const other = line.read?.other;
    return isName.has(other?.name ?? '') ? { ...line, read: other } : line;
  });
}

function countsOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function sumOf(counts: readonly (readonly [name: string, count: number])[]): number {
  return counts.reduce((sum, [, count]) => sum + count, 0);
}

/** A name with its own sign of a time beside it: whatever does not end or go on like a sentence. */
function looksLikeHead(name: string): boolean {
  return !endsLikeSentence(name) && !/^[[({]/.test(name) && name.split(' ').length <= 8;
}

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
function namesAlone(
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
  const counts = countsOf(places.map(({ name }) => comparable(name)));
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
function namesAboveTimes(
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
  const counts = countsOf(found.map(({ name }) => comparable(name)));
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
function initialsAbove(lines: readonly ReadLine[], alone: ReadonlySet<number>): ReadonlySet<number> {
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
function clockMarks(lines: readonly ReadLine[]): ReadonlySet<number> {
  const alone = lines.filter(
    ({ read, text }) => read?.isTimeAlone === true && spelledTime(text) === undefined,
  );
  const isLong = ({ text }: ReadLine): boolean => !isShortClock(text);
  const isSpan = ({ read }: ReadLine): boolean => read?.end !== undefined;
  const short = alone.filter(line => !isLong(line));
  const clocks = [
    ...alone.filter(isLong),
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
