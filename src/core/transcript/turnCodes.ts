import { ID } from '../text/ids';
import type { TextRange } from '../text/textRange';
import type { AppliedCode } from './transcript';

const LAST_CODE = new RegExp(String.raw`(?:^|[ \t])#(${ID})$`);
/** An id is not longer than that, so that no more of a long line need be looked at. */
const TAIL = 200;
const COMMENT_OPEN = '<!--';
const COMMENT_CLOSE = '-->';

/** A turn parted into the codes at its end and the lines before them, by paragraph. */
interface PartedTurn {
  readonly codes: readonly AppliedCode[];
  readonly paragraphs: readonly (readonly TextRange[])[];
}

/**
 * Parts the run of ` #id` at the end of a turn from its words; it may stand on lines of its own. HTML comments in it
 * are passed over.
 */
export function partCodes(text: string, paragraphs: readonly (readonly TextRange[])[]): PartedTurn {
  const codes: AppliedCode[] = [];
  const rest = paragraphs.map(lines => [...lines]);
  for (let lines = rest.at(-1); lines !== undefined; lines = rest.at(-1)) {
    const line = lines.pop();
    if (line === undefined) {
      rest.pop();
      continue;
    }
    const end = takeCodes(text, line, codes);
    if (end <= line.start) continue;
    lines.push({ start: line.start, end });
    break;
  }
  return { codes: codes.reverse(), paragraphs: rest };
}

/** Adds the codes at the end of a line, the last first; tells where the rest of it ends. */
function takeCodes(text: string, { start, end }: TextRange, codes: AppliedCode[]): number {
  let rest = withoutBlanks(text, start, end);
  for (;;) {
    const code = codeBefore(text, start, rest);
    if (code !== undefined) codes.push(code);
    const before = code?.range.start ?? commentBefore(text, start, rest);
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
