import type { CaseNote } from '../../case/caseNote';
import { message } from '../../message';
import type { CaseRule } from '../caseRule';
import { sameSessionKey } from '../sameSession';

/** A second note of the same session on the same date: what synchronising leaves, which counts as one session. */
export const syncCopy: CaseRule = {
  id: 'sync-copy',
  check({ record }) {
    const firsts = new Map<string, CaseNote>();
    return record.flatMap(note => {
      const key = sameSessionKey(note);
      if (key === undefined) return [];
      const first = firsts.get(key);
      if (first === undefined) {
        firsts.set(key, note);
        return [];
      }
      const place = first.places.head;
      return {
        note,
        message: message('problem.sync-copy', { file: first.path }),
        range: note.places.head,
        related: [{ path: first.path, place, message: message('related.same-session') }],
      };
    });
  },
};
