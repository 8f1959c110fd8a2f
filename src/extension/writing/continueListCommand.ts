import { continueList } from '../../core/change/continueList';
import type { ActiveNote } from '../services/activeNote';
import { toTextEdits } from '../services/tools/vscodeTypes';

/** Goes on with the list in which a line break was typed a moment ago, as a part of that typing. */
export async function continueListCommand({ current }: ActiveNote): Promise<void> {
  if (current === undefined) return;
  const { editor, open } = current;
  const change = continueList(open.note, editor.selection.active.line);
  if (change.kind === 'refused' || change.edits.length === 0) return;
  const edits = toTextEdits(change.edits, open.note.outline.lines);
  await editor.edit(
    builder => {
      for (const { range, newText } of edits) builder.replace(range, newText);
    },
    { undoStopBefore: false, undoStopAfter: false },
  );
}
