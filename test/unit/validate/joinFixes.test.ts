import assert from 'node:assert/strict';
import { message } from '../../../src/core/message';
import { joinFixes } from '../../../src/core/validate/joinFixes';
import type { Fix, Problem } from '../../../src/core/validate/problem';
import { noteWith, problemsOf } from './support';

function offeredOf(problems: readonly Problem[]) {
  return problems.map(problem => ({ problem, fixes: problem.fixes }));
}

function insertion(at: number): Fix {
  return {
    title: message('fix.mark-draft'),
    safety: 'suggestion',
    edits: [{ range: { start: at, end: at }, newText: 'x' }],
  };
}

describe('the fixes of several problems', () => {
  it('are offered once where they say and do the same, for all the problems that they mend', () => {
    const problems = problemsOf(noteWith([])).filter(({ rule }) => rule === 'missing-stage');
    assert.ok(problems.length > 1);
    const drafts = joinFixes(offeredOf(problems)).filter(({ fix }) => fix.title.key === 'fix.mark-draft');
    assert.deepEqual(
      drafts.map(draft => [draft.problems, draft.isTitleShared]),
      [[problems, false]],
    );
  });

  it('keep their order and the problem that each was offered for', () => {
    const problems = problemsOf(noteWith([]));
    const joined = joinFixes(offeredOf(problems)).map(({ fix }) => JSON.stringify(fix.edits));
    const first = [
      ...new Set(problems.flatMap(({ fixes }) => fixes.map(({ edits }) => JSON.stringify(edits)))),
    ];
    assert.deepEqual([...new Set(joined)], first);
  });

  it('are told apart where the same words do something else', () => {
    const [problem] = problemsOf(noteWith([]));
    assert.ok(problem);
    const joined = joinFixes([
      { problem, fixes: [insertion(1), insertion(2)] },
      { problem, fixes: [insertion(2)] },
    ]);
    assert.deepEqual(
      joined.map(each => [each.isTitleShared, each.isPreferred, each.problems.length]),
      [
        [true, false, 1],
        // The only answer to the second of the problems.
        [true, true, 2],
      ],
    );
  });
});
