import type { Note } from '../note/note';
import { readingsOf } from '../note/readings';
import type { Codebook, CodeTerm } from '../protocol/codebook';

/** What a note may be coded with: the techniques and codes of each of its protocols that is known. */
export function codebooksOf(note: Note): readonly Codebook[] {
  return readingsOf(note).flatMap(({ protocol }) => protocol?.codebook ?? []);
}

/** What an id stands for; where several protocols have it, what the first of them means. */
export function termIn(codebooks: readonly Codebook[], id: string): CodeTerm | undefined {
  for (const codebook of codebooks) {
    const term = codebook.get(id);
    if (term !== undefined) return term;
  }
  return undefined;
}
