import { message, quoting } from '../../message';
import type { GoalMention } from '../../note/goalMention';
import type { TextRange } from '../../text/textRange';
import type { Fix } from '../problem';
import { type Finding, partOf, type Rule } from '../rule';

/** One `^id` on two goals or actions of a note. */
export const goalDuplicate: Rule = {
  id: 'goal-duplicate',
  isShared: true,
  check({ note: { goals } }) {
    const firstLines = new Map<string, number>();
    const newIds = new FreeIds(goals);
    const findings: Finding[] = [];
    for (const goal of goals) {
      const { id, idRange } = goal;
      if (id === undefined || idRange === undefined) continue;
      const firstLine = firstLines.get(id);
      if (firstLine === undefined) {
        firstLines.set(id, goal.line);
        continue;
      }
      const free = newIds.like(id);
      findings.push({
        message: quoting('problem.goal-duplicate', { id }, { line: firstLine + 1 }),
        range: idRange,
        ...partOf(goal),
        fixes: () => [renaming(idRange, free)],
      });
    }
    return findings;
  },
};

/** An id of its own, where the two are not the same goal after all. */
function renaming(idRange: TextRange, id: string): Fix {
  const title = message('fix.change-id', { id });
  return { title, safety: 'suggestion', edits: [{ range: idRange, newText: `^${id}` }] };
}

/** Ids that no goal of a note has. */
class FreeIds {
  readonly #taken: ReadonlySet<string | undefined>;
  readonly #lastNumbers = new Map<string, number>();

  constructor(goals: readonly GoalMention[]) {
    this.#taken = new Set(goals.map(({ id }) => id));
  }

  /** The id with the next free number behind it; another one every time. */
  like(id: string): string {
    let number = this.#lastNumbers.get(id) ?? 1;
    do number++;
    while (this.#taken.has(`${id}-${number}`));
    this.#lastNumbers.set(id, number);
    return `${id}-${number}`;
  }
}
