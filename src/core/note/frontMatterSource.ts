import { message } from '../message';
import { knownField } from '../protocol/knownFields';
import type { LineIndex } from '../text/lineIndex';
import { lineEndOf } from '../text/textEdit';
import { textStart } from '../text/textStart';
import type { FrontMatterFault } from './frontMatter';
import type { FrontMatterSource } from './outline';
import { looksLikeNote } from './recognise';

const FENCE = /^---[ \t]*$/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/;
const KEY_LINE = /^[^\s#:-][^:]{0,80}:(?:[ \t]|$)/;
/** Whether a line begins with a key of a front matter. */
export function isKeyLine(line: string): boolean {
  return KEY_LINE.test(line);
}

/**
 * The front matter of a text: from a first line `---` to a line `---` or `...`. Where nothing closes it, it is
 * front matter only if it begins with a key (else it is a thematic break), and then runs to the end.
 */
export function findFrontMatter(text: string, lines: LineIndex): FrontMatterSource | undefined {
  const start = textStart(text);
  const first = lines.lineRange(0);
  if (!FENCE.test(text.slice(start, first.end))) return undefined;
  const fence = { start, end: start + 3 };
  const yamlStart = lines.lineStart(1);
  const closing = closingLine(text, lines);
  if (closing !== undefined) {
    const range = { start, end: lines.lineRange(closing).end };
    return { range, fence, yaml: { start: yamlStart, end: lines.lineStart(closing) }, closed: true };
  }
  const second = lines.lineRange(1);
  if (!isKeyLine(text.slice(second.start, second.end)) && !looksLikeNote(text)) return undefined;
  const end = text.length;
  return { range: { start, end }, fence, yaml: { start: yamlStart, end }, closed: false };
}

/** How far into a text a front matter is looked for, in UTF-16 code units. */
const HEAD = 4096;

/** A front matter that does not begin in the first line, and so is none, with what moves it there. */
export function misplacedFrontMatter(text: string, lines: LineIndex): FrontMatterFault | undefined {
  const opening = misplacedOpening(text, lines);
  if (opening === undefined) return undefined;
  const start = lines.lineStart(opening);
  const said = { range: { start, end: start + 3 }, message: message('front-matter.not-first') };
  const closing = closingLine(text, lines, opening);
  if (closing === undefined) return said;
  const top = textStart(text);
  const isBlankAbove = text.slice(top, start).trim() === '';
  if (isBlankAbove) return { ...said, edits: [{ range: { start: top, end: start }, newText: '' }] };
  const end = closing + 1 < lines.lineCount ? lines.lineStart(closing + 1) : text.length;
  const block = text.slice(start, end);
  const moved = /[\r\n]$/.test(block) ? block : block + lineEndOf(text);
  return {
    ...said,
    edits: [
      { range: { start: top, end: top }, newText: moved },
      { range: { start, end }, newText: '' },
    ],
  };
}

/** Keys that are hardly written together for anything else. */
const TELLING: ReadonlySet<string> = new Set([
  'protocol',
  'client',
  'session',
  'date',
  'counselor',
  'stages',
]);

/** A front matter without its first line: keys from the first line on, of which two are telling, and a line `---`. */
export function unopenedFrontMatter(text: string, lines: LineIndex): FrontMatterFault | undefined {
  const start = textStart(text);
  let telling = 0;
  for (let line = 0; line < lines.lineCount && lines.lineStart(line) < HEAD; line++) {
    const range = lines.lineRange(line);
    const written = text.slice(line === 0 ? start : range.start, range.end);
    if (FENCE.test(written)) {
      if (telling < 2) return undefined;
      const edits = [{ range: { start, end: start }, newText: `---${lineEndOf(text)}` }];
      return { range: lines.lineRange(0), message: message('front-matter.unopened'), edits };
    }
    const field = isKeyLine(written) ? knownField(written.slice(0, written.indexOf(':'))) : undefined;
    if (field !== undefined && TELLING.has(field)) telling++;
    else if (line === 0 || (!isKeyLine(written) && !/^[ \t]+\S/.test(written))) return undefined;
  }
  return undefined;
}

/** The line of the `---` below the first line that a line `protocol:` follows before any other line of dashes or dots. */
function misplacedOpening(text: string, lines: LineIndex): number | undefined {
  let opening: number | undefined;
  for (let line = 1; line < lines.lineCount && lines.lineStart(line) < HEAD; line++) {
    const { start, end } = lines.lineRange(line);
    if (opening !== undefined && text.startsWith('protocol:', start)) return opening;
    if (FENCE.test(text.slice(start, end))) opening = line;
    else if (CLOSING.test(text.slice(start, end))) opening = undefined;
  }
  return undefined;
}

/** The first line below `opening` that ends a front matter. */
function closingLine(text: string, lines: LineIndex, opening = 0): number | undefined {
  for (let line = opening + 1; line < lines.lineCount; line++) {
    const initial = text.charAt(lines.lineStart(line));
    if (initial !== '-' && initial !== '.') continue;
    const { start, end } = lines.lineRange(line);
    if (CLOSING.test(text.slice(start, end))) return line;
  }
  return undefined;
}
