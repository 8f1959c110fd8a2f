import { message } from '../../message';
import { markRange } from '../../note/note';
import type { Rule } from '../rule';

/** A required stage with a heading and nothing else. */
export const emptyStage: Rule = {
  id: 'empty-stage',
  check({ gaps }) {
    return gaps.emptyStages.map(({ stage, mark }) => ({
      message: message('problem.empty-stage', { stage: stage.title }),
      range: markRange(mark),
      stage: stage.id,
      gap: true,
      ...(!stage.required && { maxSeverity: 'warning' }),
    }));
  },
};
