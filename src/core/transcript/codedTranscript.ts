import type { TextRange } from '../text/textRange';
import { codingsOf } from './codings';
import { readTranscriptFields } from './parseTranscript';
import type { Turn } from './transcript';
import { stageIdAt, type TurnChunks } from './turnChunks';

/** A turn or passage that has a code. */
export interface CodedPlace {
  readonly code: string;
  /** The index of its turn. */
  readonly turn: number;
  /** Of the passage in the text, or of the turn. */
  readonly range: TextRange;
  /** 0-based. */
  readonly line: number;
  readonly isPassage: boolean;
  readonly speaker: string | undefined;
  readonly role: string | undefined;
  readonly stage: string | undefined;
  /** The first of its words, on one line. */
  readonly excerpt: string;
}

/** What is coded in a transcript. */
export interface CodedTranscript {
  readonly rater: string | undefined;
  readonly turns: number;
  /** In the order of the text. */
  readonly places: readonly CodedPlace[];
}

/** Whose places are shown: of these stages, roles and raters; of all where none is named. */
export interface PlaceFilter {
  readonly stages: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly raters: ReadonlySet<string>;
}

const EXCERPT = 80;
/** Replacing makes a text of its own: one that is only cut out would keep its note in memory. */
const BLANKS = /\s+/g;

/** Finds what is coded in a transcript; a piece of it at each step, so that long ones can be taken in slices. */
export function* readCodedTranscript(chunks: TurnChunks): Generator<void, CodedTranscript, undefined> {
  const { note } = chunks;
  const places: CodedPlace[] = [];
  let turns = 0;
  for (const { chunk, start, firstTurn } of chunks.placed()) {
    for (const turn of chunk.turns) {
      if (turn.codes.length === 0 && turn.spans.length === 0) continue;
      const stage = stageIdAt(note, start + turn.range.start);
      for (const place of placesIn(turn)) {
        const range = { start: place.range.start + start, end: place.range.end + start };
        const { line } = note.outline.lines.positionAt(range.start);
        places.push({ ...place, range, line, turn: firstTurn + turn.index, stage });
      }
    }
    turns = firstTurn + chunk.turns.length;
    yield;
  }
  return { rater: readTranscriptFields(note).rater, turns, places };
}

/** The places of a transcript that a filter lets through. */
export function filterPlaces({ places, rater }: CodedTranscript, filter: PlaceFilter): readonly CodedPlace[] {
  const passes = (named: ReadonlySet<string>, value: string | undefined): boolean =>
    named.size === 0 || (value !== undefined && named.has(value));
  if (!passes(filter.raters, rater)) return [];
  return places.filter(({ stage, role }) => passes(filter.stages, stage) && passes(filter.roles, role));
}

function placesIn(turn: Turn): readonly Omit<CodedPlace, 'line' | 'stage'>[] {
  const { index, speaker, role, words, range } = turn;
  const place = (code: string, where: TextRange, said: string, isPassage: boolean) => ({
    code,
    turn: index,
    range: where,
    isPassage,
    speaker,
    role,
    excerpt: said.replace(BLANKS, ' ').trim().slice(0, EXCERPT),
  });
  return [
    ...codingsOf(turn).map(({ code, words: { start, end }, passage }) =>
      place(code, passage, words.slice(start, end), true),
    ),
    ...turn.codes.map(({ code }) => place(code, range, words, false)),
  ];
}
