import { anyWordOf } from '../../language/languageWords';
import { transcriptWords } from '../../language/transcriptWords';
import { comparable } from '../../text/comparable';
import type { ImportContext } from './importedTranscript';
import { clockMarks, initialsAbove, namesAboveTimes, namesAlone } from './namesAlone';
import type { NamePlace } from './plainLine';
import type { ReadLine } from './plainLines';
import {
  countsByName,
  endsLikeSentence,
  isAnnouncement,
  isMadeName,
  isOfName,
  looksPlain,
  type SpeakerNames,
  speakersAmong,
  tidyName,
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
  /** Whether somebody who speaks is called so, however the name is written. */
  isCalled(name: string): boolean;
  /** Whether a line that is only a time is one, and not said; `next` is the line below. */
  isMark(line: ReadLine, next: ReadLine | undefined): boolean;
}

/** What begins a list of who was there. */
const ATTENDEES = new RegExp(
  String.raw`^(?:${anyWordOf(transcriptWords, ({ attendees }) => attendees)})\b(?!\s*\d):?\s*`,
  'i',
);
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
  const belowHeads = linesBelowHeads(lines);
  const candidates = candidatesIn(lines, belowHeads);
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
  const called = new Set([...beforeColon].map(comparable));
  return {
    isSpeaker: ({ read, piece }) => {
      if (read?.name === undefined || read.place === undefined) return false;
      const { name, place } = read;
      if (place === 'behind time' && belowHeads.has(piece)) return false;
      if (place === 'colon' || place === 'bracket') return beforeColon.has(name);
      if (place === 'other sign') return true;
      if (place === 'nearly head')
        return beforeColon.has(name) || anywhere.has(comparable(name)) || known(name);
      return inPlace.get(place)?.has(name) === true;
    },
    isOfHead: ({ piece }) => head.has(piece),
    isUnsure: ({ read }) => read?.place === 'colon' && !read.isTimed && unsure.has(read.name ?? ''),
    isNameAlone: ({ piece }) => alone.has(piece),
    isCalled: name => called.has(comparable(name)) || (called.size > 0 && known(name)),
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

/** The lines right below a name with a time, which else would have no words. */
function linesBelowHeads(lines: readonly ReadLine[]): ReadonlySet<number> {
  return new Set(
    lines.flatMap(({ piece }, at) => {
      const above = lines[at - 1]?.read;
      return above?.place === 'head' && above.words === '' ? [piece] : [];
    }),
  );
}

type FoundName = { readonly name: string; readonly hasWordsBelow: boolean };

/** The names in each place where a colon does not tell. */
function candidatesIn(
  lines: readonly ReadLine[],
  belowHeads: ReadonlySet<number>,
): ReadonlyMap<NamePlace, readonly FoundName[]> {
  const found = new Map<NamePlace, FoundName[]>();
  for (const [at, { read, text, piece }] of lines.entries()) {
    if (read?.name === undefined || read.place === undefined || read.place === 'nearly head') continue;
    if (read.place === 'behind time' && belowHeads.has(piece)) continue;
    // Below a heading Markdown has a blank line.
    const isAbove = /^[#*_]/.test(text) && lines[at + 1]?.text === '';
    const next = lines[isAbove ? at + 2 : at + 1];
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
  const counts = countsByName(
    lines.flatMap(({ read }) => (read?.place === 'colon' ? (read.name ?? []) : [])),
  );
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
  const counts = countsByName(found.map(({ name }) => name));
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
  const others = countsByName(said.flatMap(({ other }) => other?.name ?? []));
  const names = [...others].filter(
    ([name, count]) => context.isSpeaker(name) || (count > 1 && looksPlain(name) && !isAnnouncement(name)),
  );
  const colons = countsByName(said.flatMap(({ name, place }) => (place === 'colon' ? (name ?? []) : [])));
  const repeated = [...colons].filter(([name, count]) => count > 1 || context.isSpeaker(name));
  const size = sumOf(names);
  if (names.length < 2 || size * 2 < said.length || sumOf(repeated) * 2 >= size) return lines;
  const isName = new Set(names.map(([name]) => name));
  return lines.map(line => {
    const other = line.read?.other;
    return isName.has(other?.name ?? '') ? { ...line, read: other } : line;
  });
}

function sumOf(counts: readonly (readonly [name: string, count: number])[]): number {
  return counts.reduce((sum, [, count]) => sum + count, 0);
}

/** A name with its own sign of a time beside it: whatever does not end or go on like a sentence. */
function looksLikeHead(name: string): boolean {
  return !endsLikeSentence(name) && !/^[[({]/.test(name) && name.split(' ').length <= 8;
}
