import type { Message } from '../message';
import type { Note } from '../note/note';
import { edited } from '../note/parseNote';
import { EditSequence } from '../text/editSequence';
import type { TextEdit } from '../text/textEdit';

/** What is to be done to a text. */
export interface Edits<Wanted = readonly TextEdit[]> {
  readonly kind: 'edits';
  /** Their ranges are those of the text as it is; none where there is nothing to do. */
  readonly edits: Wanted;
}

/** Why nothing is done. */
export interface Refusal {
  readonly kind: 'refused';
  readonly reason: Message;
}

/** What all that changes a note comes to: edits of its text, or why there are none. */
export type Change<Wanted = readonly TextEdit[]> = Edits<Wanted> | Refusal;

/** Edits of several notes at once, by the path of each in its root. */
export type EditsByPath = ReadonlyMap<string, readonly TextEdit[]>;

/** A change that comes to these edits. */
export function editsOf<Wanted>(edits: Wanted): Edits<Wanted> {
  return { kind: 'edits', edits };
}

/** A change that is refused. */
export function refused(reason: Message): Refusal {
  return { kind: 'refused', reason };
}

/** A note that is changed step by step, each step in view of what the one before it left. */
export class StepwiseChange {
  readonly #sequence: EditSequence;
  #note: Note;

  constructor(note: Note) {
    this.#sequence = new EditSequence(note.outline.text);
    this.#note = note;
  }

  /** The note as it is by now. */
  get note(): Note {
    return this.#note;
  }

  /** All steps so far, as edits of the note that it began with. */
  get edits(): readonly TextEdit[] {
    return this.#sequence.edits;
  }

  /** Makes edits, whose ranges are those of the text of {@link note}, as one step. */
  apply(edits: readonly TextEdit[]): void {
    if (edits.length === 0) return;
    this.#note = edited(this.#note, edits);
    this.#sequence.apply(edits);
  }
}
