import type { GoalMention } from '../../goal/goalMention';
import { message } from '../../message';
import type { Fix } from '../problem';
import type { Finding, Rule } from '../rule';

/** One `^id` on two goals or actions of a note. */
export const goalDuplicate: Rule = {
  id: 'goal-duplicate',
  check({ note: { goals } }) {
    const firstLines = new Map<string, number>();
    const taken = new Set(goals.map(({ id }) => id));
    const findings: Finding[] = [];
    for (const goal of goals) {
      const { id, idRange } = goal;
      if (id === undefined || idRange === undefined) continue;
      const firstLine = firstLines.get(id);
      if (firstLine === undefined) {
        firstLines.set(id, goal.line);
        continue;
      }
      findings.push({
        message: message('problem.goal-duplicate', { id, line: firstLine + 1 }),
        range: idRange,
        stage: goal.stage,
        ...(goal.section !== undefined && { section: goal.section }),
        fixes: renaming(goal, id, taken),
      });
    }
    return findings;
  },
};

/** An id of its own, where the two are not the same goal after all. */
function renaming({ idRange }: GoalMention, id: string, taken: Set<string | undefined>): readonly Fix[] {
  if (idRange === undefined) return [];
  let number = 2;
  while (taken.has(`${id}-${number}`)) number++;
  const newId = `${id}-${number}`;
  taken.add(newId);
  const title = message('fix.change-id', { id: newId });
  return [{ title, safety: 'suggestion', edits: [{ range: idRange, newText: `^${newId}` }] }];
}
