import type { Note } from '../note/note';
import type { ProtocolSet } from '../protocol/protocolSet';
import { buildCase } from './buildCase';
import type { Case } from './case';
import { toCaseNote } from './toCaseNote';

/** A case as some of its notes, by path, are now: for what cannot wait until a pause in typing is over. */
export function caseNow(ofCase: Case, now: ReadonlyMap<string, Note>, protocols: ProtocolSet): Case {
  const isOld = ofCase.notes.every(({ path }) => !now.has(path));
  if (isOld) return ofCase;
  const notes = ofCase.notes.map(known => {
    const note = now.get(known.path);
    return note === undefined ? known : toCaseNote(known.path, note);
  });
  return buildCase(ofCase.key, notes, protocols);
}
