import { clientList } from '../../core/case/caseFacts';
import type { CaseNote } from '../../core/case/caseNote';
import { compareCodePoints } from '../../core/text/codePointOrder';
import { casePlaceOf } from '../services/casePlace';
import type { CaseRow } from '../services/caseRow';
import type { UnfinishedNote } from '../services/indexedFiles';
import type { NoteIndex } from '../services/noteIndex';
import type { Root, RootCase } from '../services/roots';
import { unfinishedOf } from '../services/unfinishedNotes';

/** A row of *Clients*. Ids stay the same from one change to the next, so that what is expanded stays so. */
export type ClientElement = ClientRow | SessionRow | UnfinishedGroup | UnfinishedRow;

/** A client; what the case holds is looked up when the row is drawn. */
interface ClientRow extends CaseRow {
  readonly kind: 'client';
  readonly id: string;
}

/** A note of a client. */
export interface SessionRow extends CaseRow {
  readonly kind: 'session';
  readonly id: string;
  readonly root: Root;
  readonly note: CaseNote;
  readonly parent: ClientRow;
}

/** The notes that are not finished, of all clients. */
interface UnfinishedGroup extends CaseRow {
  readonly kind: 'unfinished-group';
  readonly id: string;
}

/** A note that is not finished. */
export interface UnfinishedRow extends UnfinishedNote, CaseRow {
  readonly kind: 'unfinished';
  readonly id: string;
}

export const unfinishedGroup: UnfinishedGroup = {
  kind: 'unfinished-group',
  id: 'unfinished',
  ofCase: undefined,
};

/** A row of a client and the case that it shows. */
export interface ShownClient {
  readonly row: ClientRow;
  readonly found: RootCase;
}

/** The clients, root by root; with `counselor`, only theirs. */
export function shownClients(
  cases: readonly RootCase[],
  counselor: string | undefined,
): readonly ShownClient[] {
  const roots = [...new Set(cases.map(({ root }) => root))];
  return roots.flatMap(root => {
    const own = cases.filter(found => found.root === root).map(found => found.case);
    return clientList(own, counselor).map(ofCase => ({
      row: {
        kind: 'client',
        id: `${root.key}\n${ofCase.key}`,
        ofCase: casePlaceOf({ root, case: ofCase }),
      },
      found: { root, case: ofCase },
    }));
  });
}

/** The notes of a client, the newest first: that is the one asked for. */
export function sessionRows({ row, found }: ShownClient): readonly SessionRow[] {
  return found.case.notes
    .map(note => ({
      kind: 'session' as const,
      id: `${row.id}\n${note.path}`,
      root: found.root,
      ofCase: row.ofCase,
      note,
      parent: row,
    }))
    .reverse();
}

/** The notes that are not finished, the oldest first: they press most; with `counselor`, only theirs. */
export function unfinishedRows(index: NoteIndex, counselor: string | undefined): readonly UnfinishedRow[] {
  return unfinishedOf(index, counselor)
    .map(found => ({
      kind: 'unfinished' as const,
      id: `${unfinishedGroup.id}\n${found.root.key}\n${found.note.path}`,
      ofCase: undefined,
      ...found,
    }))
    .sort(byAge);
}

/** Those without a date last: nobody knows how long they have waited. */
function byAge({ id, note: a }: UnfinishedRow, { id: other, note: b }: UnfinishedRow): number {
  const byDate = compareCodePoints(a.date ?? '~', b.date ?? '~');
  return byDate || (a.session ?? 0) - (b.session ?? 0) || compareCodePoints(id, other);
}
