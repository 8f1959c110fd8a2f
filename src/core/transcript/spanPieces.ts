import type { TextRange } from '../text/textRange';
import type { CodedSpan } from './transcript';

/** A coded passage as it is to be written: a stretch of the turn's words with what its comment says. */
export interface SpanPiece extends TextRange {
  readonly codes: readonly string[];
  readonly memo: string | undefined;
  readonly piece: string | undefined;
  /** The passage that it was, where it was one. */
  readonly span: CodedSpan | undefined;
}

/** The passages of a turn after `stretches` of its words got a code; in order. */
export function coverWithCode(
  pieces: readonly SpanPiece[],
  stretches: readonly TextRange[],
  code: string,
): readonly SpanPiece[] {
  const covered = stretches.flatMap(stretch => coverStretch(pieces, stretch, code));
  const touched = new Set(covered.flatMap(({ from }) => from ?? []));
  if ([...touched].every(({ codes }) => codes.includes(code)) && covered.every(({ from }) => from))
    return pieces;
  const others = pieces.filter(piece => !touched.has(piece));
  const written = covered.map(({ piece }) => piece);
  const isOne = written.length < 2;
  const ids = new Set([...touched].flatMap(({ piece }) => piece ?? []));
  const id = [...ids][0] ?? (isOne ? undefined : freeId(pieces));
  const result = [
    // Codings that now overlap share one sign.
    ...others.map(piece =>
      piece.piece !== undefined && ids.has(piece.piece) ? { ...piece, piece: id } : piece,
    ),
    ...written.map(piece => ({ ...piece, piece: id })),
  ];
  return result.sort((a, b) => a.start - b.start);
}

interface Covered {
  readonly piece: SpanPiece;
  /** The passage that it is a part of. */
  readonly from: SpanPiece | undefined;
}

/** The parts of a stretch and of all passages that it overlaps, split at the borders. */
function coverStretch(
  pieces: readonly SpanPiece[],
  { start, end }: TextRange,
  code: string,
): readonly Covered[] {
  const parts: Covered[] = [];
  const add = (from: SpanPiece | undefined, partStart: number, partEnd: number, isCoded: boolean): void => {
    if (partStart >= partEnd) return;
    const { codes = [], memo, span } = from ?? {};
    const isFirst = from !== undefined && partStart === from.start;
    const piece: SpanPiece = {
      start: partStart,
      end: partEnd,
      codes: isCoded && !codes.includes(code) ? [...codes, code] : codes,
      memo: isFirst ? memo : undefined,
      piece: from?.piece,
      span: isFirst ? span : undefined,
    };
    parts.push({ piece, from });
  };
  let at = start;
  for (const piece of pieces) {
    if (piece.end <= start || piece.start >= end) continue;
    const isCoded = piece.codes.includes(code);
    const from = isCoded ? piece.start : Math.max(piece.start, start);
    const to = isCoded ? piece.end : Math.min(piece.end, end);
    add(undefined, at, piece.start, true);
    add(piece, piece.start, from, false);
    add(piece, from, to, true);
    add(piece, to, piece.end, false);
    at = piece.end;
  }
  add(undefined, at, end, true);
  return parts;
}

/** The passages of a turn after those that `isMeant` lost a code; one with neither code nor memo is none. */
export function withoutCode(
  pieces: readonly SpanPiece[],
  isMeant: (piece: SpanPiece) => boolean,
  code: string,
): readonly SpanPiece[] {
  return pieces
    .map(piece =>
      isMeant(piece) ? { ...piece, codes: piece.codes.filter(applied => applied !== code) } : piece,
    )
    .filter(({ codes, memo }) => codes.length > 0 || memo !== undefined);
}

function freeId(pieces: readonly SpanPiece[]): string {
  const taken = new Set(pieces.map(({ piece }) => piece));
  for (let number = 1; ; number++) if (!taken.has(`s${number}`)) return `s${number}`;
}
