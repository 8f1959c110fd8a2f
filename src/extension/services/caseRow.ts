import type { CasePlace } from '../../webview/progress/messages';
import type { NoteIndex } from './noteIndex';
import type { RootCase } from './roots';

/** A row of a tree that shows cases; commands on a case take one from their menus. */
export interface CaseRow {
  /** Of which case the row is, if of a single one. */
  readonly ofCase: CasePlace | undefined;
}

/** The case of a row, as it is now; undefined for a row that is of no single case, and where the case is gone. */
export function caseOfRow({ ofCase }: CaseRow, index: NoteIndex): RootCase | undefined {
  return ofCase && index.caseAt(ofCase.root, ofCase.client);
}
