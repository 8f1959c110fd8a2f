import { message } from '../../message';
import { markRange } from '../../note/note';
import { unitWords } from '../../protocol/unit';
import type { Rule } from '../rule';

/** A required stage with a heading and nothing else. */
export const emptyStage: Rule = {
  id: 'empty-stage',
  check({ gaps, note }) {
    return gaps.emptyStages.map(({ stage, mark }) => ({
      message: message('problem.empty-stage', { stage: stage.title, ...unitWords(note.protocol?.protocol) }),
      range: markRange(mark),
      stage: stage.id,
      gap: true,
      ...(!stage.required && { maxSeverity: 'warning' }),
    }));
  },
};
