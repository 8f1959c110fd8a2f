import type { Heading, Mark } from './outline';

const DEFAULT_LEVEL = 2;
const TITLE_LEVEL = 1;
const DEEPEST_LEVEL = 6;

/** The heading that is the title of the note: the first one, where it alone is of level 1. */
export function titleHeading(headings: readonly Heading[]): Heading | undefined {
  const [first] = headings;
  const isAlone = headings.filter(({ level }) => level === TITLE_LEVEL).length === 1;
  return first?.level === TITLE_LEVEL && isAlone ? first : undefined;
}

/**
 * The level of the headings of stages: that of most of those that name stages (`marks`), where others than the title of
 * the note do; else the highest one of which there are two or more; else 2.
 */
export function stageLevel(headings: readonly Heading[], marks: readonly Mark[]): number {
  const title = titleHeading(headings);
  const naming = marks.filter(({ kind }) => kind === 'heading');
  const others = naming.filter(mark => mark !== title);
  const counts = countsByLevel(others.length > 0 ? others : naming);
  const most = Math.max(...counts);
  if (most > 0) return counts.indexOf(most);
  const recurring = countsByLevel(headings).findIndex(count => count > 1);
  return recurring < 0 ? DEFAULT_LEVEL : recurring;
}

function countsByLevel(marks: readonly Mark[]): readonly number[] {
  const counts = new Array<number>(DEEPEST_LEVEL + 1).fill(0);
  for (const { level } of marks) counts[level] = (counts[level] ?? 0) + 1;
  return counts;
}
