import { message } from '../../message';
import { markRange, type StageRegion } from '../../note/note';
import type { Section } from '../../protocol/schema';
import type { Fix } from '../problem';
import type { Rule, RuleContext } from '../rule';
import { unmetSectionSets } from '../unmetSets';

/** What mends that sections of a stage are missing. */
export type SectionMending = (
  region: StageRegion,
  sections: readonly Section[],
  context: RuleContext,
) => readonly Fix[];

/**
 * A required section that a stage of the note lacks, or a set of sections of which it has too few. Where they are only
 * counted, nothing mends them.
 */
export function missingSection(mending: SectionMending = () => []): Rule {
  return {
    id: 'missing-section',
    check(context) {
      const single = context.gaps.missingSections.map(({ region, section }) => ({
        message: message('problem.missing-section', { section: section.title }),
        range: markRange(region.mark),
        stage: region.stage.id,
        section: section.id,
        gap: true,
        fixes: () => mending(region, [section], context),
      }));
      const sets = unmetSectionSets(context.gaps).map(({ region, count, terms, absent }) => ({
        message: message('problem.missing-section.of-set', {
          count,
          sections: terms.map(({ title }) => title),
        }),
        range: markRange(region.mark),
        stage: region.stage.id,
        gap: true,
        fixes: () => mending(region, absent, context),
      }));
      return [...single, ...sets];
    },
  };
}
