import type { Mention } from '../../case/case';
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
    return ofCase.goals.flatMap(({ mentions }) =>
      mentions.flatMap((mention, at) => {
        const before = mentions.slice(0, at);
        return mention.note.draft && isChanged(mention, before) ? [findingOf(mention)] : [];
      }),
    );
  },
};

function isChanged({ mention }: Mention, before: readonly Mention[]): boolean {
  if (mention.marker !== carriedMarker || before.length === 0) return false;
  const stated = <Value>(of: (each: Mention) => Value | undefined): Value | undefined =>
    before.map(of).findLast(value => value !== undefined);
  const words = stated(each => each.mention.comparableText || undefined);
  const differs = <Value>(now: Value | undefined, then: Value | undefined): boolean =>
    now !== undefined && now !== then;
  return (
    differs(mention.comparableText || undefined, words) ||
    differs(
      mention.due,
      stated(each => each.mention.due),
    ) ||
    differs(
      mention.gas,
      stated(each => each.mention.gas),
    )
  );
}

function findingOf({ note, mention, status = 'open' }: Mention): CaseFinding {
  const marking = (marker: string, title: Fix['title']): Fix => ({
    title,
    safety: 'suggestion',
    edits: [{ range: mention.markerRange, newText: marker }],
  });
  return {
    note,
    message: message('problem.goal-status.changed-copy'),
    range: mention.place,
    ...partOf(mention),
    maxSeverity: 'hint',
    fixes: [
      marking(markerOfStatus('in-progress'), message('fix.mark-in-progress')),
      ...(status === 'in-progress' ? [] : [marking(markerOfStatus(status), message('fix.as-it-was'))]),
      marking(markerOfStatus('achieved'), message('fix.mark-achieved')),
    ],
  };
}
