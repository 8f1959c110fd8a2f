import type { Case, CaseGoal } from '../../core/case/case';
import { isSameGoal } from '../../core/case/sameGoal';
import { touches } from '../../core/text/textRange';
import type { ActiveNote } from '../services/activeNote';
import type { NoteIndex } from '../services/noteIndex';
import type { Root } from '../services/roots';
import type { GoalElement } from './goalElements';

/** A goal that a command works on. */
export interface GoalTarget {
  readonly root: Root;
  readonly case: Case;
  readonly goal: CaseGoal;
}

/**
 * The goal of a row of *Open Goals*, as the case has it now; else the one at the caret of the active note. All notes
 * have been read by then: of half a case the wrong note is the newest.
 */
export async function goalTarget(
  row: GoalElement | undefined,
  activeNote: ActiveNote,
  index: NoteIndex,
): Promise<GoalTarget | undefined> {
  await index.whenRead();
  return row === undefined ? goalAtCaret(activeNote, index) : goalOfRow(row, index);
}

/** The goal as its case has it now, which may have changed while the user was asked; undefined where it is gone. */
export function goalNow({ root, case: ofCase, goal }: GoalTarget, index: NoteIndex): GoalTarget | undefined {
  const now = index.caseAt(root.key, ofCase.key);
  const current = now?.case.goals.find(({ key, kind }) => key === goal.key && kind === goal.kind);
  return now === undefined || current === undefined ? undefined : { ...now, goal: current };
}

/** The goal of a row of *Open Goals*, as the case has it now; undefined where it is gone. */
export function goalOfRow(row: GoalElement, index: NoteIndex): GoalTarget | undefined {
  if (row.kind === 'group') return undefined;
  const entry = row.kind === 'goal' ? row.entry : row.parent.entry;
  return goalNow({ ...entry, root: row.root }, index);
}

function goalAtCaret(activeNote: ActiveNote, index: NoteIndex): GoalTarget | undefined {
  const current = activeNote.current;
  if (current === undefined) return undefined;
  const { open, editor } = current;
  const offset = open.document.offsetAt(editor.selection.active);
  const lineOf = open.note.outline.lines.positionAt(offset).line;
  const mention = open.note.goals.find(({ range, line }) => line === lineOf || touches(range, offset));
  if (mention === undefined) return undefined;
  for (const found of index.casesOf(open.document.uri)) {
    const goal = found.goals.find(each => isSameGoal(each, mention, found));
    if (goal !== undefined) return { root: open.root, case: found, goal };
  }
  return undefined;
}
