import type { Note } from '../note/note';
import { readingsOf } from '../note/readings';
import { changedLines } from '../text/changedLines';
import { firstIndex } from '../text/firstIndex';
import type { TextRange } from '../text/textRange';
import { textStart } from '../text/textStart';
import { shiftTurn } from './shiftTurn';
import { readSpeakers, type Speakers } from './speakers';
import type { Turn } from './transcript';
import { CHUNK_LENGTH, cutChunks, isCut, TurnChunk } from './turnChunk';
import { WordsHasher } from './wordsHash';

/** How long a piece with an open fence or comment may get; beyond, the next piece is read as if it were closed. */
const LONGEST = 512 * 1024;

/** A piece of a transcript and where it stands. */
interface PlacedChunk {
  readonly chunk: TurnChunk;
  /** The offset in the note of the first code unit of its text. */
  readonly start: number;
  /** The index of its first turn. */
  readonly firstTurn: number;
}

/**
 * The turns of a transcript that is being edited, read in pieces: what did not change since the version before is not
 * read again, and what nobody asks for is not read at all. Immutable; a new version comes from `next`.
 */
export class TurnChunks {
  readonly note: Note;
  readonly speakers: Speakers;
  /** What hashes their words; a newer version has the same. */
  readonly hasher: WordsHasher;
  readonly #length: number;
  #chunks: readonly TurnChunk[];

  private constructor(
    note: Note,
    speakers: Speakers,
    hasher: WordsHasher,
    chunks: readonly TurnChunk[],
    length: number,
  ) {
    this.note = note;
    this.speakers = speakers;
    this.hasher = hasher;
    this.#chunks = chunks;
    this.#length = length;
  }

  /** Cuts a transcript into pieces of at least `length` UTF-16 code units; reads none. */
  static of(note: Note, length: number = CHUNK_LENGTH, hasher: WordsHasher = new WordsHasher()): TurnChunks {
    const speakers = readSpeakers(note);
    return new TurnChunks(note, speakers, hasher, cutBody(note, speakers, length), length);
  }

  /**
   * The turns of a whole `text` of which only the front matter was read as a note: what it takes to see what is said, by
   * whom and when. They are in no stage.
   */
  static below(front: Note, text: string): TurnChunks {
    const speakers = readSpeakers(front);
    const body = { start: bodyStart(front), end: text.length };
    const chunks = cutChunks(text, body, speakers, CHUNK_LENGTH);
    return new TurnChunks(front, speakers, new WordsHasher(), chunks, CHUNK_LENGTH);
  }

