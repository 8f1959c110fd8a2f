import type { Message } from '../../message';
import type { CodingOrigin, CueCoding } from './codedWords';

/** A stretch of words that one speaker says, as a file of any format gives it. */
export interface Cue {
  /** In milliseconds from the start of the recording. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** As the file names the speaker; undefined where it names none. */
  readonly speaker: string | undefined;
  /** What is said, markup of the format removed; lines joined by `\n`. */
  readonly words: string;
  /** The piece of the source in which its words begin; in the order of the source where there is none. */
  readonly piece?: number;
  /** Where each line of the words begins in the text of the file, where that is known. */
  readonly places?: readonly number[];
  /** What is coded of the words. */
  readonly codings?: readonly CueCoding[];
  /** The title of the stage that begins with it. */
  readonly stage?: string;
  /** What the stage is in the project that it comes from, where stages are codings. */
  readonly stageOrigin?: CodingOrigin;
  /** Whether it could not be told whose words these are, nor when they were said. */
  readonly isLoose?: boolean;
}

/** What is wrong with a line of a file that is imported. */
export interface ImportFault {
  /** From 0; none where it is about the whole file. */
  readonly line?: number;
  readonly reason: Message;
  /** The codes that it is about, where it is about codes that the note format does not have. */
  readonly codes?: readonly string[];
}

/** A stretch of a piece of the source that is not among the words of the transcript. */
export interface Claim {
  readonly piece: number;
  /** As it stands there; of several alike the first behind the claim before, or the last. */
  readonly text: string;
  /**
   * What it is: a time, a speaker's name or a code, which the transcript has in its own way; markup within words; or
   * why it was left out.
   */
  readonly as: 'time' | 'speaker' | 'code' | 'markup' | Message;
  readonly isLast?: boolean;
  /** Whether the file itself says that it is a name: by a key or the title of a column, whatever it looks like. */
  readonly isSure?: boolean;
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
  /** Why it cannot be imported as it is; what they are about stands in loose cues. */
  readonly faults: readonly ImportFault[];
  /** What the file holds besides the words. */
  readonly claims: readonly Claim[];
  /** What of it was left out, line by line. */
  readonly leftOut: readonly ImportFault[];
  /** What else is to be told about a line, though nothing of it is left out. */
  readonly remarks: readonly ImportFault[];
  /** The tiers that have words, where the format has some, for a user to choose. */
  readonly tiers: readonly { readonly name: string; readonly isSpoken: boolean }[];
  /** The titles of the columns of a table of which it cannot be told what they hold. */
  readonly titles: readonly string[];
}

/** What a column of a table of turns may hold. */
export const columnKinds = ['speaker', 'words', 'start', 'end', 'code', 'stage', 'number', 'other'] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** What an importer may know besides the text. */
export interface ImportContext {
  /** Whether a name is known to be a speaker's: a role's own name, or one that the user gave a role. */
  isSpeaker(name: string): boolean;
  /** The tiers to be read of a format that has some, where the user chose; compared as titles are. */
  readonly tiers?: ReadonlySet<string>;
  /** What columns of tables hold, by their titles as they compare, where the user said it. */
  readonly columns?: ReadonlyMap<string, ColumnKind>;
  /** Whether a name is that of a counselor. */
  isCounselor?(name: string): boolean;
  /** The id of the code or technique that a text names. */
  codeNamed?(text: string): string | undefined;
  /** The title of the stage that a text names, as the text has it or in its language. */
  stageNamed?(text: string): string | undefined;
}

/** The parts of an imported transcript that most formats have nothing to say about. */
export const nothingImported: ImportedTranscript = {
  cues: [],
  preamble: [],
  hints: new Map(),
  date: undefined,
  language: undefined,
  faults: [],
  claims: [],
  leftOut: [],
  remarks: [],
  tiers: [],
  titles: [],
};
