import type { Note } from '../note/note';
import { comparable } from '../text/comparable';
import { codebooksOf, termIn } from '../transcript/noteCodebooks';

/** A code that transcripts of the workspace have, and what it is called where it is known. */
export interface UsedCode {
  readonly id: string;
  readonly title: string;
}

/**
 * Of the codes in use those that the note formats of a note do not have, and that what was typed may mean by title or id;
 * all of them where nothing was typed.
 */
export function usedElsewhere<Used extends UsedCode>(
  note: Note,
  used: readonly Used[],
  typed: string,
): readonly Used[] {
  const codebooks = codebooksOf(note);
  const wanted = comparable(typed.replace(/^#/, '').trim());
  return used.filter(
    ({ id, title }) => termIn(codebooks, id) === undefined && comparable(`${title} ${id}`).includes(wanted),
  );
}
