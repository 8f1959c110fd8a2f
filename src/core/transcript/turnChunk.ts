import { closingLine } from '../note/openBlock';
import type { Block } from '../note/outline';
import { parseBlocks } from '../note/parseOutline';
import type { TextRange } from '../text/textRange';
import type { Speakers } from './speakers';
import type { Turn } from './transcript';
import { readTurnHead } from './turnHead';
import { readTurns } from './turns';

/** How long the pieces are, at least, into which a transcript is cut, in UTF-16 code units: some 5 ms of reading. */
export const CHUNK_LENGTH = 24 * 1024;
const HEADING = /^#{1,6}[ \t]/;
const LINE = /[^\r\n]*/y;

/** What was read of a piece, and what others derived from that. */
interface Reading {
  readonly turns: readonly Turn[];
  readonly outside: readonly TextRange[];
  readonly isOpen: boolean;
  /** Each of another class. */
  readonly derived: object[];
}

/** A piece of a transcript. It starts at a heading or turn, and is read when it is first asked for its turns. */
export class TurnChunk {
  readonly text: string;
  readonly #speakers: Speakers;
  #read: Reading | undefined;

  constructor(text: string, speakers: Speakers) {
    this.text = text;
    this.#speakers = speakers;
  }

  /** Its turns, with ranges in its own text and indices from 0, in no stage. */
  get turns(): readonly Turn[] {
    return this.#reading().turns;
  }

  /** Where words stand in it that are in no turn: paragraphs and items, as ranges of its text. */
  get outside(): readonly TextRange[] {
    return this.#reading().outside;
  }

  /** Whether a fence or comment is open at its end, so that the text after it belongs to it. */
  get isOpen(): boolean {
    return this.#reading().isOpen;
  }

  /**
   * What a class makes of the turns, made once for as long as they stay what they are. It may keep turns, but neither
   * the piece nor its text, which may belong to an older version of the whole.
   */
  derived<Made extends object>(kind: new (turns: readonly Turn[]) => Made): Made {
    const { turns, derived } = this.#reading();
    for (const known of derived) if (known instanceof kind) return known;
    const made = new kind(turns);
    derived.push(made);
    return made;
  }

  /** The same text as a piece of a newer version of the whole, so that the older one can be forgotten. */
  in(text: string): TurnChunk {
    const chunk = new TurnChunk(text, this.#speakers);
    chunk.#read = this.#read;
    return chunk;
  }

  #reading(): Reading {
    this.#read ??= this.#readBlocks(parseBlocks(this.text));
    return this.#read;
  }

  #readBlocks(blocks: readonly Block[]): Reading {
    const { text } = this;
    return {
      ...readTurns(text, blocks, this.#speakers),
      isOpen: closingLine({ text, blocks }) !== undefined,
      derived: [],
    };
  }
}

/** Cuts a stretch of a text at headings and turns that follow a blank line, into pieces of at least `length`. */
export function cutChunks(
  text: string,
  { start: from, end: to }: TextRange,
  speakers: Speakers,
  length: number,
): readonly TurnChunk[] {
  const chunks: TurnChunk[] = [];
  let start = from;
  while (start < to) {
    const end = nextCut(text, start + length, to, speakers);
    chunks.push(new TurnChunk(text.slice(start, end), speakers));
    start = end;
  }
  return chunks;
}

/** Whether a piece may start at `at`: with a heading or turn, below a blank line. */
export function isCut(text: string, at: number, speakers: Speakers): boolean {
  if (!/(?:\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/.test(text.slice(Math.max(0, at - 40), at))) return false;
  LINE.lastIndex = at;
  const line = LINE.exec(text)?.[0] ?? '';
  return HEADING.test(line) || readTurnHead(line, speakers) !== undefined;
}

function nextCut(text: string, from: number, to: number, speakers: Speakers): number {
  for (let at = lineAfter(text, from); at < to; at = lineAfter(text, at)) {
    if (isCut(text, at, speakers)) return at;
  }
  return to;
}

/** The start of the line after the one that `at` stands in. */
function lineAfter(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed < 0 ? text.length : feed + 1;
}
