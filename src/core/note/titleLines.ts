import type { Block, Outline, SourceLine } from './outline';
import { unindentedLines } from './unindentedLines';

/**
 * As many headings, labels, lines or rows of a table are compared with titles that they do not have: no note has more, and
 * each takes its time.
 */
export const MOST_COMPARED = 1000;
/** No title is longer, in UTF-16 code units of Markdown source. */
const LONGEST_TITLE = 200;
/** One among other lines is shorter. */
const LONGEST_BETWEEN = 60;

/** The lines of a top-level paragraph or list that may be nothing but a title. */
export function titleLines(block: Block, outline: Outline): readonly SourceLine[] {
  if (block.kind === 'list') {
    const lines = unindentedLines(block, outline);
    return lines.length === 0 ? none : lines.filter(({ text }) => mayBeTitle(text));
  }
  if (block.kind !== 'paragraph') return none;
  const first = firstLine(block.lines);
  const others = block.lines.some(isShort) ? block.lines.filter(isTitleBetween) : none;
  return first === undefined ? others : [first, ...others];
}

const none: readonly never[] = [];

/** The line of a paragraph; of several the first, if it is no label that the rest belongs to, and no part of its sentence. */
function firstLine([line, next]: readonly SourceLine[]): SourceLine | undefined {
  if (line === undefined || line.text.length > LONGEST_TITLE) return undefined;
  if (next === undefined) return line;
  const isSetApart = line.text.length === 1 || /\s/.test(line.text) || isCapital(line.text);
  const isOwn = isSetApart || !/^\p{Ll}/u.test(next.text);
  return isOwn && !/:[*_]*$/.test(line.text) ? line : undefined;
}

/** A sentence that goes on; `o` alone is what a word processor has for the bullet of an inner list. */
const GOES_ON = /^(?!o[ \t])\p{Ll}/u;

/**
 * A line below the first, if it can stand by itself: no sentence goes on in it or behind it, unless it is all in capitals, and
 * nothing leads in to it.
 */
function isTitleBetween({ text }: SourceLine, at: number, lines: readonly SourceLine[]): boolean {
  if (at === 0 || !mayBeTitle(text)) return false;
  return (
    (isCapital(text) || !GOES_ON.test(lines[at + 1]?.text ?? '')) &&
    !/[:,(–—-]$/.test(lines[at - 1]?.text ?? '')
  );
}

function isCapital(text: string): boolean {
  return !/\p{Ll}/u.test(text);
}

/** Cheap, since it is asked of every line: a line below the first that is no longer than titles are, and begins like one. */
function isShort({ text }: SourceLine, at: number): boolean {
  if (at === 0 || text.length > LONGEST_BETWEEN) return false;
  const unit = text.charCodeAt(0);
  return unit < 0x61 || unit > 0x7a;
}

/** Letters in lower case begin no title among other lines, and marks of a sentence end none. */
const TITLE = /^[^\p{Ll}\s].*[^\s.,;:!?]$/u;

function mayBeTitle(text: string): boolean {
  return text.length <= LONGEST_BETWEEN && TITLE.test(text);
}

/** Signs that people put around a title to make it stand out: `== Plan ==`, `[[Plan]]`, `▶ Plan`. */
const SIGNS = /^[^\p{L}\p{N}("'“‘]+|[^\p{L}\p{N})"'”’.,;:!?]+$/gu;

/** Hashes, perhaps behind what no one sees; those that another program escaped are signs. */
const HASHES = /^[^\p{L}\p{N}\\]{0,9}#/u;

/** Most lines begin with a letter and end with one or with a mark of a sentence. */
const PLAIN = /^[a-z](?:.*[a-z.,;:!?)])?$/i;

/** A title without the signs around it; what begins with hashes is a heading that lacks a blank. */
export function withoutSigns(text: string): string {
  return PLAIN.test(text) || HASHES.test(text) ? text : text.replace(SIGNS, '');
}
