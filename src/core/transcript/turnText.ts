import type { TextRange } from '../text/textRange';
import { readComment } from './commentText';
import { closingMarks, type MarkupToken, markupTokens } from './markupTokens';
import { SourceMap } from './sourceMap';
import type { AppliedCode, CodedSpan, MarkupFault } from './transcript';
import { partCodes } from './turnCodes';

/** What the lines of a turn say. */
export interface TurnText {
  readonly words: string;
  readonly codes: readonly AppliedCode[];
  readonly spans: readonly CodedSpan[];
  readonly faults: readonly MarkupFault[];
  /** From the words to the text. */
  readonly map: SourceMap;
}

/** What makes more of a line than its words. */
const MARKUP = /[\\{}]|<!--/;

/** Reads the lines of a turn in `text` by paragraph, as `Turn.paragraphs` holds them. */
export function readTurnText(text: string, lines: readonly (readonly TextRange[])[]): TurnText {
  const { codes, miswritten, paragraphs } = partCodes(text, lines);
  const said = new SaidWords();
  const spans: CodedSpan[] = [];
  const faults: MarkupFault[] = [];
  for (const paragraph of paragraphs) {
    said.endLine();
    const isPlain = paragraph.every(({ start, end }) => !MARKUP.test(text.slice(start, end)));
    if (isPlain) said.addLines(text, paragraph);
    else new MarkedParagraph(text, paragraph, said, spans, faults).read();
  }
  const kept = spans.at(-1)?.words.end ?? 0;
  const words = said.words.slice(0, Math.max(kept, said.words.trimEnd().length));
  return { words, codes, spans, faults: [...faults, ...miswritten], map: said.map };
}

/** The words of a turn as they are put together. */
class SaidWords {
  readonly map = new SourceMap();
  words = '';
  /** Behind the last sign that is no blank. Asking the words for it each time would put them together anew. */
  #saidUpTo = 0;

  endLine(): void {
    if (this.words !== '') this.words += '\n';
  }

  addLines(text: string, lines: readonly TextRange[]): void {
    for (const [index, { start, end }] of lines.entries()) {
      if (index > 0) this.words += '\n';
      this.add(text.slice(start, end), { start, end });
    }
  }

  add(words: string, source: TextRange): void {
    if (words === '') return;
    this.map.add(this.words.length, source);
    const said = words.trimEnd();
    if (said !== '') this.#saidUpTo = this.words.length + said.length;
    this.words += words;
  }

  /** Whether anything but blanks is said from a place in the words on. */
  saysFrom(start: number): boolean {
    return this.#saidUpTo > start;
  }
}

/** A passage whose end is not reached yet. */
interface OpenPassage {
  readonly range: number;
  readonly passage: number;
  readonly words: number;
}

/** A paragraph with markup, its lines joined by `\n`. */
class MarkedParagraph {
  readonly #joined: string;
  readonly #source = new SourceMap();
  readonly #tokens: readonly MarkupToken[];
  readonly #closes: ReadonlyMap<number, number>;
  readonly #said: SaidWords;
  readonly #spans: CodedSpan[];
  readonly #faults: MarkupFault[];
  /** Up to where the paragraph is read. */
  #at = 0;
  /** The first line end from there on, or the end of the paragraph. */
  #lineEnd = -1;
  #open: OpenPassage | undefined;

  constructor(
    text: string,
    lines: readonly TextRange[],
    said: SaidWords,
    spans: CodedSpan[],
    faults: MarkupFault[],
  ) {
    let joined = '';
    for (const [index, { start, end }] of lines.entries()) {
      if (index > 0) joined += '\n';
      this.#source.add(joined.length, { start, end });
      joined += text.slice(start, end);
    }
    this.#joined = joined;
    this.#tokens = markupTokens(joined);
    this.#closes = closingMarks(this.#tokens);
    this.#said = said;
    this.#spans = spans;
    this.#faults = faults;
  }

