import { type Message, message } from '../message';
import { lastAtOrBefore } from '../text/lineIndex';
import type { TextEdit } from '../text/textEdit';
import type { TextRange } from '../text/textRange';
import type { WordChange } from '../text/wordChanges';
import { escapeSaid } from '../transcript/escapeWords';
import type { SourceMap } from '../transcript/sourceMap';
import type { CodedSpan, Turn } from '../transcript/transcript';
import { readTurnText } from '../transcript/turnText';

const WORD = /\S+/g;

/** Where each word of a turn stands in its `words`. */
function wordRanges({ words }: Pick<Turn, 'words'>): readonly TextRange[] {
  return [...words.matchAll(WORD)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}

/** The words of a turn, one by one. */
export function wordsIn({ words }: Pick<Turn, 'words'>): readonly string[] {
  return words.match(WORD) ?? [];
}

/**
 * Which words of a turn a stretch of the text means: those that it holds a part of; where it is empty, the word that it
 * touches. Undefined where that is none.
 */
export function wordsMeant(
  text: string,
  turn: Turn,
  { start, end }: TextRange,
): Pick<WordChange, 'from' | 'to'> | undefined {
  const { map, words } = readTurnText(text, turn.paragraphs);
  const from = map.textOf(start, words.length);
  const to = map.textOf(end, words.length);
  const meant = wordRanges(turn).map(word =>
    from === to ? word.start <= from && from <= word.end : word.start < to && word.end > from,
  );
  const first = meant.indexOf(true);
  return first < 0 ? undefined : { from: first, to: meant.lastIndexOf(true) + 1 };
}

/**
 * The edits that make changes of the words of a turn; its codes, memos and line ends stay where they are, and what was
 * coded stays coded: a word of a coded passage that becomes another is coded as that one was. Gives the reason where a
 * change touches two coded passages at once, so that nobody can say which has the new words.
 */
export function turnWordEdits(
  text: string,
  turn: Turn,
  changes: readonly WordChange[],
): readonly TextEdit[] | { readonly reason: Message } {
  const writer = new TurnWriter(text, turn);
  const edits: TextEdit[] = [];
  for (const change of changes) {
    const made = writer.editsFor(change);
    if ('reason' in made) return made;
    for (const edit of made) edits.push(edit);
  }
  return edits;
}

/** A stretch of the source that words are read from, and the coded passage in which it stands, if it does. */
interface Stretch extends TextRange {
  readonly span: CodedSpan | undefined;
}

class TurnWriter {
  readonly #text: string;
  readonly #turn: Turn;
  readonly #map: SourceMap;
  readonly #words: readonly TextRange[];
  /** The coded passages that have words, in order, and where each begins. */
  readonly #spans: readonly CodedSpan[];
  readonly #starts: readonly number[];

  constructor(text: string, turn: Turn) {
    this.#text = text;
    this.#turn = turn;
    this.#map = readTurnText(text, turn.paragraphs).map;
    this.#words = wordRanges(turn);
    this.#spans = turn.spans
      .filter(({ words }) => words.start < words.end)
      .sort((a, b) => a.words.start - b.words.start);
    this.#starts = this.#spans.map(({ words }) => words.start);
  }

  editsFor({ from, to, words }: WordChange): readonly TextEdit[] | { readonly reason: Message } {
    if (from === to) return words.length === 0 ? [] : [this.#insertion(from, escapeSaid(words.join(' ')))];
    const stretches = this.#stretches(words.length === 0 ? this.#withBlank(from, to) : this.#range(from, to));
    const spans = [...new Set(stretches.flatMap(({ span }) => span ?? []))];
    if (spans.length > 1 && words.length > 0) return { reason: message('correct.two-passages') };
    const target = stretches.find(({ span }) => span === spans[0]) ?? stretches[0];
    return stretches.map(stretch => ({
      range: { start: stretch.start, end: stretch.end },
      newText: stretch === target ? escapeSaid(words.join(' ')) : '',
    }));
  }

  #range(from: number, to: number): TextRange {
    return { start: this.#words[from]?.start ?? 0, end: this.#words[to - 1]?.end ?? 0 };
  }

  /** Words with the blank on one side of them. */
  #withBlank(from: number, to: number): TextRange {
    const { start, end } = this.#range(from, to);
    const next = this.#words[to]?.start;
    if (next !== undefined) return { start, end: next };
    return { start: this.#words[from - 1]?.end ?? start, end };
  }

  #insertion(at: number, words: string): TextEdit {
    const before = this.#words[at - 1];
    const next = this.#words[at];
    if (before !== undefined) {
      const span = this.#spanAt(before.end - 1);
      const endsPassage = span !== undefined && (next === undefined || next.start >= span.words.end);
      return insertion(endsPassage ? span.range.end : this.#map.sourceOf(before.end - 1) + 1, ` ${words}`);
    }
    if (next === undefined) return insertion(this.#turn.head.end, ` ${words}`);
    return insertion(this.#spanAt(next.start)?.range.start ?? this.#sourceStart(next.start), `${words} `);
  }

  /** The parts of the source that a stretch of the words is read from: line ends and markup between them are none. */
  #stretches({ start, end }: TextRange): readonly Stretch[] {
    const stretches: Stretch[] = [];
    for (let at = start; at < end; at++) {
      const source = this.#map.sourceOf(at);
      if (/[\r\n]/.test(this.#turn.words.charAt(at))) continue;
      const span = this.#spanAt(at);
      const last = stretches.at(-1);
      const isNext = last !== undefined && last.span === span && last.end === this.#sourceStart(at);
      if (isNext) stretches[stretches.length - 1] = { ...last, end: source + 1 };
      else stretches.push({ start: this.#sourceStart(at), end: source + 1, span });
    }
    return stretches;
  }

  #spanAt(at: number): CodedSpan | undefined {
    const span = this.#spans[lastAtOrBefore(this.#starts, at)];
    return span !== undefined && span.words.start <= at && at < span.words.end ? span : undefined;
  }

  /** Where a character of the words begins in the source, the backslash that escapes it included. */
  #sourceStart(at: number): number {
    const start = this.#map.sourceOf(at);
    const isEscaped =
      this.#text.charAt(start - 1) === '\\' && (at === 0 || this.#map.sourceOf(at - 1) !== start - 1);
    return isEscaped ? start - 1 : start;
  }
}

function insertion(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}
