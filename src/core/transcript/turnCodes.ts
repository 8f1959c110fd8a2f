import { CODE_LIKE, ID } from '../text/ids';
import type { TextRange } from '../text/textRange';
import type { AppliedCode, MarkupFault } from './transcript';

const LAST_CODE = new RegExp(String.raw`(?:^|[ \t])#(${ID})$`);
/** What belongs to the comment of a passage is none of the turn's. */
const PASSAGE_END = /<<\}|==\}/;
const LAST_MISWRITTEN = new RegExp(String.raw`(?:^|[ \t])#(?:${CODE_LIKE})?$`, 'u');
/** An id is not longer than that, so that no more of a long line need be looked at. */
const TAIL = 200;
const COMMENT_OPEN = '<!--';
const COMMENT_CLOSE = '-->';

/** A turn parted into the codes at its end and the lines before them, by paragraph. */
interface PartedTurn {
  readonly codes: readonly AppliedCode[];
  /** What is meant as a code among them and is not written as one. */
  readonly miswritten: readonly MarkupFault[];
  readonly paragraphs: readonly (readonly TextRange[])[];
}

/**
 * Parts the run of ` #id` at the end of a turn from its words; it may stand on lines of its own. HTML comments in it
 * are passed over. It is read code by code: what is written wrongly in it, such as `#Id` or `#id.`, hides none of the
 * others, and is no word either; nor is a `#` alone, behind which a code is being written.
 */
export function partCodes(text: string, paragraphs: readonly (readonly TextRange[])[]): PartedTurn {
  const run: Run = { codes: [], miswritten: [] };
  const rest = paragraphs.map(lines => [...lines]);
  for (let lines = rest.at(-1); lines !== undefined; lines = rest.at(-1)) {
    const line = lines.pop();
    if (line === undefined) {
      rest.pop();
      continue;
    }
    const end = takeCodes(text, line, run);
    if (end <= line.start) continue;
    lines.push({ start: line.start, end });
    break;
  }
  return { codes: run.codes.reverse(), miswritten: run.miswritten.reverse(), paragraphs: rest };
}

interface Run {
  readonly codes: AppliedCode[];
  readonly miswritten: MarkupFault[];
}

/** Adds the codes at the end of a line, the last first; tells where the rest of it ends. */
function takeCodes(text: string, { start, end }: TextRange, run: Run): number {
  let rest = withoutBlanks(text, start, end);
  for (;;) {
    const mayBeCode = text.slice(Math.max(start, rest - TAIL), rest).includes('#');
    const code = mayBeCode ? codeBefore(text, start, rest) : undefined;
    const wrong = mayBeCode && code === undefined ? miswrittenBefore(text, start, rest) : undefined;
    if (code !== undefined) run.codes.push(code);
    if (wrong !== undefined && wrong.end - wrong.start > 1)
      run.miswritten.push({ kind: 'miswritten-code', range: wrong });
    const before = (code?.range ?? wrong)?.start ?? commentBefore(text, start, rest);
    if (before === undefined) return rest;
    rest = withoutBlanks(text, start, before);
  }
}

function codeBefore(text: string, start: number, end: number): AppliedCode | undefined {
  const from = Math.max(start, end - TAIL);
  const match = LAST_CODE.exec(text.slice(from, end));
  const code = match?.[1];
  if (match === null || code === undefined || (match.index === 0 && from > start)) return undefined;
  return { code, range: { start: end - code.length - 1, end } };
}

function miswrittenBefore(text: string, start: number, end: number): TextRange | undefined {
  const from = Math.max(start, end - TAIL);
  const match = LAST_MISWRITTEN.exec(text.slice(from, end));
  if (match === null || PASSAGE_END.test(match[0]) || (match.index === 0 && from > start)) return undefined;
  return { start: from + match.index + match[0].indexOf('#'), end };
}

function commentBefore(text: string, start: number, end: number): number | undefined {
  if (end - start < COMMENT_CLOSE.length || !text.endsWith(COMMENT_CLOSE, end)) return undefined;
  const open = text.lastIndexOf(COMMENT_OPEN, end - COMMENT_CLOSE.length);
  return open >= start ? open : undefined;
}

function withoutBlanks(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /[ \t]/.test(text.charAt(at - 1))) at--;
  return at;
}
