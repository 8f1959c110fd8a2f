import { languages } from '../../language/languages';
import { wordsOf } from '../../language/languageWords';
import { transcriptWords } from '../../language/transcriptWords';
import { LIST_SIGNS } from '../../note/taskLine';
import { onOneLine } from '../../text/onOneLine';
import type { ImportContext } from './importedTranscript';

/** A name where a speaker's would stand at the beginning of a line, and the words behind it. */
export interface LabelledLine {
  readonly name: string;
  /** The end of the line. */
  readonly words: string;
  /** Whether it says by itself that it is one: by a colon with a blank behind it, or by emphasis with one. */
  readonly hasColon: boolean;
}

/** In UTF-16 code units. */
const LONGEST_NAME = 80;
const LONGEST_PLAIN = 40;
const MOST_WORDS = 5;
const FEW_WORDS = 3;
/** `**Name:** …`, `*Name*: …`, `__Name:__ …`, `[Name]: …`, `{Name}: …`. */
const MARKED_LABELS: readonly RegExp[] = [
  /^(?<mark>\*{1,3}|_{1,3})(?<name>[^*:]{1,80}):\k<mark>(?:\s+|$)(?<words>.*)$/s,
  /^(?<mark>\*{1,3}|_{1,3})(?<name>[^*:]{1,80}?)\k<mark>\s*:(?:\s+|$)(?<words>.*)$/s,
  /^\[(?<name>[^[\]:]{1,80})\]\s*:(?:\s+|$)(?<words>.*)$/s,
  /^\{(?<name>[^{}:]{1,80})\}\s*:(?:\s+|$)(?<words>.*)$/s,
];
const MARK = /^[*_[{]/;
/** What a list, a talk of two, captions at a change of speakers, overlaps and a line that is pointed at begin with. */
const DASH = new RegExp(
  String.raw`^(?:\/{2}\s*|(?:-{1,2}>|=>|→)\s*|>{2,3}\s*|>\s+|[-–—·${LIST_SIGNS}]\s*|\*\s+)(?=\S)`,
  'u',
);
/** A name like those that programs give whom they do not know. */
const MADE_NAME = /^(?:speaker|spk|participant|penutur|pembicara|partisipan|sprecher|person)[ _-]?\d{1,3}$/i;
/** What may stand before the colon of `#Name: …`, `@name: …`, `Name    : …`. */
const BEFORE_COLON = /^[#@]?([^\s:#@][^:\n]{0,79})$/u;
/** The same without a colon, as annotations stand there, too: only a known name is a speaker's. */
const BRACKETED = /^(?:\[([^[\]:]{1,80})\]|\{([^{}:]{1,80})\})(?:\s+|$)(.*)$/s;
/** What makes a beginning a sentence rather than a name, unless it comes again. */
const ODD_IN_NAMES = /[?!;,"“”„<>|=]/u;
/** What makes it a time of day, before another word. */
const BEFORE_TIME = wordsOf(languages, ({ clock }) => clock.onlyBefore);
/** Words that announce something else than a speaker. */
const ANNOUNCEMENTS: ReadonlySet<string> = new Set([
  'http',
  'https',
  ...wordsOf(transcriptWords, ({ announcements }) => announcements),
  ...wordsOf(languages, ({ ordinals }) => ordinals),
]);
const NAMING = wordsOf(transcriptWords, ({ naming }) => naming);
/** What tells what was said. */
const SAYING = wordsOf(transcriptWords, ({ saying }) => saying);

/** The name and words of a line that begins like one of a speaker; whether it is one, the whole file tells. */
export function labelledLine(line: string): LabelledLine | undefined {
  return labelIn(line.replace(DASH, ''));
}

/** Whether a line begins as what one of several says does: `- Yes.`, `>> Yes.` */
export function isDashed(line: string): boolean {
  return /^(?:[-–—](?!-?>)|>>)/u.test(line) && DASH.test(line);
}

/** Whether a line begins as captions do at each change of speakers. */
export function isChange(line: string): boolean {
  return line.startsWith('>>');
}

function labelIn(given: string): LabelledLine | undefined {
  const wide = given.indexOf('：');
  const line = wide < 0 ? given : withPlainColon(given, wide);
  const colon = line.indexOf(':');
  const before = colon < 0 ? undefined : (markedLabel(line) ?? plainLabel(line, colon));
  if (before !== undefined) {
    const name = withoutSigns(tidyName(before[0]));
    return couldBeName(name) ? { name, words: before[1], hasColon: before[2] !== 'tight' } : undefined;
  }
  if (!MARK.test(line)) return undefined;
  const bracketed = BRACKETED.exec(line);
  if (bracketed === null) return undefined;
  const name = tidyName(bracketed[1] ?? bracketed[2]);
  return couldBeName(name) ? { name, words: bracketed[3] ?? '', hasColon: false } : undefined;
}

/** The colon of East Asian keyboards, which has its blank in itself, where it is the first. */
function withPlainColon(line: string, at: number): string {
  const colon = line.indexOf(':');
  return colon >= 0 && colon < at ? line : `${line.slice(0, at)}: ${line.slice(at + 1)}`;
}

/** A name without curly quotation marks around it, or what makes it a link. */
function withoutSigns(name: string): string {
  return /^[[“]/.test(name) ? name.replace(/^(?:\[\[(.+)\]\]|“(.+)”)$/, '$1$2') : name;
}

type Label = readonly [name: string, words: string, form?: 'tight'];
/** What stands behind a colon in a time or an address. */
const NO_WORDS = /^[\d/\\]/;

function markedLabel(line: string): Label | undefined {
  if (!MARK.test(line)) return undefined;
  for (const label of MARKED_LABELS) {
    const { name, words } = label.exec(line)?.groups ?? {};
    if (name !== undefined) return [name, words ?? ''];
  }
  return undefined;
}

/** A name before the first colon of a line; without a blank behind it only one that is known otherwise is a speaker's. */
function plainLabel(line: string, colon: number): Label | undefined {
  const words = line.slice(colon + 1);
  const said = words.trimStart();
  const isTight = words !== '' && said.length === words.length;
  if (isTight && NO_WORDS.test(words)) return undefined;
  const name = BEFORE_COLON.exec(line.slice(0, colon).trimEnd())?.[1];
  if (name === undefined) return undefined;
  return isTight ? [name, said, 'tight'] : [name, said];
}

/** How much of a line its label takes. */
export function labelSize(line: string, { words }: LabelledLine): number {
  return line.length - words.length;
}

/** A name with single blanks. */
export function tidyName(name: string | undefined): string {
  return onOneLine(name ?? '');
}

/** A name without the colon behind it. */
export function withoutColon(name: string): string {
  return name.endsWith(':') ? name.slice(0, -1).trimEnd() : name;
}

const DAY = /^(?:\d{1,2}\.? \p{L}+|\p{L}+ \d{1,2},) \d{4}$/u;

/** Whether a text could be a speaker's name, however odd it is; a day is none. */
export function couldBeName(name: string): boolean {
  if (/\d{4}$/.test(name) && DAY.test(name)) return false;
  if (name.length > LONGEST_NAME || !/[\p{L}\p{N}]/u.test(name) || isOpen(name)) return false;
  const words = name.toLowerCase().split(' ');
  return !words.slice(0, -1).some(word => BEFORE_TIME.includes(word));
}

/** Whether a bracket is opened that ends behind it: `(laughs: loudly)`. */
function isOpen(text: string): boolean {
  const count = (signs: RegExp): number => text.match(signs)?.length ?? 0;
  return count(/[([{]/g) > count(/[)\]}]/g);
}

/** Whether a text looks like a name rather than like the beginning of a sentence. */
function isOrdinary(name: string): boolean {
  const words = name
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, '')
    .trim()
    .split(' ');
  return (
    name.length <= LONGEST_PLAIN &&
    words.length <= MOST_WORDS &&
    /^[\p{L}]/u.test(name) &&
    !ODD_IN_NAMES.test(words.join(' '))
  );
}

/** Whether a text ends as a sentence does, not as an initial or a title: `Bima S.` */
export function endsLikeSentence(text: string): boolean {
  return /[?!,;:…]$|(?:\p{Ll}{3}|[\d)\]"”])\.$/u.test(text);
}

/** Whether a text on a line of its own looks like a name: few words, none in lower case but what is in brackets, no full stop. */
export function looksPlain(name: string): boolean {
  const words = name
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, '')
    .trim()
    .split(' ');
  if (!couldBeName(name) || endsLikeSentence(name) || words.length > MOST_WORDS) return false;
  return words.every(
    word => /^[^\p{Ll}]/u.test(word) || /^(?:bin|binti|de|der|di|la|le|van|von)$/u.test(word),
  );
}

/** How often each name is among some. */
export function countsByName(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Names that are taken for speakers'. */
export interface SpeakerNames {
  readonly names: ReadonlySet<string>;
  /** Those that come once among others that come again: it may be said. */
  readonly unsure: ReadonlySet<string>;
}

/**
 * The names among those that lines begin with that are speakers. Known ones are. Others need a colon: those that come
 * more than once, and, where at least half of all `lines` begin with a name, also those that come once and look like
 * one, as the others do; never a word that announces something else, such as `Catatan:`.
 */
export function speakersAmong(
  labels: readonly Pick<LabelledLine, 'name' | 'hasColon'>[],
  lines: number,
  context: ImportContext,
): SpeakerNames {
  const counts = new Map<string, number>();
  for (const { name, hasColon } of labels) counts.set(name, (counts.get(name) ?? 0) + (hasColon ? 1 : 0));
  const mostAreNamed = labels.filter(({ hasColon }) => hasColon).length * 2 >= lines;
  const isSure = (name: string, count: number): boolean =>
    context.isSpeaker(name) || (count > 0 && isMadeName(name)) || (count > 1 && !isAnnouncement(name));
  const sure = [...counts].filter(([name, count]) => isSure(name, count)).map(([name]) => name);
  const mayBeInLowerCase = sure.length === 0 || sure.some(name => !looksPlain(name));
  const isSpeaker = (name: string, count: number): boolean => {
    if (isSure(name, count)) return true;
    if (count === 0 || !mostAreNamed || isAnnouncement(name)) return false;
    return isOrdinary(name) && (mayBeInLowerCase || looksPlain(name));
  };
  const all = [...counts].filter(([name, count]) => isSpeaker(name, count)).map(([name]) => name);
  return {
    names: new Set(all),
    unsure: new Set(sure.length === 0 ? [] : all.filter(name => !sure.includes(name))),
  };
}

/** Whether a name is like those that programs give whom they do not know: `Speaker 1`, `SPEAKER_00`. */
export function isMadeName(name: string): boolean {
  return MADE_NAME.test(name);
}

/** Whether a line begins as one of a speaker who says nothing else does, and may as well be a sentence. */
export function mayBeSpeaker({ name, words, hasColon }: LabelledLine): boolean {
  if (!hasColon || words === '' || isAnnouncement(name)) return false;
  return looksPlain(name) || (isOrdinary(name) && name.split(' ').length <= FEW_WORDS);
}

/** A name and a colon behind the end of a sentence. */
const WITHIN = /(?<=[.?!…"”’)\]]\s+)(\p{L}[^.?!:…\n]{0,40}?)\s*:(?=\s)/gu;

/** The name with a colon behind a sentence among words, if it is that of somebody who speaks. */
export function speakerWithin(words: string, isCalled: (name: string) => boolean): string | undefined {
  if (!words.includes(':')) return undefined;
  for (const [, name = ''] of words.matchAll(WITHIN)) if (isCalled(name)) return name;
  return undefined;
}

/** The beginning of a line that another sign than a colon ends, where it may be a name: `Name. Words`. */
const ENDED = /^(\p{L}[^.;=\t]{0,40}?)(?:\s*[.;=]|\s+[-–—])\s+\S/u;

/** The name that begins a line with another sign behind it, if it is that of somebody who speaks. */
export function nameWithoutColon(line: string, isCalled: (name: string) => boolean): string | undefined {
  const name = ENDED.exec(line)?.[1];
  return name !== undefined && isCalled(name) ? name : undefined;
}

/** Whether a text before a colon announces something else than a speaker. */
export function isAnnouncement(name: string): boolean {
  const parts = name
    .toLowerCase()
    .replace(/\.$/, '')
    .split(/ ?\/ ?/);
  return parts.every(part => ANNOUNCEMENTS.has(part)) || tellsSaying(name) || isOfName(name);
}

/** Whether a text is the title of somebody's name: `Nama konseli`, `Client name`. */
export function isOfName(text: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}]+/u);
  return (
    words.length <= MOST_WORDS && (NAMING.includes(words[0] ?? '') || NAMING.includes(words.at(-1) ?? ''))
  );
}

/** Whether a text tells of what is said, unlike a name: `Dia bilang`, and not `Pak Said`. */
function tellsSaying(text: string): boolean {
  const words = text.split(' ');
  return words.length > 1 && SAYING.includes(words.at(-1) ?? '');
}
