import type { TextEdit } from './textEdit';

/** A stretch of the text at hand: kept from the first text, or written since. */
type Piece =
  | { readonly kind: 'kept'; readonly start: number; readonly end: number }
  | { readonly kind: 'written'; readonly text: string };

/**
 * Edits that follow one another, each made in view of the text that the one before it left; told in the end as edits
 * of the first text, as an editor wants them.
 */
export class EditSequence {
  readonly #first: string;
  #pieces: readonly Piece[];

  constructor(text: string) {
    this.#first = text;
    this.#pieces = [{ kind: 'kept', start: 0, end: text.length }];
  }

  /** The text after all edits so far. */
  get text(): string {
    return this.#pieces.map(piece => this.#textOf(piece)).join('');
  }

  /** All edits so far as edits of the first text: in its order, apart from each other, none that changes nothing. */
  get edits(): readonly TextEdit[] {
    const edits: TextEdit[] = [];
    let newText = '';
    let start = 0;
    for (const piece of [...this.#pieces, { kind: 'kept', start: this.#first.length, end: 0 } as const]) {
      if (piece.kind === 'written') {
        newText += piece.text;
        continue;
      }
      const replaced = this.#first.slice(start, piece.start);
      if (newText !== replaced) edits.push({ range: { start, end: piece.start }, newText });
      newText = '';
      start = piece.end;
    }
    return edits;
  }

  /**
   * Makes edits as one step: their ranges are those of the text at hand before any of them, and do not overlap. Those
   * at one place keep their order.
   */
  apply(edits: readonly TextEdit[]): void {
    const ordered = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
    const reader = new PieceReader(this.#pieces);
    const pieces: Piece[] = [];
    for (const { range, newText } of ordered) {
      for (const piece of reader.upTo(range.start)) pieces.push(piece);
      reader.upTo(range.end);
      if (newText !== '') pieces.push({ kind: 'written', text: newText });
    }
    for (const piece of reader.upTo(Number.POSITIVE_INFINITY)) pieces.push(piece);
    this.#pieces = pieces;
  }

  #textOf(piece: Piece): string {
    return piece.kind === 'kept' ? this.#first.slice(piece.start, piece.end) : piece.text;
  }
}

/** Reads pieces from the first on, parting them where that is wanted. */
class PieceReader {
  readonly #pieces: readonly Piece[];
  #next = 0;
  /** How much of the next piece was read. */
  #within = 0;
  #at = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** Reads on, up to this offset: what was not read yet. */
  upTo(offset: number): readonly Piece[] {
    const read: Piece[] = [];
    for (let piece = this.#pieces[this.#next]; piece !== undefined && this.#at < offset; ) {
      const length = piece.kind === 'kept' ? piece.end - piece.start : piece.text.length;
      const end = Math.min(length, this.#within + offset - this.#at);
      if (end > this.#within) read.push(partOf(piece, this.#within, end));
      this.#at += end - this.#within;
      this.#within = end === length ? 0 : end;
      if (end === length) this.#next++;
      piece = this.#pieces[this.#next];
    }
    return read;
  }
}

function partOf(piece: Piece, start: number, end: number): Piece {
  if (piece.kind === 'written') return { kind: 'written', text: piece.text.slice(start, end) };
  return { kind: 'kept', start: piece.start + start, end: piece.start + end };
}
