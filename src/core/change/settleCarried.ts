import type { Case } from '../case/case';
import { isSameGoal } from '../case/sameGoal';
import type { GoalMention, GoalStatus } from '../note/goalMention';
import { carriedMarker, markerOfStatus } from '../note/markers';
import type { Note } from '../note/note';
import type { Outline } from '../note/outline';
import type { TextEdit } from '../text/textEdit';
import type { TextRange } from '../text/textRange';
import { hasLabelBefore, markerEdit } from './taskEdits';

/** What becomes of a goal that was carried over: it stands as it stood, was not discussed, or is something new. */
export type CarriedOutcome = 'same' | 'not-discussed' | GoalStatus;

/** A goal that was carried into a note and not settled there. */
export interface CarriedGoal {
  readonly mention: GoalMention;
  /** How it stood before, by its case; open where no case knows it. */
  readonly status: GoalStatus;
}

/** The goals of a note that say no more than that they stand as they stood. `cases` are those of its clients. */
export function carriedGoals(note: Note, cases: readonly Case[]): readonly CarriedGoal[] {
  return note.goals
    .filter(({ marker }) => marker === carriedMarker)
    .map(mention => ({ mention, status: statusBefore(mention, cases) }));
}

/** Settles goals that were carried over, each as `settled` says. */
export function settleCarried(
  { outline }: Note,
  carried: readonly CarriedGoal[],
  settled: (goal: CarriedGoal) => CarriedOutcome,
): readonly TextEdit[] {
  return carried.flatMap(goal => {
    const settlement = settled(goal);
    const taken = settlement === 'not-discussed' ? removal(outline, goal.mention) : [];
    if (taken.length > 0) return taken;
    const status = settlement === 'same' || settlement === 'not-discussed' ? goal.status : settlement;
    return [markerEdit(goal.mention, markerOfStatus(status))];
  });
}

/** In a case the status of a mention that says none is that of the one before it. */
function statusBefore(mention: GoalMention, cases: readonly Case[]): GoalStatus {
  for (const ofCase of cases) {
    const goal = ofCase.goals.find(each => isSameGoal(each, mention, ofCase));
    const known = goal?.mentions.findLast(
      each => each.mention.said.marker === carriedMarker && each.mention.place.line === mention.line,
    );
    if (goal !== undefined && goal.status !== 'not-started') return known?.status ?? goal.status;
  }
  return 'open';
}

/**
 * Takes the lines of a task out. None where something is written beneath it in its item: then it was discussed, and what
 * was said would lose what it is about. None where a comment is on the lines: that is its writer's. None where the task stands
 * behind a label, which begins a part.
 */
export function removal(outline: Outline, mention: GoalMention): readonly TextEdit[] {
  if (hasLabelBefore(outline, mention)) return [];
  const { text, lines } = outline;
  const { line, range } = mention;
  const last = lines.positionAt(range.end).line;
  const after = lines.lineRange(last).end;
  if (text.slice(lines.lineStart(line), after).includes('<!--')) return [];
  const column = indentOf(text, lines.lineRange(line));
  for (let below = last + 1; below < lines.lineCount; below++) {
    const place = lines.lineRange(below);
    if (text.slice(place.start, place.end).trim() === '') continue;
    if (indentOf(text, place) > column) return [];
    break;
  }
  const isAtEnd = last + 1 >= lines.lineCount;
  const start = isAtEnd && line > 0 ? lines.lineRange(line - 1).end : lines.lineStart(line);
  return [{ range: { start, end: isAtEnd ? text.length : lines.lineStart(last + 1) }, newText: '' }];
}

function indentOf(text: string, { start, end }: TextRange): number {
  return /^[\s>]*/.exec(text.slice(start, end))?.[0].length ?? 0;
}