  /** The turns of a newer version of the note. */
  next(note: Note): TurnChunks {
    if (note === this.note) return this;
    const speakers = readSpeakers(note);
    const isSame = sameProtocols(this.note, note) && speakers.key === this.speakers.key;
    // Whoever speaks, what was said when it was recorded is remembered.
    if (!isSame) return TurnChunks.of(note, this.#length, this.hasher);
    const chunks = reused(this.#chunks, this.note, note, this.speakers, this.#length);
    return new TurnChunks(note, this.speakers, this.hasher, chunks, this.#length);
  }

  /** Reads the pieces that are not read yet, one at each step. */
  *read(): Generator<TurnChunk, void, undefined> {
    for (let at = 0; at < this.#chunks.length; at++) {
      const chunk = this.#settled(at);
      if (chunk !== undefined) yield chunk;
    }
  }

  /** All pieces in order, read. */
  *placed(): Generator<PlacedChunk, void, undefined> {
    let start = bodyStart(this.note);
    let firstTurn = 0;
    for (let at = 0; at < this.#chunks.length; at++) {
      const chunk = this.#settled(at);
      if (chunk === undefined) return;
      yield { chunk, start, firstTurn };
      start += chunk.text.length;
      firstTurn += chunk.turns.length;
    }
  }

  /** The turns that `range` of the note touches, in their stages. Only the pieces there are read; no `index` is right. */
  turnsIn(range: TextRange): readonly Turn[] {
    const turns: Turn[] = [];
    let start = bodyStart(this.note);
    for (let at = 0; at < this.#chunks.length && start <= range.end; at++) {
      const length = this.#chunks[at]?.text.length ?? 0;
      if (start + length >= range.start) {
        const chunk = this.#settled(at);
        for (const turn of chunk?.turns ?? []) {
          if (turn.range.start + start > range.end || turn.range.end + start < range.start) continue;
          turns.push(this.#placedTurn(turn, start, turn.index));
        }
      }
      start += this.#chunks[at]?.text.length ?? 0;
    }
    return turns;
  }

  /**
   * The turns in order, those of each piece together, by the same objects as long as the pieces stay what they are;
   * ranges are those of pieces.
   */
  *said(): Generator<readonly Turn[], void, undefined> {
    for (const { chunk } of this.placed()) yield chunk.turns;
  }

  /** All turns, in their stages. */
  *turns(): Generator<Turn, void, undefined> {
    for (const { chunk, start, firstTurn } of this.placed()) {
      for (const turn of chunk.turns) yield this.#placedTurn(turn, start, firstTurn + turn.index);
    }
  }

  #placedTurn(turn: Turn, start: number, index: number): Turn {
    const shifted = shiftTurn(turn, start);
    return { ...shifted, index, stage: stageIdAt(this.note, shifted.range.start) };
  }

  /** The piece at `at`, joined with those after it while a fence or comment is open at its end. */
  #settled(at: number): TurnChunk | undefined {
    let chunk = this.#chunks[at];
    while (chunk?.isOpen && at + 1 < this.#chunks.length && chunk.text.length < LONGEST) {
      // By doubling, so that a long open block is not read over and over.
      let text = chunk.text;
      let after = at + 1;
      while (after < this.#chunks.length && text.length < 2 * chunk.text.length) {
        text += this.#chunks[after]?.text ?? '';
        after++;
      }
      chunk = new TurnChunk(text, this.speakers);
      this.#chunks = [...this.#chunks.slice(0, at), chunk, ...this.#chunks.slice(after)];
    }
    return chunk;
  }
}

function sameProtocols(a: Note, b: Note): boolean {
  const [ofA, ofB] = [readingsOf(a), readingsOf(b)];
  return ofA.length === ofB.length && ofA.every(({ protocol }, at) => protocol === ofB[at]?.protocol);
}

/** The id of the stage in which `offset` stands. */
export function stageIdAt({ stages }: Note, offset: number): string | undefined {
  const region = stages[firstIndex(stages.length, at => (stages[at]?.body.end ?? 0) > offset)];
  return region !== undefined && region.body.start <= offset ? region.stage.id : undefined;
}

function bodyStart({ outline: { frontMatter, text } }: Note): number {
  return frontMatter?.range.end ?? textStart(text);
}

function cutBody(note: Note, speakers: Speakers, length: number): readonly TurnChunk[] {
  const { text } = note.outline;
  return cutChunks(text, { start: bodyStart(note), end: text.length }, speakers, length);
}

/** The pieces of a new version: the old ones before and after what changed, and between them what is there now. */
function reused(
  chunks: readonly TurnChunk[],
  before: Note,
  note: Note,
  speakers: Speakers,
  length: number,
): readonly TurnChunk[] {
  const { text } = note.outline;
  const change = changedLines(before.outline.text, text);
  const body = bodyStart(note);
  const shift = change.end - change.endBefore;
  let from = body;
  let kept = 0;
  // Where the body begins elsewhere than it did, what stands before the change is not where it was.
  while (
    body === bodyStart(before) &&
    from + lengthAt(chunks, kept) <= change.start &&
    kept < chunks.length
  ) {
    from += lengthAt(chunks, kept++);
  }
  let to = text.length;
  let last = chunks.length;
  while (last > kept) {
    const start = to - lengthAt(chunks, last - 1);
    if (start - shift < change.endBefore || start < from) break;
    to = start;
    last--;
  }
  // Where no piece may start any more, its neighbour goes on.
  if (from < to && kept > 0 && !isCut(text, from, speakers)) from -= lengthAt(chunks, --kept);
  if (last < chunks.length && last > 0 && !isCut(text, to, speakers)) to += lengthAt(chunks, last++);
  const renewed = (group: readonly TurnChunk[], start: number): readonly TurnChunk[] => {
    let at = start;
    return group.map(chunk => {
      at += chunk.text.length;
      return chunk.in(text.slice(at - chunk.text.length, at));
    });
  };
  return [
    ...renewed(chunks.slice(0, kept), body),
    ...cutChunks(text, { start: from, end: to }, speakers, length),
    ...renewed(chunks.slice(last), to),
  ];
}

function lengthAt(chunks: readonly TurnChunk[], at: number): number {
  return chunks[at]?.text.length ?? 0;
}
