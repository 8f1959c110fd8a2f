import type { TextRange } from '../text/textRange';

/** A code as it is written in a transcript: `#id`, with the technique's or code's id. */
export interface AppliedCode {
  /** Without the `#`. It may name no code of the protocol. */
  readonly code: string;
  /** Of `#id` in the text. */
  readonly range: TextRange;
}

/** A passage of a turn with codes of its own: `{==passage==}{>>#code memo<<}`. */
export interface CodedSpan {
  /** From `{==` to the end of `<<}` (of `==}`, where no comment follows). */
  readonly range: TextRange;
  /** Of the passage in the text, markup excluded. */
  readonly passage: TextRange;
  /** Of the passage in the turn's `words`. */
  readonly words: TextRange;
  readonly codes: readonly AppliedCode[];
  /** Unescaped, on one line. */
  readonly memo: string | undefined;
  /** The `s1` of the `^s1` in its comment: spans with the same one are pieces of one coding (see `codingsOf`). */
  readonly piece: string | undefined;
}

/** What stands in a turn as if it meant something, and means nothing as it is written. */
export interface MarkupFault {
  /**
   * `unclosed`: `{==` or `{>>` that nothing ends; `unopened`: `==}` or `<<}` that nothing begins; `no-passage`: a
   * comment with codes that follows no passage; `loose-memo`: a comment without codes that follows none;
   * `uncoded-memo`: a passage with a memo and no code; `empty-passage`: one in which nothing is said;
   * `miswritten-code`: a `#word` where codes stand that is no id; `nearly-time`, `nearly-speaker`: a head with a time
   * that is none, or with a known name in a form that is none of a head; `late-time`: a time behind the name of a turn;
   * `inner-head`: a head behind words, in the middle of a line.
   */
  readonly kind:
    | 'unclosed'
    | 'unopened'
    | 'no-passage'
    | 'loose-memo'
    | 'uncoded-memo'
    | 'empty-passage'
    | 'miswritten-code'
    | 'nearly-time'
    | 'late-time'
    | 'nearly-speaker'
    | 'inner-head';
  /** Of the mark; for `no-passage`, of the codes; of the whole passage or comment, of the code, time or name. */
  readonly range: TextRange;
  /** What is meant, as it is written well, where that can be told: a time, or a head with one. */
  readonly meant?: string;
}

const losesCodes: ReadonlySet<MarkupFault['kind']> = new Set([
  'unclosed',
  'unopened',
  'no-passage',
  'miswritten-code',
]);

/** How many codes and marks of passages of a transcript are not read for how they are written. */
export function unreadMarks({ turns }: Pick<Transcript, 'turns'>): number {
  return turns.reduce((sum, { faults }) => sum + faults.filter(({ kind }) => losesCodes.has(kind)).length, 0);
}

/** What one speaker says until another speaks. */
export interface Turn {
  /** Its place among the transcript's turns, from 0. */
  readonly index: number;
  /** From the turn head to the end of its last line, line end excluded. */
  readonly range: TextRange;
  /** Time and speaker, up to and with the colon (and the `**` behind it). */
  readonly head: TextRange;
  /** The speaker's name as written, unescaped; undefined for a turn that has a time and no speaker. */
  readonly speaker: string | undefined;
  /** The role that `speakers:` or the protocol's aliases give the speaker. */
  readonly role: string | undefined;
  /** In milliseconds from the start of the recording. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** The id of the stage under whose heading it stands. */
  readonly stage: string | undefined;
  /** What is said: no head, codes, memos or markup of ours, unescaped, lines joined by `\n`. */
  readonly words: string;
  /** The codes of the whole turn: the run of ` #id` at its end. */
  readonly codes: readonly AppliedCode[];
  /** In the order of the text; they do not overlap. */
  readonly spans: readonly CodedSpan[];
  readonly faults: readonly MarkupFault[];
  /** Its lines in the text by paragraph; head, indentation, list markers and line ends excluded. */
  readonly paragraphs: readonly (readonly TextRange[])[];
}

/** A transcript, read by its protocol. */
export interface Transcript {
  /** The `transcript:` id that versions by several raters share. */
  readonly id: string | undefined;
  /** The rater: the `coder:` field. */
  readonly rater: string | undefined;
  /** The hash of its words that the `words:` field keeps since the import (see `wordsHash`). */
  readonly recordedWords: string | undefined;
  /** Roles by speaker, as `speakers:` declares them, in its order. The id of the protocol's role, where it has it. */
  readonly speakers: ReadonlyMap<string, string>;
  readonly turns: readonly Turn[];
  /** How many paragraphs and items stand in no turn, so that nobody says them. */
  readonly outside: number;
}
