import { type Case, type CaseGoal, isOpen } from './case';
import type { CaseNote } from './caseNote';
import { isSession, sessionKey } from './sessions';

/**
 * The notes of the session before the note at `path`: the last one that took place and was recorded, with its sync
 * copies. None for the first session, and where the case has no such note.
 */
export function sessionBefore(ofCase: Case, path: string): readonly CaseNote[] {
  const at = ofCase.notes.findIndex(note => note.path === path);
  const own = ofCase.notes[at];
  if (own === undefined) return [];
  const earlier = ofCase.notes
    .slice(0, at)
    .filter(note => isSession(note) && sessionKey(note) !== sessionKey(own));
  const last = earlier.at(-1);
  return last === undefined ? [] : earlier.filter(note => sessionKey(note) === sessionKey(last));
}

/** The open goals and actions that the session before the note at `path` mentions and the note itself does not. */
export function goalsBefore(ofCase: Case, path: string): readonly CaseGoal[] {
  const before = new Set(sessionBefore(ofCase, path));
  if (before.size === 0) return [];
  return ofCase.goals.filter(
    ({ status, mentions }) =>
      isOpen(status) &&
      mentions.some(({ note }) => before.has(note)) &&
      mentions.every(({ note }) => note.path !== path),
  );
}
