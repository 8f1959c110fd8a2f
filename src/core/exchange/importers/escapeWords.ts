import { ID_START } from '../../text/ids';
import { literalLine } from '../../text/literalMarkdown';
import { unescaped } from '../../transcript/turnHead';

/** What would open a coded passage or a memo, be a code at the end of a turn, or end a comment. */
const MARKS = new RegExp(String.raw`\{(?===|>>)|=(?==\})|(?<=^|\s)#(?=${ID_START})|(?<=--)>`, 'g');
const NAME_BEFORE_COLON = /^([^\s*:][^*:]{0,79})(?<!\\):/;

/**
 * A line of words as it is written in a turn, so that it is read as just these words: with backslashes before what
 * would be markup of Markdown or of transcripts. `isHead` tells whether a name before a colon would be taken for the
 * speaker of another turn.
 */
export function escapeLine(line: string, isHead: (name: string) => boolean): string {
  const escaped = literalLine(line, MARKS);
  const name = unescaped(NAME_BEFORE_COLON.exec(escaped)?.[1]?.trim() ?? '').replace(/^\[(.+)\]$/, '$1');
  if (name === '' || !isHead(name)) return escaped;
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
    if (escaped.charAt(at) !== character || character === '\\') at++;
    at++;
  }
  return [...places, escaped.length];
}
