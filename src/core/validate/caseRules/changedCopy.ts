import type { Mention } from '../../case/case';
import type { MentionContent } from '../../case/caseNote';
import { message } from '../../message';
import { carriedMarker, markerOfStatus } from '../../note/markers';
import type { CaseFinding, CaseRule } from '../caseRule';
import type { Fix } from '../problem';
import { partOf } from '../rule';

/**
 * A goal in a draft that says by its marker that it stands as it stood, and yet has other words, another due date or
 * level of attainment than in the mention before.
 */
export const changedCopy: CaseRule = {
  id: 'goal-status',
  check({ ofCase }) {
    return ofCase.goals.flatMap(({ mentions }) => changedCopies(mentions).map(findingOf));
  },
};

/** What the mentions so far say last, each of it as far as one says it. */
interface Stated {
  readonly text: string | undefined;
  readonly due: string | undefined;
  readonly gas: number | undefined;
}

function changedCopies(mentions: readonly Mention[]): readonly Mention[] {
  const changed: Mention[] = [];
  let before: Stated | undefined;
  for (const each of mentions) {
    const stated = statedBy(each.mention.said);
    if (before !== undefined && each.note.draft && isCarried(each) && isOther(stated, before))
      changed.push(each);
    before = {
      text: stated.text ?? before?.text,
      due: stated.due ?? before?.due,
      gas: stated.gas ?? before?.gas,
    };
  }
  return changed;
}

function statedBy({ comparableText, due, gas }: MentionContent): Stated {
  return { text: comparableText || undefined, due, gas };
}

function isCarried({ mention }: Mention): boolean {
  return mention.said.marker === carriedMarker;
}

function isOther(now: Stated, before: Stated): boolean {
  const differs = (key: keyof Stated): boolean => now[key] !== undefined && now[key] !== before[key];
  return differs('text') || differs('due') || differs('gas');
}

function findingOf({ note, mention, status = 'open' }: Mention): CaseFinding {
  const { said, place, markerStart, markerEnd } = mention;
  const marking = (marker: string, title: Fix['title']): Fix => ({
    title,
    safety: 'suggestion',
    edits: [{ range: { start: markerStart, end: markerEnd }, newText: marker }],
  });
  return {
    note,
    message: message('problem.goal-status.changed-copy'),
    range: place,
    ...partOf(said),
    maxSeverity: 'hint',
    fixes: () => [
      marking(markerOfStatus('in-progress'), message('fix.mark-in-progress')),
      ...(status === 'in-progress' ? [] : [marking(markerOfStatus(status), message('fix.as-it-was'))]),
      marking(markerOfStatus('achieved'), message('fix.mark-achieved')),
    ],
  };
}
