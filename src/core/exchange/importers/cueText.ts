import { onOneLine } from '../../text/onOneLine';
import { withoutReferences } from './containers/source';

/** A stretch of a cue's line and whose voice it is. */
interface VoicedText {
  readonly voice: string | undefined;
  readonly words: string;
  /** Whether the voice begins with it. */
  readonly begins: boolean;
}

/** A line of a cue without its markup. */
interface VoicedLine {
  readonly texts: readonly VoicedText[];
  /** The markup, in order, and whether it names a voice. */
  readonly marks: readonly { readonly text: string; readonly isVoice: boolean }[];
  /** The voice that goes on in the next line. */
  readonly voice: string | undefined;
}

/** Tags of WebVTT and SubRip, and the override blocks of subtitle editors; anything else between `<` and `>` is words. */
const MARKUP =
  /<(\/?)(v|c|i|b|u|s|ruby|rt|lang|font)((?:\.[^\s<>]*)?(?:\s[^<>]*)?)>|<\d{1,3}:\d{2}[:.\d]*>|\{\\[^{}]*\}/gi;
const CLASSES = /^\.[^\s]*/;

/** Whether there may be markup in a line of a cue, or a character reference. */
export function hasMarkup(line: string): boolean {
  return /[<{&]/.test(line);
}

/**
 * The words of a line of a cue, split where another voice begins (`<v Name>`, closed or not); `voice` is that of the
 * line above. Markup goes, character references are resolved; a `<` that begins no tag stays as it is.
 */
export function voicedLine(line: string, voice: string | undefined): VoicedLine {
  if (!hasMarkup(line)) return { texts: [{ voice, words: line.trim(), begins: false }], marks: [], voice };
  const texts: VoicedText[] = [];
  const marks: { text: string; isVoice: boolean }[] = [];
  let current = voice;
  let begins = false;
  let words = '';
  let from = 0;
  const endText = (): void => {
    if (words.trim() !== '') texts.push({ voice: current, words: words.trim(), begins });
    words = '';
  };
  for (const match of line.matchAll(MARKUP)) {
    words += withoutReferences(line.slice(from, match.index));
    from = match.index + match[0].length;
    const [, slash, tag = '', rest = ''] = match;
    const isVoice = tag.toLowerCase() === 'v';
    marks.push({ text: match[0], isVoice });
    if (!isVoice) continue;
    endText();
    current = slash === '/' ? undefined : voiceName(rest);
    begins = true;
  }
  words += withoutReferences(line.slice(from));
  endText();
  return { texts, marks, voice: current };
}

function voiceName(rest: string): string | undefined {
  const name = onOneLine(withoutReferences(rest.replace(CLASSES, '')));
  return name === '' ? undefined : name;
}
