import { applyEdits, editBetween, type TextEdit } from '../text/textEdit';
import { meets, type TextRange } from '../text/textRange';
import { codingsOf } from '../transcript/codings';
import { commentSource } from '../transcript/commentSource';
import { coverWithCode, type SpanPiece, withoutCode } from '../transcript/spanPieces';
import type { Turn } from '../transcript/transcript';
import { readTurnText, type TurnText } from '../transcript/turnText';
import { type Edits, editsOf } from './change';

/** Codes a whole turn; nothing where it has the code. */
export function addTurnCode(turn: Turn, code: string): Edits {
  if (turn.codes.some(applied => applied.code === code)) return editsOf([]);
  const at = turn.codes.at(-1)?.range.end ?? turn.range.end;
  return editsOf([{ range: { start: at, end: at }, newText: ` #${code}` }]);
}

/** Takes a code off a whole turn; nothing where it does not have the code. */
export function removeTurnCode(text: string, turn: Turn, code: string): Edits {
  const taken = turn.codes.filter(applied => applied.code === code);
  return editsOf(
    taken.map(({ range }) => ({ range: { start: blanksBefore(text, range), end: range.end }, newText: '' })),
  );
}

/**
 * Codes a passage of a turn: what is said in `range` of `text`, blanks around it left out. Where it overlaps passages
 * that are coded, all are split at the borders, and the pieces joined by `^s1`. A passage over several paragraphs
 * becomes a piece in each. Nothing where all of it has the code, or nothing is said there.
 */
export function addPassageCode(text: string, turn: Turn, range: TextRange, code: string): Edits {
  const read = readTurnText(text, turn.paragraphs);
  const stretches = saidStretches(read, turn, range);
  if (stretches.length === 0) return editsOf([]);
  return editsOf(rewrite(text, turn, read, coverWithCode(piecesOf(turn), stretches, code)));
}

/**
 * Takes a code off the passages with it that `range` of `text` touches, each as a whole, whatever pieces it is written
 * in. A passage that keeps a memo keeps its markup.
 */
export function removePassageCode(text: string, turn: Turn, range: TextRange, code: string): Edits {
  const coded = codingsOf(turn).filter(coding => coding.code === code);
  const hit = coded.filter(({ pieces }) => pieces.some(piece => meets(piece.range, range)));
  const spans = new Set(hit.flatMap(({ pieces }) => pieces));
  if (spans.size === 0) return editsOf([]);
  const read = readTurnText(text, turn.paragraphs);
  const pieces = withoutCode(
    piecesOf(turn),
    piece => piece.span !== undefined && spans.has(piece.span),
    code,
  );
  return editsOf(rewrite(text, turn, read, joinable(pieces, read, turn)));
}

function blanksBefore(text: string, { start, end }: TextRange): number {
  let at = start;
  while (/[ \t]/.test(text.charAt(at - 1))) at--;
  const isAlone = /[\r\n]/.test(text.charAt(at - 1)) && /^(?:[ \t]*(?:[\r\n]|$))/.test(text.slice(end));
  if (!isAlone) return /[\r\n]/.test(text.charAt(at - 1)) ? start : at;
  return text.endsWith('\r\n', at) ? at - 2 : at - 1;
}

function piecesOf({ spans }: Turn): readonly SpanPiece[] {
  return spans.map(span => ({
    ...span.words,
    codes: span.codes.map(({ code }) => code),
    memo: span.memo,
    piece: span.piece,
    span,
  }));
}

/** What is said in a range of the text, by paragraph, as stretches of the words without blanks around them. */
function saidStretches({ words, map }: TurnText, turn: Turn, range: TextRange): readonly TextRange[] {
  const from = map.textOf(range.start, words.length);
  const to = map.textOf(range.end, words.length);
  const starts = paragraphStarts(map, turn, words.length);
  return starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? words.length;
    return trimmed(words, Math.max(from, start), Math.min(to, end));
  });
}

function paragraphStarts(map: TurnText['map'], { paragraphs }: Turn, length: number): readonly number[] {
  return paragraphs.flatMap(([first]) => (first === undefined ? [] : map.textOf(first.start, length)));
}

