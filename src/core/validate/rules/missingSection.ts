import { insertSection } from '../../change/insertion';
import { message } from '../../message';
import { markRange, type StageRegion } from '../../note/note';
import type { Section } from '../../protocol/schema';
import type { Fix } from '../problem';
import type { Rule, RuleContext } from '../rule';
import { unmetSectionSets } from '../unmetSets';

/** A required section that a stage of the note lacks, or a set of sections of which it has too few. */
export const missingSection: Rule = {
  id: 'missing-section',
  check(context) {
    const single = context.gaps.missingSections.map(({ region, section }) => ({
      message: message('problem.missing-section', { section: section.title }),
      range: markRange(region.mark),
      stage: region.stage.id,
      section: section.id,
      gap: true,
      fixes: () => [insertion(region, section, context)],
    }));
    const sets = unmetSectionSets(context.gaps).map(({ region, count, terms, absent }) => ({
      message: message('problem.missing-section.of-set', {
        count,
        sections: terms.map(({ title }) => title),
      }),
      range: markRange(region.mark),
      stage: region.stage.id,
      gap: true,
      fixes: () => absent.map(section => insertion(region, section, context)),
    }));
    return [...single, ...sets];
  },
};

function insertion(region: StageRegion, section: Section, { note, language }: RuleContext): Fix {
  const { edits, caret } = insertSection(note, region, section, language);
  const title = message('fix.insert-section', { section: section.title });
  return { title, safety: 'suggestion', edits, caret };
}
