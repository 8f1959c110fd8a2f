import { message } from '../../message';
import type { Note } from '../../note/note';
import type { WrittenScore } from '../../note/readScores';
import { withWordsApart } from '../../note/scoreValue';
import type { TextRange } from '../../text/textRange';
import type { Fix } from '../problem';
import type { Finding, Rule } from '../rule';

/** A score that its measure cannot have, or that is not read. */
export const invalidScore: Rule = {
  id: 'invalid-score',
  isShared: true,
  check({ note }) {
    return note.scores.flatMap(score => checkScore(score, note));
  },
};

function checkScore(
  { measure, text, range, reading }: WrittenScore,
  { frontMatter }: Note,
): readonly Finding[] {
  const { title, min, max } = measure;
  const args = { measure: title, min, max };
  switch (reading.kind) {
    case 'scores':
      if (frontMatter.clients.length < 2) return [];
      return [{ message: message('problem.invalid-score.whose', args), range, maxSeverity: 'warning' }];
    case 'out-of-range':
      return [{ message: message('problem.invalid-score.range', args), range }];
    case 'other-scale': {
      const said = message('problem.invalid-score.scale', { ...args, of: reading.of });
      return [{ message: said, range }];
    }
    case 'unreadable': {
      const said = message('problem.invalid-score.unread', args);
      return [{ message: said, range, fixes: () => fixesOf(text, range), maxSeverity: 'warning' }];
    }
  }
}

function fixesOf(text: string, range: TextRange): readonly Fix[] {
  const newText = withWordsApart(text);
  if (newText === undefined) return [];
  const title = message('fix.words-in-parentheses');
  return [{ title, safety: 'suggestion', edits: [{ range, newText }] }];
}
