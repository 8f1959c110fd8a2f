import { message } from '../../message';
import { headingRange } from '../../note/note';
import type { Rule } from '../rule';

/** A required section with a heading and nothing else. */
export const emptySection: Rule = {
  id: 'empty-section',
  check({ gaps }) {
    return gaps.emptySections.map(({ stage, region }) => ({
      message: message('problem.empty-section', { section: region.section.title }),
      range: headingRange(region.heading),
      stage: stage.id,
      section: region.section.id,
      gap: true,
    }));
  },
};
