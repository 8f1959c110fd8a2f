import type { CaseNote } from './caseNote';

/**
 * Whether a note is part of the case's record: gives goals and stages, and says whether the case is closed.
 * Transcripts belong to the session whose note does; process notes are private reflections, which nothing that
 * may be shown to others is to draw on.
 */
export function isCaseNote(note: Pick<CaseNote, 'kind'>): boolean {
  return note.kind === 'note';
}

/**
 * Whether a note records a session that took place. A no-show or a cancelled appointment is none, and a contact
 * (with a parent, by telephone, …) and what by its note format is no session (an intake, a plan, a summary) only when
 * they are numbered as sessions.
 */
export function isSession(note: CaseNote): boolean {
  if (!isCaseNote(note) || note.attendance !== 'attended') return false;
  const isPlainSession = note.contact === undefined && note.use === 'session';
  return isPlainSession || note.session !== undefined;
}

/** The same for a note and its sync copies, which have one session number and one date; else one for each note. */
export function sessionKey({ path, session, date }: CaseNote): string {
  return session === undefined ? path : `${session} ${date ?? ''}`;
}

/**
 * How many sessions of the case had been recorded by the end of each of its notes, which are in case order.
 * Sync copies count once; notes without number each count.
 */
export function sessionCounts(notes: readonly CaseNote[]): readonly number[] {
  const numbered = new Set<string>();
  let unnumbered = 0;
  return notes.map(note => {
    if (isSession(note)) {
      if (note.session === undefined) unnumbered++;
      else numbered.add(sessionKey(note));
    }
    return numbered.size + unnumbered;
  });
}
