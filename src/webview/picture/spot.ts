import type { NoteTarget } from './messages';

/** A place of the picture or a cell of the table. */
export interface Spot {
  /** What is there, in a few words; empty where nothing is. */
  readonly words: string;
  /** More lines about it, for whoever points at it. */
  readonly details: readonly string[];
  /** What leads to the note that says so. */
  readonly target: NoteTarget | undefined;
}
