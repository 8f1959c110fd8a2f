import type { Case } from './case';
import type { CaseNote } from './caseNote';

/** A note beside another one, and the clients in whose cases it stands there. */
export interface AdjacentSession {
  readonly note: CaseNote;
  readonly clients: readonly string[];
}

/**
 * The notes that follow (1) or precede (-1) the note at `path` in each of `cases`, those of its clients. Cases that go
 * on with the same note share one entry; a case that ends there has none.
 */
export function adjacentSessions(
  cases: readonly Case[],
  path: string,
  direction: 1 | -1,
): readonly AdjacentSession[] {
  const found = new Map<string, AdjacentSession>();
  for (const { client, notes } of cases) {
    const at = notes.findIndex(note => note.path === path);
    const note = at < 0 ? undefined : notes[at + direction];
    if (note === undefined) continue;
    const clients = [...(found.get(note.path)?.clients ?? []), client];
    found.set(note.path, { note, clients });
  }
  return [...found.values()];
}
