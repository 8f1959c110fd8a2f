import type { ClientElement } from '../clients/clientElements';
import type { GoalElement } from '../openGoals/goalElements';
import type { NoteIndex } from './noteIndex';
import type { RootCase } from './roots';

/** A row of a tree that shows cases; commands on a case take one from their menus. */
export type CaseRow = GoalElement | ClientElement;

/** The case of a row, as it is now; undefined for a row that is of no single case, and where the case is gone. */
export function caseOfRow(row: CaseRow, index: NoteIndex): RootCase | undefined {
  switch (row.kind) {
    case 'client':
      return index.caseAt(row.root, row.client);
    case 'session':
      return caseOfRow(row.parent, index);
    case 'unfinished':
    case 'unfinished-group':
      return undefined;
    case 'goal':
      return index.caseAt(row.root.key, row.entry.case.key);
    case 'mention':
      return caseOfRow(row.parent, index);
    case 'group':
      return row.group.kind === 'client' ? index.caseAt(row.root.key, row.group.key) : undefined;
  }
}
