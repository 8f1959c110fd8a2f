import { clientList, isOfCounselor } from '../../core/case/caseFacts';
import type { CaseNote } from '../../core/case/caseNote';
import { counselorOf } from '../../core/case/openGoals';
import { compareCodePoints } from '../../core/text/codePointOrder';
import type { UnfinishedNote } from '../services/indexedFiles';
import type { NoteIndex } from '../services/noteIndex';
import type { Root, RootCase } from '../services/roots';

/** A row of *Clients*. Ids stay the same from one change to the next, so that what is expanded stays so. */
export type ClientElement = ClientRow | SessionRow | UnfinishedGroup | UnfinishedRow;

/** A client; what the case holds is looked up when the row is drawn. */
interface ClientRow {
  readonly kind: 'client';
  readonly id: string;
  /** The key of its root. */
  readonly root: string;
  /** The key of its case. */
  readonly client: string;
}

/** A note of a client. */
export interface SessionRow {
  readonly kind: 'session';
  readonly id: string;
  readonly root: Root;
  readonly note: CaseNote;
  readonly parent: ClientRow;
}

/** The notes that are not finished, of all clients. */
interface UnfinishedGroup {
  readonly kind: 'unfinished-group';
  readonly id: string;
}

/** A note that is not finished. */
export interface UnfinishedRow extends UnfinishedNote {
  readonly kind: 'unfinished';
  readonly id: string;
}

export const unfinishedGroup: UnfinishedGroup = { kind: 'unfinished-group', id: 'unfinished' };

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
      row: { kind: 'client', id: `${root.key}\n${ofCase.key}`, root: root.key, client: ofCase.key },
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
      note,
      parent: row,
    }))
    .reverse();
}

/** The notes that are not finished, the newest first; with `counselor`, only theirs. */
export function unfinishedRows(index: NoteIndex, counselor: string | undefined): readonly UnfinishedRow[] {
  return index
    .unfinishedNotes()
    .filter(({ uri, note }) => {
      const named = note.counselor ?? index.casesOf(uri).map(counselorOf).find(Boolean);
      return counselor === undefined || isOfCounselor(named, counselor);
    })
    .map(found => ({
      kind: 'unfinished' as const,
      id: `${unfinishedGroup.id}\n${found.root.key}\n${found.note.path}`,
      ...found,
    }))
    .sort(byDateBackwards);
}

function byDateBackwards({ id, note: a }: UnfinishedRow, { id: other, note: b }: UnfinishedRow): number {
  const byDate = compareCodePoints(b.date ?? '', a.date ?? '');
  return byDate || (b.session ?? 0) - (a.session ?? 0) || compareCodePoints(id, other);
}
