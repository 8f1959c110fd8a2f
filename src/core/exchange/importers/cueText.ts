/** A piece of a cue's words and whose voice it is. */
interface VoicedText {
  readonly voice: string | undefined;
  readonly words: string;
}

/** Tags of WebVTT and SubRip, and the override blocks of subtitle editors; anything else between `<` and `>` is words. */
const MARKUP =
  /<(\/?)(v|c|i|b|u|s|ruby|rt|lang|font)((?:\.[^\s<>]*)?(?:\s[^<>]*)?)>|<\d{1,3}:\d{2}[:.\d]*>|\{\\[^{}]*\}/gi;
const CLASSES = /^\.[^\s]*/;
const ENTITY = /&(?:(amp|lt|gt|nbsp|lrm|rlm|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
  quot: '"',
  apos: "'",
};

/**
 * The words of a cue of WebVTT or SubRip, split where another voice begins (`<v Name>`, closed or not). Markup goes,
 * character references are resolved; a `<` that begins no tag of either format stays as it is.
 */
export function voicedTexts(text: string): readonly VoicedText[] {
  const pieces: VoicedText[] = [];
  let voice: string | undefined;
  let words = '';
  let from = 0;
  const endPiece = (): void => {
    if (words.trim() !== '') pieces.push({ voice, words: words.trim() });
    words = '';
  };
  for (const match of text.matchAll(MARKUP)) {
    words += resolved(text.slice(from, match.index));
    from = match.index + match[0].length;
    const [, slash, tag = '', rest = ''] = match;
    if (tag.toLowerCase() !== 'v') continue;
    endPiece();
    voice = slash === '/' ? undefined : voiceName(rest);
  }
  words += resolved(text.slice(from));
  endPiece();
  return pieces;
}

function voiceName(rest: string): string | undefined {
  const name = resolved(rest.replace(CLASSES, '')).replace(/\s+/g, ' ').trim();
  return name === '' ? undefined : name;
}

function resolved(text: string): string {
  return text.replace(ENTITY, (whole, name?: string, decimal?: string, hexadecimal?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : whole;
  });
}