  read(): void {
    for (let at = 0; at < this.#tokens.length; at++) at = this.#readToken(at);
    this.#sayUpTo(this.#joined.length);
  }

  /** Reads the token and what belongs to it; tells the last token read. */
  #readToken(at: number): number {
    const token = this.#tokens[at];
    if (token === undefined) return at;
    const close = this.#closes.get(at);
    // Of an escape the sign behind the backslash is said; of a comment nothing.
    if (token.kind === 'escape') this.#skip(token.start, token.start + 1);
    else if (token.kind === 'html') this.#skip(token.start, token.end);
    else if (token.kind === '{==' && close !== undefined) this.#openPassage(token);
    else if (token.kind === '==}' && this.#open !== undefined) return this.#closePassage(at, this.#open);
    else if (token.kind === '{>>' && close !== undefined) return this.#passOver(at, close);
    else this.#faults.push(looseFault(token, this.#source));
    return at;
  }

  #openPassage({ start, end }: MarkupToken): void {
    this.#skip(start, end);
    this.#open = { range: start, passage: end, words: this.#said.words.length };
  }

  #closePassage(at: number, { range, passage, words }: OpenPassage): number {
    const token = this.#tokens[at] ?? { start: passage, end: passage };
    this.#skip(token.start, token.end);
    this.#open = undefined;
    const next = this.#tokens[at + 1];
    const close = next?.start === token.end ? this.#closes.get(at + 1) : undefined;
    const comment = next?.kind === '{>>' && close !== undefined ? this.#comment(at + 1, close) : undefined;
    if (comment !== undefined) this.#skip(token.end, comment.end);
    const span: CodedSpan = {
      range: this.#source.rangeOf({ start: range, end: comment?.end ?? token.end }),
      passage: this.#source.rangeOf({ start: passage, end: token.start }),
      words: { start: words, end: this.#said.words.length },
      codes: comment?.codes ?? [],
      memo: comment?.memo,
      piece: comment?.piece,
    };
    this.#spans.push(span);
    if (span.piece === undefined && !this.#said.saysFrom(words))
      this.#faults.push({ kind: 'empty-passage', range: span.range });
    else if (span.codes.length === 0 && span.memo !== undefined)
      this.#faults.push({ kind: 'uncoded-memo', range: span.range });
    return comment === undefined ? at : (close ?? at);
  }

  /** A comment that follows no passage. */
  #passOver(at: number, close: number): number {
    const { codes, memo, end } = this.#comment(at, close);
    const start = this.#tokens[at]?.start ?? end;
    this.#skip(start, end);
    const [first] = codes;
    const last = codes.at(-1);
    if (first !== undefined && last !== undefined) {
      this.#faults.push({ kind: 'no-passage', range: { start: first.range.start, end: last.range.end } });
    } else if (memo !== undefined) {
      this.#faults.push({ kind: 'loose-memo', range: this.#source.rangeOf({ start, end }) });
    }
    return close;
  }

  #comment(at: number, close: number): PlacedComment {
    const start = this.#tokens[at]?.end ?? 0;
    const { start: contentEnd, end } = this.#tokens[close] ?? { start, end: start };
    const { codes, miswritten, memo, piece } = readComment(this.#joined.slice(start, contentEnd));
    for (const wrong of miswritten) {
      const range = this.#source.rangeOf({ start: start + wrong.start, end: start + wrong.end });
      this.#faults.push({ kind: 'miswritten-code', range });
    }
    const placed = codes.map(({ code, range }) => ({
      code,
      range: this.#source.rangeOf({ start: start + range.start, end: start + range.end }),
    }));
    return { end, codes: placed, memo, piece };
  }

  #skip(start: number, end: number): void {
    this.#sayUpTo(start);
    this.#at = end;
  }

  #sayUpTo(end: number): void {
    while (this.#at < end) {
      if (this.#lineEnd < this.#at) this.#lineEnd = indexOrEnd(this.#joined, '\n', this.#at);
      const stop = Math.min(end, this.#lineEnd + 1);
      const stretch = { start: this.#at, end: stop };
      this.#said.add(this.#joined.slice(this.#at, stop), this.#source.rangeOf(stretch));
      this.#at = stop;
    }
  }
}

function indexOrEnd(text: string, sought: string, from: number): number {
  const at = text.indexOf(sought, from);
  return at < 0 ? text.length : at;
}

interface PlacedComment {
  readonly end: number;
  readonly codes: readonly AppliedCode[];
  readonly memo: string | undefined;
  readonly piece: string | undefined;
}

function looseFault(token: MarkupToken, source: SourceMap): MarkupFault {
  const isOpening = token.kind === '{==' || token.kind === '{>>';
  return { kind: isOpening ? 'unclosed' : 'unopened', range: source.rangeOf(token) };
}
