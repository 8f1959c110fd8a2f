import type { Uri } from 'vscode';
import type { CasePlace } from '../../webview/progress/messages';

/** What of the notes and their cases is other than before. */
export type IndexChange =
  /** The whole was read anew. */
  { readonly kind: 'all' } | ({ readonly kind: 'some' } & ChangedNotes);

/** The notes and cases that are other than before. */
export interface ChangedNotes {
  /** The notes that were read anew, but for those whose file says what their editor does; those that are gone too. */
  readonly uris: readonly Uri[];
  /** Each once, those that are gone too. */
  readonly cases: readonly CasePlace[];
  /** Whether lists of cases and notes are to show something else; else only places in the notes moved. */
  readonly isListed: boolean;
}

/** Whether a change may concern one of the cases of the root with the key `root`. */
export function changesCase(change: IndexChange, root: string, clients: readonly string[]): boolean {
  return (
    change.kind === 'all' || change.cases.some(each => each.root === root && clients.includes(each.client))
  );
}

/** Whether the note at `uri` may have changed. */
export function changesNote(change: IndexChange, uri: Uri): boolean {
  const key = uri.toString();
  return change.kind === 'all' || change.uris.some(each => each.toString() === key);
}

/** Whether lists of cases and notes are to be drawn anew. */
export function changesLists(change: IndexChange): boolean {
  return change.kind === 'all' || change.isListed;
}
