import type { Mention } from '../case/case';
import type { CaseNote } from '../case/caseNote';
import type { GoalStatus } from '../note/goalMention';

/** What one session says of a goal; its last mention counts, and for the level the last that gives one. */
export interface GoalMark {
  readonly column: number;
  /** In force after the session: a marker that means nothing leaves the status as it was. */
  readonly status: GoalStatus;
  /** Whether it says no more than that the goal stands as it did. */
  readonly carried: boolean;
  /** The level of goal attainment given in the session, −2 to 2. */
  readonly gas: number | undefined;
  /** Where the mention stands: its note, and where its text begins there (see `CaseMention.place`). */
  readonly path: string;
  readonly offset: number;
}

/** How a goal stands after a session. */
export interface Standing {
  readonly status: GoalStatus;
  /** The mention that says so. */
  readonly mark: GoalMark;
  /** Whether the session itself mentions it; else it stands as before. */
  readonly mentioned: boolean;
}

/** The marks of a goal from its mentions, which are in case order; `columnOf` knows the column of each note. */
export function goalMarks(
  mentions: readonly Mention[],
  columnOf: ReadonlyMap<CaseNote, number>,
): readonly GoalMark[] {
  const marks = new Map<number, GoalMark>();
  let status: GoalStatus = 'open';
  for (const { note, mention, status: given } of mentions) {
    const column = columnOf.get(note);
    if (column === undefined) continue;
    status = given ?? status;
    const gas = mention.said.gas ?? marks.get(column)?.gas;
    const { carried } = mention.said;
    marks.set(column, { column, status, carried, gas, path: note.path, offset: mention.place.start });
  }
  return [...marks.values()];
}

/** How a goal stands after each of the first `columns` sessions; undefined before its first mention. */
export function standings(marks: readonly GoalMark[], columns: number): readonly (Standing | undefined)[] {
  const byColumn = new Map(marks.map(mark => [mark.column, mark]));
  const found: (Standing | undefined)[] = [];
  let latest: GoalMark | undefined;
  for (let column = 0; column < columns; column++) {
    const mark = byColumn.get(column);
    latest = mark ?? latest;
    found.push(latest && { status: latest.status, mark: latest, mentioned: mark !== undefined });
  }
  return found;
}
