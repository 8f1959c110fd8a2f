import { message } from '../message';
import type { LineIndex } from '../text/lineIndex';
import { lineEndOf } from '../text/textEdit';
import type { FrontMatterFault } from './frontMatter';
import type { FrontMatterSource } from './outline';
import { looksLikeNote } from './recognise';

const FENCE = /^---[ \t]*$/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/;
const KEY_LINE = /^[^\s#:-][^:]{0,80}:(?:[ \t]|$)/;
const BYTE_ORDER_MARK = '\ufeff';

/**
 * The front matter of a text: from a first line `---` to a line `---` or `...`. Where nothing closes it, it is
 * front matter only if it begins with a key (else it is a thematic break), and then runs to the end.
 */
export function findFrontMatter(text: string, lines: LineIndex): FrontMatterSource | undefined {
  const start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
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
  if (!KEY_LINE.test(text.slice(second.start, second.end)) && !looksLikeNote(text)) return undefined;
  const end = text.length;
  return { range: { start, end }, fence, yaml: { start: yamlStart, end }, closed: false };
}

/** How far into a text a front matter is looked for, in UTF-16 code units. */
const HEAD = 4096;
const MISPLACED = /(?<=[\r\n])---[ \t]*(?:\r\n?|\n)(?:(?!---|\.\.\.)[^\r\n]*(?:\r\n?|\n))*?protocol:/;
const CLOSED_BLOCK =
  /^---[ \t]*(?:\r\n?|\n)(?:(?!---|\.\.\.)[^\r\n]*(?:\r\n?|\n))*(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|$)/;

/** A front matter that does not begin in the first line, and so is none, with what moves it there. */
export function misplacedFrontMatter(text: string): FrontMatterFault | undefined {
  const found = MISPLACED.exec(text.slice(0, HEAD));
  if (found === null) return undefined;
  const start = found.index;
  const said = { range: { start, end: start + 3 }, message: message('front-matter.not-first') };
  const block = CLOSED_BLOCK.exec(text.slice(start))?.[0];
  if (block === undefined) return said;
  const top = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const isBlankAbove = text.slice(top, start).trim() === '';
  if (isBlankAbove) return { ...said, edits: [{ range: { start: top, end: start }, newText: '' }] };
  const end = start + block.length;
  const moved = /[\r\n]$/.test(block) ? block : block + lineEndOf(text);
  return {
    ...said,
    edits: [
      { range: { start: top, end: top }, newText: moved },
      { range: { start, end }, newText: '' },
    ],
  };
}

function closingLine(text: string, lines: LineIndex): number | undefined {
  for (let line = 1; line < lines.lineCount; line++) {
    const initial = text.charAt(lines.lineStart(line));
    if (initial !== '-' && initial !== '.') continue;
    const { start, end } = lines.lineRange(line);
    if (CLOSING.test(text.slice(start, end))) return line;
  }
  return undefined;
}
