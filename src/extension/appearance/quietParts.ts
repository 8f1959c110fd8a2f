import type { GoalMention } from '../../core/note/goalMention';
import { meets, type TextRange } from '../../core/text/textRange';

/** What of a note an editor shows, and how. */
interface Shown {
  /** The lines with a caret, from 0. */
  readonly carets: ReadonlySet<number>;
  readonly inSight: readonly TextRange[];
  readonly isHighContrast: boolean;
}

/**
 * The ids and fields that are dimmed: of goals in sight, where the caret is not. None in themes of high contrast, in which
 * all text is to stand out.
 */
export function quietParts(
  goals: readonly GoalMention[],
  { carets, inSight, isHighContrast }: Shown,
): readonly TextRange[] {
  if (isHighContrast) return [];
  return goals
    .filter(({ line, range }) => !carets.has(line) && inSight.some(each => meets(range, each)))
    .flatMap(({ idRange, fields }) => [
      ...(idRange === undefined ? [] : [idRange]),
      ...fields.map(({ range }) => range),
    ]);
}
