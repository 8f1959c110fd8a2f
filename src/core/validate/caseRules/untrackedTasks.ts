import type { CaseMention, MentionContent } from '../../case/caseNote';
import { idsOfCase, mintId } from '../../case/mintId';
import type { TextRange } from '../../text/textRange';
import type { CaseContext, CaseFinding, CaseRule } from '../caseRule';
import { partOf } from '../rule';
import { byList, isSilencedPart, untrackedFixes, untrackedMessage } from '../untrackedTasks';

/**
 * Tasks in a part that tracks nothing, and of which several stand in one line: text, unless the case has a goal with their
 * words. One finding for each list.
 */
export const untrackedTasks: CaseRule = {
  id: 'goal-untracked',
  check(context) {
    const { ofCase, record, protocols } = context;
    const noted = record.filter(({ untracked }) => untracked.length > 0);
    if (noted.length === 0) return [];
    const known = new Set(ofCase.goals.flatMap(({ mentions }) => mentions.map(({ mention }) => mention)));
    const idOf = newIds(context);
    return noted.flatMap(note => {
      const open = note.untracked
        .filter(task => !known.has(task))
        .map(asTask)
        .filter(task => !isSilencedPart(protocols.get(task.protocol), task.stage, task.section));
      return byList(open).flatMap((list): readonly CaseFinding[] => {
        const [first] = list;
        if (first === undefined) return [];
        const fixes = untrackedFixes(list, task => idOf(task, note.date));
        return [
          {
            note,
            message: untrackedMessage(list.length, 'part'),
            range: first.place,
            ...partOf(first),
            fixes: () => fixes,
          },
        ];
      });
    });
  },
};

interface Task extends MentionContent, Pick<CaseMention, 'place' | 'blockStart'> {
  readonly range: TextRange;
}

function asTask({ said, place, blockStart, end }: CaseMention): Task {
  return { ...said, place, blockStart, range: { start: place.start, end } };
}

function newIds({ ofCase, goalIds }: CaseContext): (task: Task, date: string | undefined) => string {
  const taken = new Set(idsOfCase(ofCase));
  return ({ stage, text }, date) => {
    const id = mintId({ client: ofCase.key, stage, text, date }, taken, goalIds);
    taken.add(id);
    return id;
  };
}
