import type { TextRange } from '../text/textRange';
import { bareFields, type Fits } from './bareFields';
import type { GoalFieldId } from './goalFieldKeys';
import type { GoalMention } from './goalMention';
import type { Note } from './note';
import type { Block, ListItem, Paragraph, Quote } from './outline';
import { readTaskItem } from './taskItem';
import { type RunPiece, readKnownFields, readTrailingRun } from './trailingRun';

/** A field, a tag or an `^id`. */
interface PieceBelow {
  /** As it belongs behind the words of the goal: `[due:: 2026-03-19]`, `^sleep`. */
  readonly source: string;
  /** What it says of the goal; undefined for what means nothing, and for tags. */
  readonly says: GoalFieldId | 'id' | undefined;
}

/** Fields or an `^id` of a goal that do not stand in its paragraph, where alone they are read. */
export interface FieldsBelow {
  readonly goal: GoalMention;
  readonly pieces: readonly PieceBelow[];
  /** Of the words that are fields. */
  readonly range: TextRange;
  /** What goes with them: their lines, where these hold nothing else. */
  readonly removed: readonly TextRange[];
}

/** What every line with a field or an id has. */
const TELLING = /[:^]|\ud83d/;
const COMMENT_START = '<!--';
const COMMENT = /<!--.*?-->/gs;
const FENCE = /^[ \t>]*(?:`{3}|~{3})/m;

/**
 * The fields below the first paragraph of items that are goals: in items of their own, in lines of another paragraph, and
 * in a paragraph right behind the list. `fits` says whether a value can be meant for a field. In the order of the text.
 */
export function fieldsBelow(note: Note, fits: Fits): readonly FieldsBelow[] {
  if (note.goals.length === 0) return none;
  return new Below(note, fits).find();
}

const none: readonly never[] = [];

class Below {
  readonly #note: Note;
  readonly #fits: Fits;
  readonly #found: FieldsBelow[] = [];
  /** By line; made when it is first needed, since below most goals there is nothing. */
  #goals: ReadonlyMap<number, GoalMention> | undefined;

  constructor(note: Note, fits: Fits) {
    this.#note = note;
    this.#fits = fits;
  }

  find(): readonly FieldsBelow[] {
    let before: Block | undefined;
    for (const block of this.#note.outline.blocks) {
      this.#readBlock(block);
      if (block.kind === 'paragraph' && before?.kind === 'list') this.#readBehind(block, before.items.at(-1));
      before = block;
    }
    return this.#found;
  }

  #goalOn(line: number): GoalMention | undefined {
    this.#goals ??= new Map(this.#note.goals.map(goal => [goal.line, goal]));
    return this.#goals.get(line);
  }

  #readBlock(block: Block | Quote['content'][number]): void {
    if (block.kind === 'list') for (const item of block.items) this.#readItem(item);
    if (block.kind === 'quote') for (const inner of block.content) this.#readBlock(inner);
  }

  #readItem(item: ListItem): void {
    const { items, quotes, hasOtherContent, line } = item;
    if (items.length === 0 && quotes.length === 0 && !hasOtherContent) return;
    const goal = this.#goalOn(line);
    if (goal !== undefined && hasOtherContent) this.#readLines(item, goal);
    for (const inner of items) {
      if (goal !== undefined) this.#readInner(inner, goal);
      this.#readItem(inner);
    }
    for (const quote of quotes) this.#readBlock(quote);
  }

  /** An item that holds nothing but fields of the goal that it stands in. */
  #readInner({ firstParagraph, items, range }: ListItem, goal: GoalMention): void {
    const [first, other] = firstParagraph;
    if (first === undefined || other !== undefined || items.length > 0) return;
    if (readTaskItem(firstParagraph) !== undefined) return;
    if (piecesOf(first.text, this.#fits).isAlone) this.#add(goal, first.range, range);
  }

  /** The lines of other paragraphs of an item. */
  #readLines({ firstParagraph, items, quotes, range }: ListItem, goal: GoalMention): void {
    const { text, lines } = this.#note.outline;
    const from = firstParagraph.at(-1)?.range.end;
    if (from === undefined) return;
    const rest = text.slice(from, range.end);
    if (!TELLING.test(rest) || FENCE.test(rest)) return;
    const others = [...items, ...quotes]
      .map(each => each.range)
      .sort((one, other) => one.start - other.start);
    const last = lines.positionAt(range.end).line;
    let next = lines.positionAt(from).line + 1;
    for (const other of [...others, { start: text.length, end: text.length }]) {
      const until = Math.min(lines.positionAt(other.start).line, last + 1);
      for (let line = next; line < until; line++)
        this.#add(goal, wordsIn(text, lines.lineRange(line)), lines.lineRange(line));
      next = Math.max(next, lines.positionAt(other.end).line + 1);
    }
  }

  /** A paragraph behind the list of a goal that holds nothing but its fields; a bare one may be said of all of the list. */
  #readBehind({ lines: [first, other], range }: Paragraph, item: ListItem | undefined): void {
    const goal = item === undefined ? undefined : this.#goalOn(item.line);
    if (first === undefined || other !== undefined || goal === undefined) return;
    this.#add(goal, first.range, range, () => false);
  }

  #add(goal: GoalMention, range: TextRange, whole: TextRange, fits = this.#fits): void {
    const { text } = this.#note.outline;
    const source = text.slice(range.start, range.end);
    if (!TELLING.test(source)) return;
    const { pieces, isAlone } = piecesOf(source, fits);
    if (pieces.length === 0) return;
    const lines = this.#wholeLines(whole);
    // A comment of the writer stays where it is.
    const removed =
      isAlone && !text.slice(lines.start, lines.end).includes(COMMENT_START)
        ? [lines]
        : pieces.map(({ start, end }) => ({
            start: range.start + source.slice(0, start).trimEnd().length,
            end: range.start + end,
          }));
    this.#found.push({ goal, pieces, range, removed });
  }

  /** The blank line above goes with a paragraph. */
  #wholeLines({ start, end }: TextRange): TextRange {
    const { text, lines } = this.#note.outline;
    const first = lines.positionAt(start).line;
    const above = lines.lineRange(first - 1);
    const isBelowBlank = text.slice(above.start, above.end).trim() === '';
    const from = isBelowBlank ? first - 1 : first;
    return { start: lines.lineRange(from - 1).end, end: lines.lineRange(lines.positionAt(end).line).end };
  }
}

function wordsIn(text: string, { start, end }: TextRange): TextRange {
  const source = text.slice(start, end);
  const lead = source.length - source.trimStart().length;
  return { start: start + lead, end: Math.max(start + lead, start + source.trimEnd().length) };
}

/** One of a line, with its place there. */
interface Piece extends TextRange, PieceBelow {}

interface Pieces {
  readonly pieces: readonly Piece[];
  /** Whether the line says nothing else. */
  readonly isAlone: boolean;
}

/** The fields of a line, and its `^id` where it says nothing else; what is no field as it stands only there, too. */
function piecesOf(source: string, fits: Fits): Pieces {
  const { wordsStart, wordsEnd, pieces } = readTrailingRun(source, 0);
  const isMeant = pieces.some(
    piece => piece.kind === 'id' || (piece.kind === 'field' && piece.field !== undefined),
  );
  const written = (piece: RunPiece): Piece => {
    const { start, end } = piece;
    const says = piece.kind === 'id' ? 'id' : piece.kind === 'field' ? piece.field : undefined;
    return { start, end, source: source.slice(start, end), says };
  };
  if (wordsEnd === wordsStart && isMeant) return { pieces: pieces.map(written), isAlone: true };
  const known = readKnownFields(source, 0, source.length).map(written);
  const bare = bareFields(source, { start: 0, end: source.length }, fits).map(
    ({ field, key, value, range }): Piece => ({ ...range, source: `[${key}:: ${value}]`, says: field }),
  );
  const all = [...known, ...bare].sort((a, b) => a.start - b.start);
  const rest = all.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), source);
  return /[\p{L}\p{N}]/u.test(rest.replace(COMMENT, ''))
    ? { pieces: known, isAlone: false }
    : { pieces: all, isAlone: true };
}
