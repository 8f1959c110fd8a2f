import { continueList } from '../../core/change/continueList';
import type { ActiveNote } from '../services/activeNote';
import { toTextEdits } from '../services/tools/vscodeTypes';

/** How often an edit is tried that the window refuses, because keys came in between. */
const mostTries = 50;
/** How long, in milliseconds, is waited for these keys. */
const pause = 20;

/** Goes on with the list in which a line break was typed a moment ago, as a part of that typing. */
export async function continueListCommand(activeNote: ActiveNote): Promise<void> {
  const line = activeNote.current?.editor.selection.active.line;
  if (line === undefined) return;
  for (let tries = 0; tries < mostTries && !(await goOn(activeNote, line)); tries++)
    await new Promise(resolve => setTimeout(resolve, pause));
}

/** Whether nothing is left to do; the text may have grown since it was looked at last. */
async function goOn({ current }: ActiveNote, line: number): Promise<boolean> {
  if (current === undefined) return true;
  const { editor, open } = current;
  const change = continueList(open.note, line);
  if (change.kind === 'refused' || change.edits.length === 0) return true;
  const edits = toTextEdits(change.edits, open.note.outline.lines);
  return editor.edit(
    builder => {
      for (const { range, newText } of edits) builder.replace(range, newText);
    },
    { undoStopBefore: false, undoStopAfter: false },
  );
}
