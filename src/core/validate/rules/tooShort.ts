import { type Message, message } from '../../message';
import { countWords } from '../../note/countWords';
import { markRange, type Note, type SectionRegion, type StageRegion } from '../../note/note';
import { unitWords } from '../../protocol/unit';
import type { PresentStage } from '../gaps';
import type { Finding, Rule } from '../rule';

/** A stage or section with fewer words than the protocol asks for. One that says why it has none is no stub. */
export const tooShort: Rule = {
  id: 'too-short',
  check({ note, gaps }) {
    return gaps.openedStages.flatMap(stage => [...ofStage(note, stage), ...ofSections(note, stage)]);
  },
};

function ofStage(note: Note, { stage, region }: PresentStage): readonly Finding[] {
  const regions = note.stages.filter(each => each.stage.id === stage.id);
  const words = shortfall(note, regions, stage.minLength);
  if (words === undefined || stage.minLength === undefined) return [];
  const text = message('problem.too-short.stage', {
    stage: stage.title,
    words,
    count: stage.minLength,
    ...unitWords(note.protocol?.protocol),
  });
  return [findingAt(region, text, stage.id)];
}

function ofSections(note: Note, { stage, sections }: PresentStage): readonly Finding[] {
  return stage.sections.flatMap(section => {
    const regions = sections.filter(region => region.section.id === section.id);
    const words = shortfall(note, regions, section.minLength);
    const [first] = regions;
    if (words === undefined || first === undefined || section.minLength === undefined) return [];
    const args = { section: section.title, words, count: section.minLength };
    const finding = findingAt(first, message('problem.too-short.section', args), stage.id);
    return [{ ...finding, section: section.id }];
  });
}

/** How many words the regions have together, where that is fewer than asked for and more than none. */
function shortfall(
  { outline }: Note,
  regions: readonly (StageRegion | SectionRegion)[],
  asked: number | undefined,
): number | undefined {
  if (asked === undefined || regions.length === 0) return undefined;
  if (regions.some(({ fullness }) => fullness === 'not-addressed')) return undefined;
  if (!regions.some(({ fullness }) => fullness === 'filled')) return undefined;
  let words = 0;
  for (const { lines } of regions) {
    words += countWords(outline, lines, asked - words);
    if (words >= asked) return undefined;
  }
  return words;
}

function findingAt({ mark }: StageRegion | SectionRegion, text: Message, stage: string): Finding {
  return { message: text, range: markRange(mark), stage, gap: true };
}
