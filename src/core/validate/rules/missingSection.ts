import { message } from '../../message';
import { insertSection } from '../../note/insertion';
import { headingPlace } from '../../note/places';
import type { Rule } from '../rule';

/** A required section that a stage of the note lacks. */
export const missingSection: Rule = {
  id: 'missing-section',
  check({ note, gaps, language }) {
    return gaps.missingSections.map(({ region, section }) => {
      const { edit, caret } = insertSection(note, region, section, language);
      const title = message('fix.insert-section', { section: section.title });
      return {
        message: message('problem.missing-section', { section: section.title }),
        range: headingPlace(region.heading),
        stage: region.stage.id,
        section: section.id,
        gap: true,
        fixes: [{ title, safety: 'suggestion', edits: [edit], caret }],
      };
    });
  },
};
