import type { Titles } from '../message';
import type { Note } from '../note/note';
import type { Codebook } from '../protocol/codebook';
import { type CodeColour, colourOf } from '../transcript/codeColour';
import { codebooksOf, termIn } from '../transcript/noteCodebooks';
import { readTranscriptFields } from '../transcript/parseTranscript';
import { rolesOf } from '../transcript/speakers';
import type { Turn } from '../transcript/transcript';
import { stageIdAt, type TurnChunks } from '../transcript/turnChunks';

/** A role of the protocol, or the speakers that have none, and how much they say. */
export interface SpeakingRole {
  readonly role: string | undefined;
  readonly title: Titles | undefined;
  readonly turns: number;
  readonly words: number;
}

/** Turns that follow each other, shown in one column. */
export interface ProfileColumn {
  /** The indices of its first turn and of the turn after its last. */
  readonly from: number;
  readonly to: number;
  /** Where its first turn begins, in UTF-16 code units. */
  readonly offset: number;
  /** The id of the stage in which its first turn stands. */
  readonly stage: string | undefined;
  /** How many words each of the roles says in it. */
  readonly words: readonly number[];
}

/** How often a code is applied in a column, and where first. */
interface ProfileMark {
  readonly column: number;
  readonly count: number;
  readonly offset: number;
}

/** A code that is applied: over the columns, and in each stage. */
export interface ProfileCode {
  readonly code: string;
  readonly title: Titles | undefined;
  /** Undefined for a code that no codebook has. */
  readonly colour: CodeColour | undefined;
  readonly marks: readonly ProfileMark[];
  /** How often, in each of the profile's stages. */
  readonly counts: readonly number[];
}

/** A stage that turns stand in, or none. */
export interface ProfileStage {
  readonly stage: string | undefined;
  readonly title: Titles | undefined;
  readonly turns: number;
  /** How many words each of the roles says in it. */
  readonly words: readonly number[];
}

/** A transcript at a glance: who speaks how much, in which stages, and which codes are applied where. */
export interface TranscriptProfile {
  readonly rater: string | undefined;
  readonly turns: number;
  /** How many of them have a code, or a passage that has one. */
  readonly coded: number;
  readonly roles: readonly SpeakingRole[];
  /** In the order of the protocol; turns in no stage last. */
  readonly stages: readonly ProfileStage[];
  readonly columns: readonly ProfileColumn[];
  /** In the order of the codebook; unknown ones last. */
  readonly codes: readonly ProfileCode[];
}

/** A picture has no more columns: beyond, several turns share one. */
const MOST_COLUMNS = 120;
const WORD = /\S+/g;

interface SpokenTurn {
  readonly offset: number;
  readonly role: string | undefined;
  readonly stage: string | undefined;
  readonly words: number;
  readonly codes: readonly string[];
}

/** Profiles a transcript; a piece of it is read at each step, so that long ones can be taken in slices. */
export function* readTranscriptProfile(chunks: TurnChunks): Generator<void, TranscriptProfile, undefined> {
  const { note } = chunks;
  const spoken: SpokenTurn[] = [];
  for (const { chunk, start } of chunks.placed()) {
    for (const turn of chunk.turns)
      spoken.push(spokenTurn(turn, start, stageIdAt(note, start + turn.range.start)));
    yield;
  }
  return profileOf(spoken, note);
}

function spokenTurn(turn: Turn, start: number, stage: string | undefined): SpokenTurn {
  const codes = [...turn.spans.flatMap(span => span.codes), ...turn.codes].map(({ code }) => code);
  return {
    offset: start + turn.range.start,
    role: turn.role,
    stage,
    words: turn.words.match(WORD)?.length ?? 0,
    codes,
  };
}

function profileOf(spoken: readonly SpokenTurn[], note: Note): TranscriptProfile {
  const protocol = note.protocol?.protocol;
  const roles = orderedKeys(
    spoken.map(({ role }) => role),
    rolesOf(note),
  );
  const stages = orderedKeys(
    spoken.map(({ stage }) => stage),
    protocol?.stages,
  );
  const wordsIn = (turns: readonly SpokenTurn[]): readonly number[] => {
    const byRole = new Map<string | undefined, number>();
    for (const { role, words } of turns) byRole.set(role, (byRole.get(role) ?? 0) + words);
    return roles.map(({ key }) => byRole.get(key) ?? 0);
  };
  const size = Math.max(1, Math.ceil(spoken.length / MOST_COLUMNS));
  const columns = Array.from({ length: Math.ceil(spoken.length / size) }, (_, at) => {
    const turns = spoken.slice(at * size, (at + 1) * size);
    const { offset = 0, stage } = turns[0] ?? {};
    return { from: at * size, to: at * size + turns.length, offset, stage, words: wordsIn(turns) };
  });
  return {
    rater: readTranscriptFields(note).rater,
    turns: spoken.length,
    coded: spoken.filter(({ codes }) => codes.length > 0).length,
    roles: roles.map(({ key, title }) => {
      const turns = spoken.filter(({ role }) => role === key);
      return {
        role: key,
        title,
        turns: turns.length,
        words: turns.reduce((sum, { words }) => sum + words, 0),
      };
    }),
    stages: stages.map(({ key, title }) => {
      const turns = spoken.filter(({ stage }) => stage === key);
      return { stage: key, title, turns: turns.length, words: wordsIn(turns) };
    }),
    columns,
    codes: codesOf(
      spoken,
      size,
      stages.map(({ key }) => key),
      codebooksOf(note),
    ),
  };
}

interface Keyed {
  readonly key: string | undefined;
  readonly title: Titles | undefined;
}

/** The keys that occur: those that the protocol names in its order, then the others as they come, none last. */
function orderedKeys(
  found: readonly (string | undefined)[],
  named: readonly { readonly id: string; readonly title: Titles }[] = [],
): readonly Keyed[] {
  const present = new Set(found);
  const known = named.filter(({ id }) => present.delete(id)).map(({ id, title }) => ({ key: id, title }));
  const none = present.delete(undefined);
  const others: readonly Keyed[] = [...present].map(key => ({ key, title: undefined }));
  return [...known, ...others, ...(none ? [{ key: undefined, title: undefined }] : [])];
}

function codesOf(
  spoken: readonly SpokenTurn[],
  size: number,
  stages: readonly (string | undefined)[],
  codebooks: readonly Codebook[],
): readonly ProfileCode[] {
  const marks = new Map<string, Map<number, ProfileMark>>();
  const counts = new Map<string, number[]>();
  for (const [at, { codes, offset, stage }] of spoken.entries()) {
    for (const code of codes) {
      const ofCode = marks.get(code) ?? new Map<number, ProfileMark>();
      marks.set(code, ofCode);
      const column = Math.floor(at / size);
      const known = ofCode.get(column);
      ofCode.set(
        column,
        known === undefined ? { column, count: 1, offset } : { ...known, count: known.count + 1 },
      );
      const inStages = counts.get(code) ?? stages.map(() => 0);
      counts.set(code, inStages);
      const index = stages.indexOf(stage);
      inStages[index] = (inStages[index] ?? 0) + 1;
    }
  }
  const ids = new Set(codebooks.flatMap(({ terms }) => terms.map(({ term }) => term.id)));
  const places = new Map([...ids].map((id, at) => [id, at]));
  const rank = (code: string): number => places.get(code) ?? places.size;
  return [...marks]
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([code, ofCode]) => {
      const title = termIn(codebooks, code)?.term.title;
      return {
        code,
        title,
        colour: colourOf(code, codebooks),
        marks: [...ofCode.values()],
        counts: counts.get(code) ?? [],
      };
    });
}
