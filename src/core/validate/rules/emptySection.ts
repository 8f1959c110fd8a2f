import { message } from '../../message';
import { markRange } from '../../note/note';
import type { Rule } from '../rule';

/** A required section with a heading and nothing else. */
export const emptySection: Rule = {
  id: 'empty-section',
  check({ gaps }) {
    return gaps.emptySections.map(({ stage, region }) => ({
      message: message('problem.empty-section', { section: region.section.title }),
      range: markRange(region.mark),
      stage: stage.id,
      section: region.section.id,
      gap: true,
    }));
  },
};
