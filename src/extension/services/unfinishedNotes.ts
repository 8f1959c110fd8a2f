import { isOfCounselor } from '../../core/case/caseFacts';
import { counselorOf } from '../../core/case/openGoals';
import type { UnfinishedNote } from './indexedFiles';
import type { NoteIndex } from './noteIndex';

/** The notes that are not finished; with `counselor`, only theirs. */
export function unfinishedOf(index: NoteIndex, counselor: string | undefined): readonly UnfinishedNote[] {
  const all = index.unfinishedNotes();
  if (counselor === undefined) return all;
  return all.filter(({ uri, note }) => {
    const named = note.counselor ?? index.casesOf(uri).map(counselorOf).find(Boolean);
    return isOfCounselor(named, counselor);
  });
}
