import { languages } from '../language/languages';
import { anyWordOf } from '../language/languageWords';
import type { Note, SectionRegion, StageRegion } from '../note/note';
import type { Mark } from '../note/outline';
import { readingsOf } from '../note/readings';
import { comparable } from '../text/comparable';

const PLAN_ID = /(?:^|-)plan(?:ning)?(?:-|$)/;
const PLAN_WORD = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${anyWordOf(languages, ({ planWords }) => planWords)})(?![\p{L}\p{N}])`,
  'u',
);

/**
 * Whether a stage is where plans are made: one of the words of its id is `plan` or `planning` (`planning`,
 * `treatment-plan`), or its heading in the note calls it one (`## Rencana tindak lanjut`), unless that names one of its
 * sections. All its sections are then the plan.
 */
export function isPlanStage({ stage, mark, sections }: StageRegion): boolean {
  const opensWithSection = sections.some(section => section.mark.line === mark.line);
  return hasPlanId(stage) || (!opensWithSection && isCalledPlan(mark));
}

/** The same of a section. */
export function isPlanSection({ section, mark }: SectionRegion): boolean {
  return hasPlanId(section) || isCalledPlan(mark);
}

/** Whether a note records a plan: says something in a stage or section that is one. */
export function recordsPlan(note: Note): boolean {
  return readingsOf(note).some(({ stages }) =>
    stages.some(
      region =>
        (region.fullness === 'filled' && isPlanStage(region)) ||
        region.sections.some(section => section.fullness === 'filled' && isPlanSection(section)),
    ),
  );
}

function hasPlanId({ id }: { readonly id: string }): boolean {
  return PLAN_ID.test(id);
}

function isCalledPlan({ title }: Mark): boolean {
  return PLAN_WORD.test(comparable(title));
}
