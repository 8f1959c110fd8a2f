import type { Message } from '../message';
import type { Protocol } from '../protocol/schema';
import type { LineIndex } from '../text/lineIndex';
import type { Transcript } from '../transcript/transcript';

/** One rater's version of a transcript. */
export interface Version {
  /** How the file is called. */
  readonly file: string;
  /** The rater: who is named in `coder:`, else how the file is called. */
  readonly rater: string;
  readonly transcript: Transcript;
  /** Of the file. */
  readonly lines: LineIndex;
  /** Undefined where its protocol is not known. */
  readonly protocol: Protocol | undefined;
}

/** The versions of one transcript by two raters or more, in the order of the raters' names. They have the same words. */
export interface RatedTranscript {
  readonly id: string;
  readonly versions: readonly [Version, Version, ...Version[]];
}

/** A turn of a version. */
export interface VersionPlace {
  readonly version: Version;
  /** Its place among the turns; past the last where the version has fewer. */
  readonly turn: number;
}

/** Why raters cannot be compared. */
export interface PairingFault {
  readonly reason: Message;
  /** Where that is to be seen, in both versions. */
  readonly places: readonly VersionPlace[];
  /** The words around the first difference in both versions, where words differ. */
  readonly quotes: readonly string[];
}

/** The line, from 0, on which a turn of a version begins; that of its last turn for one that is not there. */
export function lineOfTurn({ transcript: { turns }, lines }: Version, turn: number): number {
  return lines.positionAt((turns[turn] ?? turns.at(-1))?.range.start ?? 0).line;
}
