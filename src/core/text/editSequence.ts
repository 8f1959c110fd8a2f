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

  /** Makes an edit, whose range is one of the text at hand. */
  apply({ range, newText }: TextEdit): void {
    const before = this.#cut(0, range.start);
    const after = this.#cut(range.end, Number.POSITIVE_INFINITY);
    const written: readonly Piece[] = newText === '' ? [] : [{ kind: 'written', text: newText }];
    this.#pieces = [...before, ...written, ...after];
  }

  /** The part of the pieces between two offsets of the text at hand. */
  #cut(from: number, to: number): readonly Piece[] {
    const pieces: Piece[] = [];
    let at = 0;
    for (const piece of this.#pieces) {
      const length = piece.kind === 'kept' ? piece.end - piece.start : piece.text.length;
      const start = Math.max(0, from - at);
      const end = Math.min(length, to - at);
      if (end > start) pieces.push(partOf(piece, start, end));
      at += length;
    }
    return pieces;
  }

  #textOf(piece: Piece): string {
    return piece.kind === 'kept' ? this.#first.slice(piece.start, piece.end) : piece.text;
  }
}

function partOf(piece: Piece, start: number, end: number): Piece {
  if (piece.kind === 'written') return { kind: 'written', text: piece.text.slice(start, end) };
  return { kind: 'kept', start: piece.start + start, end: piece.start + end };
}