function trimmed(words: string, from: number, to: number): readonly TextRange[] {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(words.charAt(start))) start++;
  while (end > start && /\s/.test(words.charAt(end - 1))) end--;
  // The halves of a character are not parted.
  if (/[\udc00-\udfff]/.test(words.charAt(start)) && start > 0) start--;
  if (/[\udc00-\udfff]/.test(words.charAt(end)) && end > start) end++;
  return end > start ? [{ start, end }] : [];
}

/** Joins neighbours again that nothing tells apart any more, within a paragraph. */
function joinable(pieces: readonly SpanPiece[], { words, map }: TurnText, turn: Turn): readonly SpanPiece[] {
  const starts = paragraphStarts(map, turn, words.length);
  const result: SpanPiece[] = [];
  for (const piece of pieces) {
    const before = result.at(-1);
    const isApart = before === undefined || !areAlike(before, piece);
    const between = isApart ? '' : words.slice(before.end, piece.start);
    if (isApart || between.trim() !== '' || starts.includes(piece.start)) result.push(piece);
    else {
      const { start, codes, memo, piece: id } = before;
      result[result.length - 1] = {
        start,
        end: piece.end,
        codes,
        memo: memo ?? piece.memo,
        piece: id,
        span: undefined,
      };
    }
  }
  return result.map(piece => ({ ...piece, piece: isShared(piece, result) ? piece.piece : undefined }));
}

function areAlike(a: SpanPiece, b: SpanPiece): boolean {
  const sameCodes = a.codes.length === b.codes.length && a.codes.every(code => b.codes.includes(code));
  const memos = [a.memo, b.memo].filter(memo => memo !== undefined).length;
  return a.piece !== undefined && a.piece === b.piece && sameCodes && memos < 2;
}

/** Whether another piece has the same sign and a code in common. */
function isShared(piece: SpanPiece, all: readonly SpanPiece[]): boolean {
  return all.some(
    other =>
      other !== piece && other.piece === piece.piece && other.codes.some(code => piece.codes.includes(code)),
  );
}

/** The one edit that writes the coded passages of a turn anew. Marks of passages that stay as they are stay too. */
function rewrite(
  text: string,
  turn: Turn,
  { map }: TurnText,
  pieces: readonly SpanPiece[],
): readonly TextEdit[] {
  const kept = new Set(pieces.flatMap(piece => (isUnchanged(piece) ? (piece.span ?? []) : [])));
  const removals = turn.spans
    .filter(span => !kept.has(span))
    .flatMap(({ range, passage }) => [
      { range: { start: range.start, end: passage.start }, newText: '' },
      { range: { start: passage.end, end: range.end }, newText: '' },
    ]);
  const insertions = pieces
    .filter(piece => !isUnchanged(piece))
    .flatMap(piece => {
      const start = startInSource(text, map, piece.start);
      const end = map.sourceOf(piece.end - 1) + 1;
      return [
        { range: { start, end: start }, newText: '{==' },
        { range: { start: end, end }, newText: `==}${commentSource(piece)}` },
      ];
    });
  const { start, end } = turn.range;
  const before = text.slice(start, end);
  const after = applyEdits(
    before,
    [...removals, ...insertions].map(edit => moved(edit, -start)),
  );
  const edit = editBetween(before, after);
  return edit === undefined ? [] : [moved(edit, start)];
}

/** An escape is not parted. */
function startInSource(text: string, map: TurnText['map'], at: number): number {
  const start = map.sourceOf(at);
  const isEscaped = text.charAt(start - 1) === '\\' && (at === 0 || map.sourceOf(at - 1) !== start - 1);
  return isEscaped ? start - 1 : start;
}

function isUnchanged({ span, start, end, codes, memo, piece }: SpanPiece): boolean {
  if (span === undefined || span.words.start !== start || span.words.end !== end) return false;
  const same = span.codes.length === codes.length && span.codes.every(({ code }, at) => code === codes[at]);
  return same && span.memo === memo && span.piece === piece;
}

function moved({ range, newText }: TextEdit, by: number): TextEdit {
  return { range: { start: range.start + by, end: range.end + by }, newText };
}
