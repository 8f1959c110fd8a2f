import type { Block, List, ListItem } from '../note/outline';
import { lastAtOrBefore } from '../text/lineIndex';
import type { TextRange } from '../text/textRange';
import type { Speakers } from './speakers';
import type { MarkupFault, Turn } from './transcript';
import { headsWithin, readTurnHead, type TurnHead, timeAtStart } from './turnHead';
import { readTurnText } from './turnText';

/** What is said in a stretch of text. */
interface ReadTurns {
  readonly turns: readonly Turn[];
  /**
   * Paragraphs and items that stand in no turn: above the first, or between a heading and the next turn; and what is not
   * said and holds turns all the same: quotes, code, HTML and headings.
   */
  readonly outside: readonly TextRange[];
}

const QUOTE_OR_HEADING = /^[ \t]*(?:>[ \t]?|#{1,6}[ \t]+)*[ \t]*/;

/**
 * The turns among `blocks` of `text`, in order, none of which is in a stage yet. A line of a paragraph or list item
 * that begins with a turn head starts a turn; other such lines go on with it, up to the next heading. Code, quotes,
 * rules and comments are not said.
 */
export function readTurns(text: string, blocks: readonly Block[], speakers: Speakers): ReadTurns {
  const reader = new TurnReader(text, speakers);
  for (const block of blocks) {
    if (block.kind === 'heading') reader.endTurn();
    if (block.kind === 'paragraph') reader.addParagraph(block.lines.map(({ range }) => range));
    else if (block.kind === 'list') for (const lines of listLines(text, block)) reader.addParagraph(lines);
    else if (block.kind !== 'comment' && block.kind !== 'rule') reader.addHidden(block);
  }
  reader.endTurn();
  return reader;
}

interface OpenTurn {
  readonly head: TurnHead;
  readonly start: number;
  readonly paragraphs: TextRange[][];
  /** Of heads within its lines. */
  readonly faults: MarkupFault[];
}

class TurnReader {
  readonly turns: Turn[] = [];
  readonly outside: TextRange[] = [];
  readonly #text: string;
  readonly #speakers: Speakers;
  #open: OpenTurn | undefined;

  constructor(text: string, speakers: Speakers) {
    this.#text = text;
    this.#speakers = speakers;
  }

  addParagraph(lines: readonly TextRange[]): void {
    let isNew = true;
    for (const line of lines) {
      const head = readTurnHead(this.#text.slice(line.start, line.end), this.#speakers);
      if (head !== undefined) {
        this.endTurn();
        const rest = { start: afterBlanks(this.#text, line.start + head.length, line.end), end: line.end };
        this.#open = { head, start: line.start, paragraphs: [[rest]], faults: [] };
      } else if (this.#open !== undefined) {
        if (isNew) this.#open.paragraphs.push([line]);
        else this.#open.paragraphs.at(-1)?.push(line);
      } else if (isNew) this.outside.push(line);
      else this.#extendOutside(line.end);
      isNew = false;
      const words = this.#open?.paragraphs.at(-1)?.at(-1);
      if (words !== undefined) this.#findHeads(words);
    }
  }

  /** What is not said is told where it holds the turn of a known speaker. */
  addHidden({ kind, range }: Block): void {
    const isTurn = this.#text
      .slice(range.start, range.end)
      .split(/\r\n?|\n/)
      .some(
        line => line.includes(':') && this.#isTurn(line.replace(QUOTE_OR_HEADING, ''), kind === 'heading'),
      );
    if (isTurn) this.outside.push(range);
  }

  /** A heading may be about somebody: only with a time, or a name that is declared, it is a turn. */
  #isTurn(line: string, isHeading: boolean): boolean {
    const head = readTurnHead(line, this.#speakers);
    if (head?.role === undefined || head.speaker === undefined) return false;
    return !isHeading || head.start !== undefined || this.#speakers.declares(head.speaker);
  }

  #findHeads({ start, end }: TextRange): void {
    for (const range of headsWithin(this.#text.slice(start, end), this.#speakers))
      this.#open?.faults.push(shiftedFault({ kind: 'inner-head', range }, start));
  }

  #extendOutside(end: number): void {
    const last = this.outside.pop();
    if (last !== undefined) this.outside.push({ start: last.start, end });
  }

  endTurn(): void {
    const open = this.#open;
    if (open === undefined) return;
    this.#open = undefined;
    const { head, start, paragraphs, faults: within } = open;
    const { words, codes, spans, faults } = readTurnText(this.#text, paragraphs);
    const ofHead = head.fault === undefined ? lateTime(this.#text, open) : [shiftedFault(head.fault, start)];
    this.turns.push({
      index: this.turns.length,
      range: { start, end: paragraphs.at(-1)?.at(-1)?.end ?? start + head.length },
      head: { start, end: start + head.length },
      speaker: head.speaker,
      role: head.role,
      start: head.start,
      end: head.end,
      stage: undefined,
      words,
      codes,
      spans,
      faults: [...ofHead, ...within, ...faults],
      paragraphs,
    });
  }
}

/** A time that stands behind the name of a turn that has none before it. */
function lateTime(text: string, { head, start, paragraphs }: OpenTurn): readonly MarkupFault[] {
  const words = paragraphs[0]?.[0];
  if (head.start !== undefined || words === undefined || text.charAt(words.start) !== '[') return [];
  const time = timeAtStart(text.slice(words.start, words.end));
  if (time === undefined) return [];
  const range = { start, end: words.start + time.length };
  return [{ kind: 'late-time', range, meant: `${time} ${text.slice(start, words.start).trim()}` }];
}

function shiftedFault(fault: MarkupFault, by: number): MarkupFault {
  return { ...fault, range: { start: fault.range.start + by, end: fault.range.end + by } };
}

function afterBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text.charAt(at) === ' ' || text.charAt(at) === '\t')) at++;
  return at;
}

const LINE = /[^\r\n]+/g;
const INDENTATION = /^[ \t]*/;

/** The lines of a list by item, without its markers. */
function listLines(text: string, { range, items }: List): readonly (readonly TextRange[])[] {
  const markers = markerEnds(items);
  const starts = [...markers.keys()];
  const paragraphs: TextRange[][] = [];
  let wasBlank = true;
  for (const match of text.slice(range.start, range.end).matchAll(LINE)) {
    const lineStart = range.start + match.index;
    const end = lineStart + match[0].trimEnd().length;
    const marker = starts[lastAtOrBefore(starts, lineEndOf(lineStart, match[0]))];
    const isItem = marker !== undefined && marker >= lineStart;
    const from = isItem ? (markers.get(marker) ?? marker) : lineStart;
    const start = from + (INDENTATION.exec(text.slice(from, Math.max(from, end)))?.[0].length ?? 0);
    const isBlank = start >= end;
    if (!isBlank && (isItem || wasBlank)) paragraphs.push([{ start, end }]);
    else if (!isBlank) paragraphs.at(-1)?.push({ start, end });
    wasBlank = isBlank;
  }
  return paragraphs;
}

function lineEndOf(start: number, line: string): number {
  return start + line.length;
}

/** Where each marker ends, by where it starts, in order. */
function markerEnds(
  items: readonly ListItem[],
  ends: Map<number, number> = new Map(),
): ReadonlyMap<number, number> {
  for (const item of items) {
    ends.set(item.marker.start, item.marker.end);
    markerEnds(item.items, ends);
  }
  return ends;
}
