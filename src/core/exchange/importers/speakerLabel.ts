import { languages } from '../../language/languages';
import { wordsOf } from '../../language/languageWords';
import type { ImportContext } from './importedTranscript';

/** A name before a colon at the beginning of a line, and the words behind it. */
interface LabelledLine {
  readonly name: string;
  readonly words: string;
}

const LONGEST_NAME = 40;
const MOST_WORDS = 5;
/** `**Name:** …`, `**Name**: …`, `[Name]: …`, `{Name} …`, `#Name: …`, `@name: …`, `Name    : …`. */
const LABELS: readonly RegExp[] = [
  /^\*\*([^*:]{1,60}):\*\*(?:\s+|$)(.*)$/s,
  /^\*\*([^*:]{1,60})\*\*\s*:(?:\s+|$)(.*)$/s,
  /^\[([^[\]:]{1,60})\]\s*:?(?:\s+|$)(.*)$/s,
  /^\{([^{}:]{1,60})\}\s*:?(?:\s+|$)(.*)$/s,
  /^[#@]?(\p{L}[^:\n]{0,59}?)\s*:(?:\s+|$)(.*)$/su,
];
/** What makes a beginning a sentence rather than a name. */
const NOT_IN_NAMES = /[?!;,"“”„<>|=]/u;
/** What makes it a time of day, before another word. */
const BEFORE_TIME = wordsOf(languages, ({ transcripts }) => transcripts.beforeTime);
/** Words that announce something else than a speaker. */
const ANNOUNCEMENTS: ReadonlySet<string> = new Set([
  'http',
  'https',
  ...wordsOf(languages, ({ transcripts }) => transcripts.announcements),
]);

/** The name and words of a line that begins like one of a speaker; whether it is one, the whole file tells. */
export function labelledLine(line: string): LabelledLine | undefined {
  for (const label of LABELS) {
    const match = label.exec(line);
    if (match === null) continue;
    const name = (match[1] ?? '').replace(/\s+/g, ' ').trim();
    return looksLikeName(name) ? { name, words: match[2] ?? '' } : undefined;
  }
  return undefined;
}

function looksLikeName(name: string): boolean {
  const words = name.toLowerCase().split(' ');
  if (name.length > LONGEST_NAME || words.length > MOST_WORDS) return false;
  if (words.slice(0, -1).some(word => BEFORE_TIME.includes(word))) return false;
  return /\p{L}/u.test(name) && !NOT_IN_NAMES.test(name);
}

/**
 * The names among those that lines begin with that are speakers. Known ones are. Of the others, those that come more
 * than once, and, where at least half of all `lines` begin with a name, also those that come once; never a word that
 * announces something else, such as `Catatan:`.
 */
export function speakersAmong(
  names: readonly string[],
  lines: number,
  context: ImportContext,
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const mostAreNamed = names.length * 2 >= lines;
  const isSpeaker = (name: string, count: number): boolean => {
    if (context.isSpeaker(name)) return true;
    if (ANNOUNCEMENTS.has(name.toLowerCase())) return false;
    return count > 1 || mostAreNamed;
  };
  return new Set([...counts].filter(([name, count]) => isSpeaker(name, count)).map(([name]) => name));
}
