import { wholeWords } from '../../text/literalPattern';
import type { Cue, ImportedTranscript } from './importedTranscript';
import type { WrittenSpeaker } from './speakerRoles';

/** A name of a speaker, or a word of it, that is said. */
export interface SaidName {
  readonly name: string;
  /** What the speaker is called in the transcript. */
  readonly written: string;
  /** How often it is said. */
  readonly count: number;
}

const SHORTEST_NAME = 3;
const TITLES = /^(?:pak|bu|ibu|bapak|kak|mas|mbak|bang|dr|drs|dra|prof|mr|mrs|ms|miss|guest|tamu|host)\.?$/i;

/** The names that speakers are not called by any more, and the words of such names, longest first, with what they are called. */
function replacedNames(
  speakers: ReadonlyMap<string, WrittenSpeaker>,
): readonly (readonly [string, string])[] {
  const all = [...speakers].flatMap(([original, { name: written }]) => {
    if (original === written) return [];
    const bare = original.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ').trim();
    const words = [original, bare, ...bare.split(/[\s,]+/)].map(word => word.replace(/^[.,]+|[.,]+$/g, ''));
    return words.filter(word => isTelling(word, written)).map(word => [word, written] as const);
  });
  const unique = new Map([...all].reverse());
  return [...unique].sort(([a], [b]) => b.length - a.length);
}

/** What has a digit in it is a code, not a name; what begins in lower case may be any word. */
function isTelling(word: string, written: string): boolean {
  const isName =
    word.length >= SHORTEST_NAME && !/\d/.test(word) && /^\p{Lu}/u.test(word) && !TITLES.test(word);
  return isName && !written.toLowerCase().split(' ').includes(word.toLowerCase());
}

/** The names of speakers that are said in the words, where those are called otherwise now. */
export function saidNames(
  cues: readonly Cue[],
  speakers: ReadonlyMap<string, WrittenSpeaker>,
  isRole: (name: string) => boolean,
): readonly SaidName[] {
  const names = replacedNames(speakers).filter(([name]) => !isRole(name));
  if (names.length === 0) return [];
  const counts = new Map<string, number>();
  const writtenOf = new Map(names);
  const pattern = new RegExp(wholeWords(names.map(([name]) => name)), 'gu');
  for (const { words } of cues)
    for (const [name] of words.matchAll(pattern)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, written: writtenOf.get(name) ?? '', count }));
}

/** A text with the names of speakers replaced by what they are called, as whole words. */
export function withoutNames(
  text: string,
  speakers: ReadonlyMap<string, WrittenSpeaker>,
  isRole: (name: string) => boolean,
): string {
  const names = new Map(replacedNames(speakers).filter(([name]) => !isRole(name)));
  if (names.size === 0) return text;
  return text.replace(new RegExp(wholeWords([...names.keys()]), 'gu'), name => names.get(name) ?? name);
}

/** A transcript with the names that are said replaced. Passages that are coded keep their words. */
export function withSaidNamesReplaced(
  read: ImportedTranscript,
  speakers: ReadonlyMap<string, WrittenSpeaker>,
  isRole: (name: string) => boolean,
): ImportedTranscript {
  const cues = read.cues.map((cue): Cue => {
    const { codings = [], words } = cue;
    if (codings.some(({ range }) => range.start > 0 || range.end < words.length)) return cue;
    const replaced = withoutNames(words, speakers, isRole);
    const range = { start: 0, end: replaced.length };
    return replaced === words
      ? cue
      : { ...cue, words: replaced, codings: codings.map(each => ({ ...each, range })) };
  });
  return { ...read, cues };
}
