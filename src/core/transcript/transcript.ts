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
  /** From `{==` to the end of `<<}`. */
  readonly range: TextRange;
  /** Of the passage in the text, markup excluded. */
  readonly passage: TextRange;
  /** Of the passage in the turn's `words`. */
  readonly words: TextRange;
  readonly codes: readonly AppliedCode[];
  readonly memo: string | undefined;
  /** The `^s1` of its comment: spans with the same id are pieces of one coding. */
  readonly piece: string | undefined;
}

/** What one speaker says until another speaks. */
export interface Turn {
  /** Its place among the transcript's turns, from 0. */
  readonly index: number;
  /** From the turn head to the end of its last line, line end excluded. */
  readonly range: TextRange;
  /** Time and speaker, up to and with the colon. */
  readonly head: TextRange;
  /** The speaker's name as written; undefined for a turn that has a time and no speaker. */
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
}

/** A transcript, read by its protocol. */
export interface Transcript {
  /** The `transcript:` id that versions by several raters share. */
  readonly id: string | undefined;
  /** The rater: the `coder:` field. */
  readonly rater: string | undefined;
  /** Roles by speaker, as `speakers:` declares them, in its order. */
  readonly speakers: ReadonlyMap<string, string>;
  readonly turns: readonly Turn[];
}
