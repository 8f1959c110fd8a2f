import type { Message } from '../../message';
import type { CueCoding } from './codedWords';

/** A stretch of words that one speaker says, as a file of any format gives it. */
export interface Cue {
  /** In milliseconds from the start of the recording. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** As the file names the speaker; undefined where it names none. */
  readonly speaker: string | undefined;
  /** What is said, markup of the format removed; lines joined by `\n`. */
  readonly words: string;
  /** Where each line of the words begins in the text of the file, where that is known. */
  readonly places?: readonly number[];
  /** What is coded of the words. */
  readonly codings?: readonly CueCoding[];
  /** The title of the stage that begins with it. */
  readonly stage?: string;
}

/** What is wrong with a line of a file that is imported, or what was left out of it. */
export interface ImportFault {
  /** From 0. */
  readonly line: number;
  readonly reason: Message;
}

/** A transcript as read from a file of any format. */
export interface ImportedTranscript {
  readonly cues: readonly Cue[];
  /** Lines before the first cue that belong to nobody, such as a title. */
  readonly preamble: readonly string[];
  /** What the file tells about its speakers besides their names, by name: a fuller name, a role. */
  readonly hints: ReadonlyMap<string, readonly string[]>;
  /** The day of the session as `YYYY-MM-DD`, where the file gives it. */
  readonly date: string | undefined;
  /** The language of the words, where the file says it. */
  readonly language: string | undefined;
  /** Why it cannot be imported; where there are none, no word of it is lost. */
  readonly faults: readonly ImportFault[];
  /** What the file holds besides what is said, and was left out. */
  readonly leftOut: readonly ImportFault[];
}

/** What an importer may know besides the text. */
export interface ImportContext {
  /** Whether a name is known to be a speaker's: a role's own name, or one that the user gave a role. */
  isSpeaker(name: string): boolean;
}

/** The parts of an imported transcript that most formats have nothing to say about. */
export const nothingImported: ImportedTranscript = {
  cues: [],
  preamble: [],
  hints: new Map(),
  date: undefined,
  language: undefined,
  faults: [],
  leftOut: [],
};
