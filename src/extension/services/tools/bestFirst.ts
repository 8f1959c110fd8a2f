import type * as vscode from 'vscode';
import { comparable } from '../../../core/text/comparable';

/** Behind the ranks of all rows that have to fit. */
const LAST = 3;

/** What orders rows that fit what is typed. */
type OrderedRow = Pick<vscode.QuickPickItem, 'label' | 'description' | 'alwaysShow' | 'kind'>;

/**
 * The rows as they stand while `typed` stands in the box: those first that begin with it, then those in which a word does,
 * each in the order given. Rows that are always shown keep their place before or behind the others. Nothing divides the
 * rows any more, as soon as something is typed.
 */
export function bestFirst<Row extends OrderedRow>(rows: readonly Row[], typed: string): readonly Row[] {
  const sought = comparable(typed);
  if (sought === '') return rows;
  const first = rows.findIndex(row => row.alwaysShow !== true && !isDivider(row));
  const ranked = rows
    .map((row, at) => ({
      row,
      rank: row.alwaysShow === true ? Math.sign(at - first) * LAST : rankOf(row, sought),
    }))
    .filter(({ row }) => !isDivider(row));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ row }) => row);
}

/** `QuickPickItemKind.Separator`, which is no value before VS Code runs. */
function isDivider({ kind }: OrderedRow): boolean {
  return kind === -1;
}

function rankOf({ label, description = '' }: OrderedRow, sought: string): number {
  const texts = [comparable(label), comparable(description).replace(/^#/, '')];
  if (texts.some(text => text.startsWith(sought))) return 0;
  return texts.some(text => beginsAWord(text, sought)) ? 1 : 2;
}

function beginsAWord(text: string, sought: string): boolean {
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ')) return true;
  }
  return false;
}
