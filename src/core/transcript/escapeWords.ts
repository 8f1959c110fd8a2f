import { literalLine } from '../text/literalMarkdown';
import { literalMark, nothingSaid } from './nearlyHead';
import { unescaped } from './turnHead';

const MAY_BE_MARK = /[{=#>]/;
/** What would open a coded passage or a memo, be a code at the end of a turn or look like one, or end a comment. */
const MARKS = /\{(?===|>>)|=(?==\})|(?<![\\/&])#(?=\p{L})|(?<=^|\s)#(?=\s*$)|(?<=--)>/gu;
const NAME_BEFORE_COLON = /^([^\s*:][^*:]{0,79})(?<!\\):/;

/**
 * A line of words as it is written in a turn, so that it is read as just these words: with backslashes before what
 * would be markup of Markdown or of transcripts.
 */
export function escapeLine(line: string, heads: Heads): string {
  return withoutHead(withoutName(escapeSaid(line), heads), heads);
}

/** Words as they are written within a line of a turn, where none of them can begin another turn. */
export function escapeSaid(words: string): string {
  return literalLine(words, MAY_BE_MARK.test(words) ? MARKS : undefined);
}

/** What would be taken for the head of another turn. */
export interface Heads {
  /** Whether a name before a colon would be taken for its speaker. */
  isName(name: string): boolean;
  /** How much of a line would be taken for it; 0 for nothing. */
  lengthIn(line: string): number;
}

/** Puts a backslash, or what is read as nothing, into what would be nearly a turn head. */
function withoutHead(line: string, { lengthIn }: Heads): string {
  const length = lengthIn(line);
  if (length === 0) return line;
  const { at, text } = literalMark(line.slice(0, length));
  return line.slice(0, at) + text + line.slice(at);
}

function withoutName(escaped: string, { isName }: Heads): string {
  if (!escaped.includes(':')) return escaped;
  const name = unescaped(NAME_BEFORE_COLON.exec(escaped)?.[1]?.trim() ?? '').replace(/^\[(.+)\]$/, '$1');
  if (name === '' || !isName(name)) return escaped;
  return escaped.replace(':', '\\:');
}

/**
 * Where the characters of a line stand in it once it is escaped: for each offset of the line, and for its end, the
 * place before any backslash of its own.
 */
export function escapedPlaces(line: string, escaped: string): readonly number[] {
  const places: number[] = [];
  let at = 0;
  for (const character of line.split('')) {
    places.push(at);
    // A backslash of the line always has one more in front.
    if (escaped.startsWith(nothingSaid, at) && character !== '<') at += nothingSaid.length;
    else if (escaped.charAt(at) !== character || character === '\\') at++;
    at++;
  }
  return [...places, escaped.length];
}
