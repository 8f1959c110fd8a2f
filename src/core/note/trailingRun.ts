const ID = /^\^([\p{L}\p{N}-]+)$/u;
const TAG = /^#([\p{L}\p{N}_/-]*[\p{L}_][\p{L}\p{N}_/-]*)$/u;
const FIELD = /^\[([^[\]:]+)::([^[\]]*)\]$/;
const COMMENT_OPEN = '<!--';
const COMMENT_CLOSE = '-->';

interface Placed {
  /** Offsets into the text that was read. */
  readonly start: number;
  readonly end: number;
}

/** An `^id`, a `#tag` or a `[key:: value]`. */
export type RunPiece = Placed &
  (
    | { readonly kind: 'id'; readonly id: string }
    | { readonly kind: 'tag'; readonly tag: string }
    | { readonly kind: 'field'; readonly key: string; readonly value: string; readonly valueStart: number }
  );

interface TrailingRun {
  /** Where the words before the run end. */
  readonly wordsEnd: number;
  /** In the order of the text. */
  readonly pieces: readonly RunPiece[];
}

/**
 * The run of `^id`, `[key:: value]` and `#tag` at the end of a goal's one-line text, in any order. It is not read
 * beyond `from`, an offset into `text`. Comments in the run are passed over.
 */
export function readTrailingRun(text: string, from: number): TrailingRun {
  const pieces: RunPiece[] = [];
  let end = withoutBlanks(text, from, text.length);
  for (;;) {
    const comment = commentStart(text, from, end);
    const piece = comment === undefined ? pieceAt(text, from, end) : undefined;
    if (piece !== undefined) pieces.push(piece);
    const start = comment ?? piece?.start;
    if (start === undefined) return { wordsEnd: end, pieces: pieces.reverse() };
    end = withoutBlanks(text, from, start);
  }
}

function withoutBlanks(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && isBlankAt(text, at - 1)) at--;
  return at;
}

function isBlankAt(text: string, at: number): boolean {
  const unit = text.charAt(at);
  return unit === ' ' || unit === '\t';
}

function commentStart(text: string, from: number, end: number): number | undefined {
  if (!text.endsWith(COMMENT_CLOSE, end)) return undefined;
  const start = text.lastIndexOf(COMMENT_OPEN, end - COMMENT_CLOSE.length);
  const closes = text.indexOf(COMMENT_CLOSE, start + 2) === end - COMMENT_CLOSE.length;
  return start >= from && closes ? start : undefined;
}

function pieceAt(text: string, from: number, end: number): RunPiece | undefined {
  if (end <= from) return undefined;
  return text.charAt(end - 1) === ']' ? fieldAt(text, from, end) : wordAt(text, from, end);
}

function fieldAt(text: string, from: number, end: number): RunPiece | undefined {
  const start = text.lastIndexOf('[', end - 1);
  if (start < from) return undefined;
  const [, key, raw] = FIELD.exec(text.slice(start, end)) ?? [];
  if (key === undefined || raw === undefined) return undefined;
  const value = raw.trim();
  const valueStart = end - 1 - raw.length + (value === '' ? 0 : raw.indexOf(value));
  return { kind: 'field', key: key.trim(), value, start, end, valueStart };
}

function wordAt(text: string, from: number, end: number): RunPiece | undefined {
  let start = end;
  while (start > from && !isBlankAt(text, start - 1)) start--;
  const word = text.slice(start, end);
  const id = ID.exec(word)?.[1];
  if (id !== undefined) return { kind: 'id', id, start, end };
  const tag = TAG.exec(word)?.[1];
  return tag === undefined ? undefined : { kind: 'tag', tag, start, end };
}
